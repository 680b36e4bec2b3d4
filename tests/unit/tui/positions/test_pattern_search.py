"""A pattern has so much of the processor and no more, however long it has to wait for that."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotators.annotation import Span
from tui.positions import pattern_search
from tui.positions.pattern_search import PatternError, find_by_pattern


async def test_a_pattern_finds_where_it_matches() -> None:
    assert await find_by_pattern("Call 555-0101 or 555-0102.", r"\d{3}-\d+") == [Span(5, 13), Span(17, 25)]


async def test_an_invalid_pattern_is_reported() -> None:
    with pytest.raises(PatternError, match="no pattern: "):
        await find_by_pattern("Call.", "(")


async def test_an_endless_pattern_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_search, "_PATIENCE", 1)
    monkeypatch.setattr(pattern_search, "_LONGEST", 60.0)
    with pytest.raises(PatternError, match="that takes too long"):
        await find_by_pattern("a" * 60 + "!", "(a|aa)+$")


async def test_a_pattern_that_has_to_wait_for_the_processor_still_finds_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = tmp_path / "python"
    busy.write_text(f'#!/bin/sh\nsleep 2.5\nexec "{sys.executable}" "$@"\n', "utf-8")
    busy.chmod(0o755)
    monkeypatch.setattr(pattern_search.sys, "executable", str(busy))
    assert await find_by_pattern("Call 555-0101.", r"\d+-") == [Span(5, 9)]
