"""Any spaCy pipeline in place of the one that ships: its labels in our terms, or as they are; quotes as ever."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from annotators.article import Article, Source
from annotators.loaders.segmentation import segment
from annotators.pipeline import annotate
from tests.unit.tui.test_cli import run

TEXT = "The harbour opens\n\n“We have waited too long for this,” Ilse Brandt said in Malmo on Monday."
TEXT += "\n\nZeta-9 came to Malmo.\n"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    patterns = [
        {"label": "per", "pattern": "Ilse Brandt"},
        {"label": "LOC", "pattern": "Malmo"},
        {"label": "DATE", "pattern": "Monday"},
        {"label": "Virus", "pattern": "Zeta-9"},
    ]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_labels_are_mapped_or_shown_as_they_are(model: Path) -> None:
    found = annotate(Article(TEXT, segment(TEXT), Source("-")), model=str(model))
    named = [(TEXT[one.start : one.end], one.label) for one in found.mentions]
    assert named == [
        ("Ilse Brandt", "PERSON"), ("Malmo", "LOC"), ("Monday", "DATE"), ("Zeta-9", "Virus"), ("Malmo", "LOC"),
    ]  # fmt: skip
    assert [(one.name, one.label) for one in found.entities] == [
        ("Ilse Brandt", "PERSON"), ("Malmo", "LOC"), ("Zeta-9", "Virus"),
    ]  # fmt: skip


def test_quotes_have_their_speakers(model: Path) -> None:
    found = annotate(Article(TEXT, segment(TEXT), Source("-")), model=str(model))
    (said,) = found.statements
    assert said.speaker_entity == found.entities[0].id


def test_the_command_line_takes_a_path(capfd, model: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    status, out, said = run(capfd, "annotate", path, "--model", model)
    assert (status, said) == (0, [])
    assert '"label": "Virus"' in out


def test_the_list_of_models_tells_what_is_used_and_what_cannot_be(capfd, model: Path) -> None:
    status, out, said = run(capfd, "models")
    assert (status, said) == (0, [])
    assert [line.split("\t")[5] for line in out.splitlines()] == ["state", "used"]
    status, out, _ = run(capfd, "models", model, "no_such_model")
    rows = [line.split("\t") for line in out.splitlines()][1:]
    assert status == 1
    assert rows[0][0] == str(model)
    assert rows[0][5:] == ["ready", "DATE LOC Virus per"]
    assert rows[1][5].startswith("cannot be used: there is no model no_such_model")


def test_a_model_is_tried_here(capfd, model: Path) -> None:
    status, out, _ = run(capfd, "models", "--try", model)
    assert status == 0
    assert "loads in " in out
    assert " words a second" in out
