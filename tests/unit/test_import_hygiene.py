"""What is imported when: the run-time twin of the import contracts."""

import subprocess
import sys

import grimp
import pytest

HEAVY = ("spacy", "thinc", "numpy", "onnxruntime", "textual", "rich")


def loaded_after(program: str, *arguments: str) -> set[str]:
    """The heavy packages that are loaded when `program` has run in a new interpreter."""
    ending = f"\nimport sys; print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program + ending, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize(
    "module",
    [
        "annotators",
        "annotators.article",
        "annotators.boilerplate",
        "annotators.cleaning",
        "annotators.document",
        "annotators.exporters",
        "annotators.loaders",
        "annotators.pipeline",
        "annotators.quotes",
        "tui.cli",
        "tui.settings.config",
        "tui.reading",
    ],
)
def test_importing_loads_nothing_heavy(module):
    assert loaded_after(f"import {module}") == set()


@pytest.mark.parametrize("name", ["txt", "md", "html --no-entities"])
def test_exporting_a_clean_article_loads_nothing_heavy(name, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A headline\n\n“Yes,” said Ana Ruiz of the council on Monday.\n")
    program = "import sys; from tui.cli import main; main(sys.argv[1:])"
    assert loaded_after(program, "export", str(path), "--format", *name.split()) == set()


def test_annotating_without_names_and_asking_for_help_load_nothing_heavy(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A headline\n\n“Yes,” said Ana Ruiz of the council on Monday.\n")
    program = "import sys; from tui.cli import main; main(sys.argv[1:])"
    assert loaded_after(program, "annotate", str(path), "--no-entities") == set()
    assert loaded_after(program, str(path)) == set()
    assert loaded_after(program, "models") == set()
    asking = "import contextlib; from tui.cli import main\nwith contextlib.suppress(SystemExit): main(['--help'])"
    assert loaded_after(asking) == set()


def test_a_plain_text_needs_neither_lxml_nor_markdown_it():
    assert loaded_after("import annotators.loaders") == set()
    program = "import sys, annotators.loaders; assert not {'lxml', 'markdown_it'} & set(sys.modules)"
    assert loaded_after(program) == set()


def test_no_file_imports_itself_by_way_of_others():
    graph = grimp.build_graph("annotators", "tui", "training", "benchmarks", cache_dir=None)
    arrows = [(one, other) for one in graph.modules for other in graph.find_modules_directly_imported_by(one)]
    assert len(arrows) > 1000
    assert not [(one, other) for one, other in arrows if graph.chain_exists(importer=other, imported=one)]


def test_the_interface_does_not_load_spacy():
    assert loaded_after("import tui.app") <= {"textual", "rich"}


def test_the_first_paint_loads_no_slow_standard_library_modules():
    slow = ("argparse", "asyncio", "dataclasses", "hashlib", "inspect", "pathlib", "platformdirs", "sqlite3", "tomllib")
    program = (
        "import sys, tui.cli, tui.reading, tui.first_paint.looks, tui.first_paint.page, tui.first_paint.glancing\n"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
