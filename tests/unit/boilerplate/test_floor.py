"""A floor under the labeller on pages of our own, as text lines: it may only rise."""

from __future__ import annotations

import pytest

from annotators.annotation import BOILERPLATE_KINDS
from annotators.boilerplate import label_blocks
from tests.gold.agreement import Agreement, Judged, agreement

from .pages import labelled_pages


def judged() -> list[Judged]:
    return [
        Judged(label.kind, kind, page.article.text[label.start : label.end])
        for page in labelled_pages()
        for label, kind in zip(label_blocks(page.article).blocks, page.kinds, strict=True)
    ]


@pytest.fixture(scope="module", name="found")
def agreed() -> Agreement:
    return agreement(judged())


def test_at_least_99_of_100_lines_are_kept_or_stripped_rightly(found: Agreement) -> None:
    assert found.sides >= 99, found.wrong


def test_boilerplate_lines_reach_99_f1_and_body_characters_98(found: Agreement) -> None:
    assert found.stripped >= 99, found.wrong
    assert found.body >= 98, found.wrong


def test_at_least_94_of_100_lines_have_their_exact_kind(found: Agreement) -> None:
    assert found.kinds >= 94, found.wrong


def test_correct_kinds_have_a_mean_score_of_at_least_92_percent() -> None:
    """Weights that are worse show here before any line changes sides: half of them are about the same thing twice."""
    sure = [
        (label.score or 0.0) if label.kind == kind else 0.0
        for page in labelled_pages()
        for label, kind in zip(label_blocks(page.article).blocks, page.kinds, strict=True)
    ]
    assert sum(sure) / len(sure) >= 0.92


def test_every_headline_is_found_and_no_other_line_is_one(found: Agreement) -> None:
    assert found.headlines == ()


def test_no_line_of_the_story_itself_is_stripped() -> None:
    assert [one.text for one in judged() if one.true == "body" and one.found in BOILERPLATE_KINDS] == []
