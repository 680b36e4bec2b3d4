"""A table of cookies is not the story, however many sentences it has."""

from __future__ import annotations

import time

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.rules.cookie_tables import is_cookie_row, with_cookie_tables
from annotators.loaders.text import article_from_text

STORY = (
    "Ferry crew refuses to sail",
    "The crew of the evening ferry refused on Sunday to leave the harbour, and the passengers slept on the quay.",
    "The captain said that no ferry of the line had ever left the harbour in such a storm, and none would.",
)
TABLE = (
    "Necessary",
    "Cookie\tDuration\tDescription",
    "mrw_session\t1 month\tThis is used to know readers who come back. It stores no name and no address of anybody.",
    "mrw_quay\tsession\tNo description available.",
    "Functional cookies help the site to remember which harbour a reader has chosen, and nothing else.",
    "mrw_tide\t1 year 24 days\tThis cookie is used to count the readers of the tide table.",
    "Others",
    "mrw_ads\tnever\tNo description",
)


def test_a_cookie_table_is_consent_and_the_story_is_kept() -> None:
    article = article_from_text("\n\n".join((*STORY, *TABLE)), "a.txt")
    blocks = label_blocks(article).blocks
    assert [block.kind for block in blocks[1:3]] == ["body", "body"]
    assert {block.kind for block in blocks[len(STORY) + 1 :]} == {"consent"}


def test_two_rows_are_not_a_cookie_table() -> None:
    rows = ("mrw_session\t1 month\tThe cookie of the quay.", "mrw_quay\tsession\tThe cookie of the harbour.")
    article = article_from_text("\n\n".join((*STORY, *rows)), "a.txt")
    assert "consent" not in [block.kind for block in label_blocks(article).blocks[:3]]


@pytest.mark.parametrize(
    "rows",
    [
        ("Mix | 5 minutes | until smooth", "Rest | 2 hours | in a cool place", "Bake | 12 minutes | until golden"),
        ("Reed | 25 minutes | two goals", "Quist | 90 minutes | a penalty", "Marsh | 12 minutes | a card"),
        ("FRA | 2 hours | with a stop", "USA | 9 hours | by night", "NOR | 3 hours | on weekdays"),
    ],
)
def test_other_rows_with_times_are_no_table_of_cookies(rows: tuple[str, ...]) -> None:
    text = "\n\n".join((*STORY, "Every passenger was given a cookie and tea.", *STORY[:0:-1], *STORY[1:], *rows))
    labels, at = [], 0
    for line in text.split("\n\n"):
        labels.append(BlockLabel(start=at, end=at + len(line), kind="body", score=0.9))
        at += len(line) + 2
    assert with_cookie_tables(text, labels) == tuple(labels)


@pytest.mark.parametrize(
    "row",
    [
        "_ga | 2 years | Counts visits",
        "PHPSESSID  session  Keeps who is logged in",
        "__cfduid 1 month This cookie is used by the network",
        "uid 5 months 27 days The cookie counts visitors",
        "tuuid persistent No description",
    ],
)
def test_a_row_names_a_cookie_and_how_long_it_stays(row: str) -> None:
    assert is_cookie_row(row)


@pytest.mark.parametrize(
    "line",
    [
        "After 2 years the bakery sells one cookie in five by mail.",
        "The session never began.",
        "Merrow 2 years later",
        "Cookies: the best of the harbour's bakeries",
        "For 1 year the ferry did not sail | Nora Quist",
    ],
)
def test_a_line_of_a_story_is_no_row(line: str) -> None:
    assert not is_cookie_row(line)


def test_endless_rows_take_linear_time() -> None:
    start = time.process_time()
    for line in ("a " * 200, "a 1 year " * 45, "a " + "1 day " * 66, "a\t" * 200, "a  1 day " * 44):
        is_cookie_row(line)
    assert time.process_time() - start < 0.2


def test_a_table_with_a_line_for_each_cell_is_recognised() -> None:
    cells = [cell for row in TABLE for cell in row.split("\t")]
    text, at, labels = "\n".join((*STORY, *cells)), 0, []
    for line in text.split("\n"):
        labels.append(BlockLabel(start=at, end=at + len(line), kind="body", score=0.5))
        at += len(line) + 1
    found = [text[label.start : label.end] for label in with_cookie_tables(text, labels) if label.kind == "consent"]
    first, last = cells.index("mrw_session"), cells.index("never")
    assert set(cells[first : last + 1]) <= set(found)
    assert not set(STORY) & set(found)


def test_words_and_durations_without_mention_of_cookies_are_no_table() -> None:
    text, at, labels = "\n".join((*STORY, *("Ferry_one", "2 hours", "By the northern route.") * 4)), 0, []
    for line in text.split("\n"):
        labels.append(BlockLabel(start=at, end=at + len(line), kind="body", score=0.5))
        at += len(line) + 1
    assert {label.kind for label in with_cookie_tables(text, labels)} == {"body"}
