# On a machine with Python 3.11 or later, venv, pip and make, `make read` and `make test` do all the set-up.

PYTHON ?= python3
VENV ?= .venv
SOURCE ?=
BIN := $(VENV)/bin
CODE := annotators tui tests benchmarks training sample_articles

.PHONY: read test lint bench bench-readers clean

read: $(VENV)/.ready ## open an article: make read SOURCE=article.txt; without one, the samples
	@$(BIN)/broadsheet $(SOURCE)

test: $(VENV)/.ready-dev ## all tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev ## style, strict types, the walls between the packages
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.ready-dev ## what the reader costs beside the least a Textual program can be; more in benchmarks/README.md
	@$(BIN)/python -m benchmarks.reading.pane --sizes 2k 100k --rounds 1
	@$(BIN)/python -m benchmarks.reading.library

bench-readers: $(VENV)/.ready-dev ## broadsheet beside less, w3m, lynx, frogmouth, toolong and a Textual hello world
	@$(BIN)/python -m benchmarks.reading

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("broadsheet needs Python 3.11 or later; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "making an environment in $(VENV) (once, a minute or two)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(BIN)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.ready-dev: $(BIN)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.ready
