"""A comparison as it is read and as programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli import main

LEFT = "Pumps hold in Ume\n\n“We mended the pumps [in Ume] before the storm came,” Rosa Oduya said.\n"
RIGHT = 'Pumps hold\n\n"We mended the pumps before the big storm came," said Oduya. Acme declined to comment.\n'


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("a.txt", LEFT), ("b.txt", RIGHT)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def test_the_edits_stand_in_the_words(files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *files, "--no-entities"]) == 0
    printed = capsysbinary.readouterr().out.decode()
    assert "“We mended the pumps [-[in Ume]-] before the {+big+} storm came,”" in printed
    assert "Only in B\n  Acme: declined to comment" in printed


def test_where_no_screen_can_be_drawn_read_prints_too(
    files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["compare", *files, "--no-entities", "--read"]) == 0
    assert "{+big+}" in capsysbinary.readouterr().out.decode()


def test_programs_get_the_spans(files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *files, "--no-entities", "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    (link,) = found["links"]
    assert link["relation"] == "same utterance"
    assert [edit["left"] and edit["left"]["text"] for edit in link["edits"]] == ["[in Ume]", None]


def test_a_source_that_is_not_there_is_one_line(
    files: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["compare", files[0], "gone.txt", "--no-entities"]) == 1
    captured = capsysbinary.readouterr()
    assert captured.out == b""
    assert captured.err.count(b"\n") == 1
