"""Text that is a list and nothing else."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.lists_alone import with_list_alone
from annotators.boilerplate.lines.page import page_of

from ..pages import article_of

THINGS = "Hinges Latches Handles Springs Trims Fenders Vents Forgings Bumpers Seals Cylinders Rods".split()
PAGES = [f"Pages {number} to {number + 9} - {thing}" for number, thing in enumerate(THINGS * 3)]
INTRO = "We have split up our catalogue of hardware into sections, to make it easier for all of you to look at."


def kinds_of(*lines: str, kind: str = "related") -> list[str]:
    article = article_of("\n".join(lines))
    labels = [BlockLabel(start=block.start, end=block.end, kind=kind, score=0.9) for block in article.blocks]
    labels[0] = BlockLabel(start=labels[0].start, end=labels[0].end, kind="body", score=0.9)
    return [label.kind for label in with_list_alone(page_of(article), labels)]


def test_the_lines_of_a_catalogue_are_the_article() -> None:
    assert set(kinds_of("Austin Hardware", *PAGES)) == {"body"}
    assert set(kinds_of(INTRO, *PAGES)) == {"body"}


@pytest.mark.parametrize(
    "lines",
    [
        [f"{thing} of the old bridge" for thing in THINGS],
        ["Article content here"] * 12,
        [f"Read more: {thing}" for thing in THINGS],
        PAGES[:6],
    ],
    ids=["opening otherwise", "the same", "announcing", "few"],
)
def test_other_rows_stay_what_they_are(lines: list[str]) -> None:
    assert set(kinds_of("Austin Hardware", *lines)[1:]) == {"related"}


def test_beside_an_article_a_list_stays_what_it_is() -> None:
    assert set(kinds_of(" ".join([INTRO] * 6), *PAGES)[1:]) == {"related"}
    assert set(kinds_of("Austin Hardware", *PAGES, kind="consent")[1:]) == {"consent"}
