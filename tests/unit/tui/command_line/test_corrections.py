"""What was corrected comes out again as training examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotators.article import Article, Block, Source
from annotators.notes.corrections import Correction, Verdict
from tui import cli
from tui.paths import library_file
from tui.remembering import Memory

TEXT = "Buy now and save. Marlowe left."


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def test_each_correction_is_a_line_of_json(capfd: pytest.CaptureFixture[str]) -> None:
    memory = Memory(library_file())
    article = Article(TEXT, (Block(0, len(TEXT)),), Source("a.txt"))
    memory.keep(article, Correction(18, 25, Verdict.LABEL, "PERSON"), 1.0)
    memory.keep(article, Correction(0, 17, Verdict.REJECT), 2.0)
    memory.close()
    assert cli.main(["corrections"]) == 0
    assert [json.loads(line) for line in capfd.readouterr().out.splitlines()] == [
        {"exact": "Marlowe", "prefix": TEXT[:18], "suffix": " left.", "verdict": "label", "value": "PERSON"},
        {"exact": TEXT[:17], "prefix": "", "suffix": TEXT[17:], "verdict": "reject", "value": ""},
    ]


def test_where_nothing_was_corrected_nothing_is_printed_and_no_library_is_made(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["corrections"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert "nothing has been corrected yet" in said.err
    assert not library_file().exists()
