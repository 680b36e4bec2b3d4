"""The colours of the first paint are those the reader works out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.first_paint.looks import LOOKS_FILE, known_looks, looks_key, read_looks, shipped_looks_file, written_looks
from tui.shipped_looks import all_looks


async def test_the_looks_that_ship_are_those_of_the_theme_that_is_on_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLORTERM", "TERM", "NO_COLOR"):  # put back as they were afterwards
        monkeypatch.setenv(name, os.environ.get(name, ""))
    assert await all_looks() == read_looks(shipped_looks_file())


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "broadsheet").mkdir()
    return tmp_path / "broadsheet" / LOOKS_FILE


@pytest.mark.parametrize("written", ["", "{", "another 1\nauto truecolor\tpane\t0\t1", "broadsheet looks 3\nauto\t1"])
def test_a_file_of_looks_that_is_no_such_file_is_passed_over(kept: Path, written: str) -> None:
    kept.write_text(written, encoding="utf-8")
    assert known_looks("auto").written("x", "pane", 0) == "\x1b[0;38;2;224;224;224;48;2;30;30;30mx"


def test_looks_that_hold_more_than_numbers_never_reach_the_terminal(kept: Path) -> None:
    key = looks_key("mine")
    table = {"pane": {"0": "1m\x1b]0;title\x07", "1": "1"}}
    kept.write_text(written_looks({key: table}), encoding="utf-8")
    assert known_looks("mine").written("x", "pane", 0) == "\x1b[0mx"
    assert key not in read_looks(str(kept))


def test_what_is_kept_is_recalled_the_next_time(kept: Path) -> None:
    tables = {looks_key("mine"): {"pane": {"0": "1;38;5;9", "1": ""}, "title": {"": "7"}}, looks_key("b"): {}}
    kept.write_text(written_looks(tables), encoding="utf-8")
    assert known_looks("mine").written("x", "pane", 0) == "\x1b[0;1;38;5;9mx"
    assert known_looks("mine").written("x", "title", "") == "\x1b[0;7mx"
    assert read_looks(str(kept)) == {looks_key("mine"): tables[looks_key("mine")]}
