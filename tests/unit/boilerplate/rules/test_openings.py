"""What opens press releases and mails is no headline, and the title under it is."""

from __future__ import annotations

import pytest

from annotators.boilerplate import label_blocks
from annotators.boilerplate.language.opening_lines import field_of_mail, is_forwarding_line, is_release_line
from annotators.loaders.text import article_from_text

STORY = """\
DENVER, March 5, 2026 -- Lumen Hearing, a maker of hearing aids, today announced the first one that charges in daylight.

"Our customers told us that they were tired of batteries," said Kwame Mensah, the chief executive of Lumen Hearing.

Sol is available from 899 dollars in the United States and Canada, and will come to Europe in June, the company said.
"""
TITLE = "Lumen Hearing Launches First Solar-Powered Hearing Aid"


def kinds(text: str) -> dict[str, str]:
    article = article_from_text(text, "a.txt")
    return {text[one.start : one.end]: one.kind for one in label_blocks(article).blocks}


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "**For immediate release**",
        "For Immediate Release: March 5, 2026",
        "PRESS RELEASE",
        "Press release – 4 May 2026",
        "EMBARGOED UNTIL 00:01 Tuesday 5 May 2026",
        "Under embargo until Monday, 9 am",
        "For release: Thursday, March 5",
    ],
)
def test_a_release_says_when_it_may_be_published(line: str) -> None:
    assert is_release_line(line)
    found = kinds(f"{line}\n\nContact: Jo Park, press@lumen.example\n\n{TITLE}\n\n{STORY}")
    assert [found[line], found["Contact: Jo Park, press@lumen.example"], found[TITLE]] == [
        "other",
        "footer",
        "headline",
    ]
    assert list(found.values()).count("headline") == 1


@pytest.mark.parametrize(
    "line",
    [
        "Press release season: why firms bury bad news on Fridays",
        "Embargo on Kerania to end, says minister",
        "Released prisoners find no work",
        "For release of the hostages, a price",
        "Embargoes: a short history of trade wars",
    ],
)
def test_a_headline_may_have_the_words_of_a_release(line: str) -> None:
    assert not is_release_line(line)


def test_the_header_of_a_mail_says_what_its_fields_are() -> None:
    head = "From: Ann Petrie <ann@example.org>\nTo: Bob\nSubject: Three pools to close\nDate: Mon, 2 Mar 2026"
    found = list(kinds(f"{head}\n\n{STORY}").values())
    assert found[:4] == ["byline", "other", "headline", "timestamp"]
    below = kinds(f"Look at this.\n\n-----Original Message-----\n{head}\n\n{TITLE}\n\n{STORY}")
    assert list(below.values()).count("headline") == 1
    assert below["Subject: Three pools to close"] == "other" or below[TITLE] != "headline"


def test_lines_with_a_colon_are_no_header_of_a_mail() -> None:
    lines = "From: the archive, a photo\nTo: the lighthouse and back\nSubject: a film about letters wins"
    assert "other" not in kinds(f"{lines}\n\n{STORY}").values()
    assert [field_of_mail(line) for line in ("Sent: Monday", "Presented: by us", "from")] == ["sent", "", ""]
    assert is_forwarding_line("Begin forwarded message:")
    assert not is_forwarding_line("A forwarded message")
