"""The ways in which news says who said what, each as it stands in `news_sentences.txt` beside this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.quotes.told import said

_BLOCKS = Path(__file__).with_name("news_sentences.txt").read_text(encoding="utf-8").split("\n\n")[1:]


def _cases() -> list[tuple[str, list[str]]]:
    cases = []
    for block in _BLOCKS:
        lines = block.strip().split("\n")
        told = [line[2:] for line in lines if line.startswith("> ")]
        cases.append(("\n".join(line for line in lines if not line.startswith("> ")), told))
    return cases


@pytest.mark.parametrize(("text", "statements"), _cases())
def test_news_is_read_as_a_person_reads_it(text: str, statements: list[str]) -> None:
    assert [line.rstrip() for line in said(text)] == statements
