from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.inline import inline_labels


def parts(kind: str, text: str) -> list[tuple[str, str]]:
    block = BlockLabel(start=0, end=len(text), kind=kind)
    return [(part.kind, text[part.start : part.end]) for part in inline_labels(text, block)]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A train leaves Oslo [Kari Dahl/AP]", "[Kari Dahl/AP]"),
        ("A train leaves Oslo. (Photo by Kari Dahl)", "(Photo by Kari Dahl)"),
        ("A train leaves Oslo. Photo: Kari Dahl for the Record", "Photo: Kari Dahl for the Record"),
        ("A train leaves Oslo. — Picture by Kari Dahl", "Picture by Kari Dahl"),
        ("A train leaves Oslo. Kari Dahl/Reuters", "Kari Dahl/Reuters"),
    ],
)
def test_a_caption_gives_up_its_credit(caption: str, credit: str) -> None:
    assert parts("caption", caption) == [("credit", credit)]


def test_a_caption_without_a_credit_is_left_whole() -> None:
    assert parts("caption", "A train leaves Oslo (left) for Bergen in this photo from 1961.") == []


def test_a_source_and_a_teaser_run_into_a_paragraph_are_marked() -> None:
    assert parts("body", "The ship sank. Source: News Agencies") == [("source", "Source: News Agencies")]
    assert parts("body", "The ship sank. Read more: Why ships sink") == [("related", "Read more: Why ships sink")]


def test_running_text_that_speaks_of_sources_is_left_alone() -> None:
    assert parts("body", "Reporters must protect a source: it is the law.") == []


def test_a_date_within_a_byline_is_marked() -> None:
    assert parts("byline", "By Nora Quist, March 3, 2031 4:15 pm") == [("timestamp", "March 3, 2031 4:15 pm")]
