from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.parts.inline import inline_labels


def parts(kind: str, text: str) -> list[tuple[str, str]]:
    block = BlockLabel(start=0, end=len(text), kind=kind)
    return [(part.kind, text[part.start : part.end]) for part in inline_labels(text, [block])]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A train leaves Oslo [Kari Dahl/AP]", "[Kari Dahl/AP]"),
        ("A train leaves Oslo. (Photo by Kari Dahl)", "(Photo by Kari Dahl)"),
        ("A train leaves Oslo. Photo: Kari Dahl for the Record", "Photo: Kari Dahl for the Record"),
        ("A train leaves Oslo. — Picture by Kari Dahl", "— Picture by Kari Dahl"),
        ("A train leaves Oslo. — Northern pic", "— Northern pic"),
        ("A train leaves Oslo.Kari Dahl / Getty Images", "Kari Dahl / Getty Images"),
        ("A train leaves Oslo. Kari Dahl/Moment via Getty Images", "Kari Dahl/Moment via Getty Images"),
        ("A train leaves Oslo. Photograph courtesy of Dahl & Co. Ltd.", "Photograph courtesy of Dahl & Co. Ltd."),
        ("A train leaves Oslo. Photo: Kari J. Dahl/Flickr.", "Photo: Kari J. Dahl/Flickr."),
        ("A train leaves Oslo. REUTERS/Kari Dahl", "REUTERS/Kari Dahl"),
        ("A train leaves Oslo | © 2031 Kari Dahl", "© 2031 Kari Dahl"),
        ("Oslo harbour, 1890 — via Wikimedia Commons", "via Wikimedia Commons"),
        ("A train leaves Oslo (Source: Kari Dahl’s journal)", "(Source: Kari Dahl’s journal)"),
        ("A train leaves Oslo. Kari Dahl/Reuters", "Kari Dahl/Reuters"),
        ("A train leaves Oslo. İLLUſTRATIONS: Kari Dahl", "İLLUſTRATIONS: Kari Dahl"),
        ("A train leaves Oslo. COURTESY of Kari Dahl", "COURTESY of Kari Dahl"),
        ("A train leaves Oslo. COPYRIGHT Kari Dahl", "COPYRIGHT Kari Dahl"),
    ],
)
def test_the_credit_in_a_caption_is_marked(caption: str, credit: str) -> None:
    assert parts("caption", caption) == [("credit", credit)]


def test_a_caption_without_a_credit_has_no_parts() -> None:
    assert parts("caption", "A train leaves Oslo (left) for Bergen in this photo from 1961.") == []


@pytest.mark.parametrize(
    "caption",
    [
        "The terrace has picture-perfect views of the fjord",
        "The prince, in a photo by an unknown hand, sits third from left.",
        "Photo: Kari Dahl",
        "Kari Dahl, who founded AFP Norway.",
    ],
)
def test_a_caption_about_pictures_has_no_parts(caption: str) -> None:
    assert parts("caption", caption) == []


def test_the_caption_in_a_credit_is_marked() -> None:
    assert parts("credit", "Harbour pilot - Copyright Kari Dahl/AP") == [("caption", "Harbour pilot")]
    assert parts("credit", "Photo credit: Kari Dahl") == []


def test_a_source_and_a_teaser_run_into_a_paragraph_are_marked() -> None:
    assert parts("body", "The ship sank. Source: News Agencies") == [("source", "Source: News Agencies")]
    assert parts("body", "The ship sank. Read more: Why ships sink") == [("related", "Read more: Why ships sink")]


def test_running_text_about_sources_has_no_parts() -> None:
    assert parts("body", "Reporters must protect a source: it is the law.") == []
    assert parts("body", "The sailors’ watch – it lasts four hours – begins at dusk.") == []


def test_a_date_within_a_byline_is_marked() -> None:
    assert parts("byline", "By Nora Quist, March 3, 2031 4:15 pm") == [("timestamp", "March 3, 2031 4:15 pm")]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Nora Quist2 minutes ago", "2 minutes ago"),
        ("By Nora Quist | Updated on 19-Dec-2031", "Updated on 19-Dec-2031"),
        ("by N. O. Quist Apr. 26, 2031Apr. 27, 2031", "Apr. 26, 2031Apr. 27, 2031"),
        ("Nora Quist • 12/19/2031 • Ferries", "12/19/2031"),
        ("By Nora Quist — November 18, 2031 6 min read", "November 18, 2031 6 min read"),
    ],
)
def test_dates_of_many_forms_are_marked_in_bylines(line: str, date: str) -> None:
    assert parts("byline", line) == [("timestamp", date)]


def test_the_agency_in_a_byline_is_marked() -> None:
    assert parts("byline", "By: Nora Quist, THE CANADIAN PRESS") == [("source", "THE CANADIAN PRESS")]
    assert parts("byline", "By Associated Press") == []


def test_a_writer_beside_a_date_is_marked() -> None:
    assert parts("timestamp", "By Nora Quist, August 14, 2031 2:30 pm") == [("byline", "By Nora Quist")]
    assert parts("timestamp", "Updated: 5 hours ago | Written by Nora Quist") == [("byline", "Written by Nora Quist")]
    assert parts("timestamp", "Dec. 23, 2031, 1:24 PM EST / Source: Northern Wire") == [
        ("source", "Source: Northern Wire")
    ]


SAID = " The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again."


@pytest.mark.parametrize(
    "dateline",
    [
        "KIRKWALL (Reuters) -",
        "KIRKWALL, May 2 —",
        "ST MARGARET'S HOPE, Orkney, May 2, 2031 (Northern Wire) --",
        "KIRKWALL/OSLO —",
        "AUBURN, Wash. —",
        "Kirkwall (AFP) –",
        "ÅRHUS –",
        "KIRKWALL:",
    ],
)
def test_a_dateline_is_marked_with_its_dash(dateline: str) -> None:
    assert parts("body", dateline + SAID) == [("dateline", dateline)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "EXCLUSIVE:" + SAID,
        "WATCH —" + SAID,
        "Kirkwall –" + SAID,
        "NATO - what it is",
        "IBM:" + SAID,
        "MORE THAN FORTY people were aboard the ferry that left at noon.",
    ],
)
def test_other_words_before_a_dash_or_colon_are_not_a_dateline(paragraph: str) -> None:
    assert parts("body", paragraph) == []


def labels_of(*lines: str) -> tuple[str, list[BlockLabel]]:
    text, labels, at = "\n".join(lines), [], 0
    for line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind="body"))
        at += len(line) + 1
    return text, labels


def test_names_before_colons_are_speakers_where_there_are_more_of_them() -> None:
    text, labels = labels_of("NORA QUIST:" + SAID, "KARI DAHL:" + SAID)
    assert inline_labels(text, labels) == ()


def test_datelines_are_found_only_at_the_opening_of_a_story() -> None:
    text, labels = labels_of(*[SAID.strip()] * 3, "KIRKWALL —" + SAID)
    assert inline_labels(text, labels) == ()


def test_a_service_without_a_place_is_a_source() -> None:
    assert parts("body", "(Sports Network) -" + SAID) == [("source", "(Sports Network) -")]


def test_a_dateline_on_its_own_line_is_marked_whole() -> None:
    assert parts("source", "KIRKWALL, Orkney (AFP)") == [("dateline", "KIRKWALL, Orkney (AFP)")]
    assert parts("body", "AUBURN, Wash. —") == [("dateline", "AUBURN, Wash. —")]
