"""Sentences of cleaned text that give a figure."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.measured import with_measured


def kind_of(line: str, kind: str = "related") -> str:
    return with_measured([line], [BlockLabel(start=0, end=len(line), kind=kind, score=0.9)])[0].kind


@pytest.mark.parametrize(
    "line",
    [
        "In Oslo the main index closed 0.4 per cent higher, while that of Bergen fell 1.1 per cent.",
        "The Norwegian crown traded at 9.3 U.S. cents late on Friday.",
        "The sell-off in bonds lifted what the state pays to 4% for ten years.",
    ],
)
def test_a_report_of_figures_is_the_storys(line: str) -> None:
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Save up to 40% on all that you need for the garden this week.",
        "A year of all that we write for $12 and not a cent more.",
        "The best lamps for the desk cost 20% less until the end of May!",
        "Shares of the bridge company fell 4 per cent after the vote",
        "Nine of the ten lorries that crossed the bridge were empty.",
    ],
)
def test_what_sells_or_gives_no_figure_stays_what_it_is(line: str) -> None:
    assert kind_of(line) == "related"


def test_what_readers_write_stays_theirs() -> None:
    assert kind_of("The index of the town fell by 4 per cent in May and rose in June.", "comments") == "comments"
