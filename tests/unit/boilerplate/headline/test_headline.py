"""The choice of the headline where another row looks more like one."""

from __future__ import annotations

import pytest

from annotators.boilerplate.headline import find_headline
from annotators.boilerplate.lines.page import page_of
from annotators.boilerplate.parts.signed_and_dated import ends_with_date
from annotators.loaders.text import article_from_text

STORY = "The crew of the evening ferry refused on Sunday to leave the harbour, and passengers slept on the quay."
CRUMB = "Blog | Harbours & Ferries • October 18, 2019"
HEADLINE = "Ferry crew refuses to sail"


def found(*lines: str, likely: tuple[float, ...] = ()) -> int | None:
    page = page_of(article_from_text("\n\n".join((*lines, STORY, STORY)), "x"))
    labels = [*["nav"] * len(lines), "body", "body"]
    return find_headline(page, labels, len(lines), (*likely, 0.0, 0.0) if likely else (), weights={"any": 3.0})


def test_a_row_that_ends_with_a_date_is_no_headline_however_likely() -> None:
    assert found(CRUMB, HEADLINE, likely=(0.99, 0.01)) == 1
    assert found("Blog | Harbours & Ferries", HEADLINE, likely=(0.99, 0.01)) == 0


@pytest.mark.parametrize("greeting", ["Hello all,", "Dear friends of the harbour,", "Good morning, Nora,", "Hi,"])
def test_the_greeting_of_a_letter_is_no_headline_however_likely(greeting: str) -> None:
    assert found(greeting, HEADLINE, likely=(0.99, 0.01)) == 1
    assert found(greeting, likely=(0.99,)) is None
    assert found(greeting.rstrip(","), HEADLINE, likely=(0.99, 0.01)) == 0


def test_a_notice_of_cookies_is_no_headline_however_likely() -> None:
    assert found("This site uses cookies. By going on you agree", HEADLINE, likely=(0.99, 0.01)) == 1
    assert found("This baker uses cookies", HEADLINE, likely=(0.99, 0.01)) == 0


@pytest.mark.parametrize("row", ["Home | News | Sport | Jobs", "Search for:", "Filed under:"])
def test_a_row_of_links_or_the_label_of_a_form_is_no_headline_however_likely(row: str) -> None:
    assert found(row, HEADLINE, likely=(0.99, 0.01)) == 1


@pytest.mark.parametrize(
    "part", ["Item 1: the pier", "Part 2: the pier", "Chapter IV – The pier", "Section 3: The pier"]
)
def test_a_part_with_a_number_is_no_headline_where_a_title_stands_above(part: str) -> None:
    page = page_of(article_from_text("\n\n".join((HEADLINE, part, STORY, STORY)), "x"))

    def taken(above: str, below: str) -> int | None:
        return find_headline(page, [above, below, "body", "body"], 2, (0.01, 0.9, 0.0, 0.0), weights={"any": 3.0})

    assert taken("deck", "headline") == 0
    assert taken("nav", "headline") == 1


def test_a_part_with_a_number_is_the_headline_where_it_is_the_only_title() -> None:
    page = page_of(article_from_text("\n\n".join(("Part 2: the pier", STORY, STORY)), "x"))
    assert find_headline(page, ["headline", "body", "body"], 1, (0.9, 0.0, 0.0), weights={"any": 3.0}) == 0


@pytest.mark.parametrize("line", ["Bridges | A history", "Four bridges: which one is next?", "Ferry: crew says no"])
def test_a_title_with_a_divider_or_a_colon_in_it_may_be_one(line: str) -> None:
    assert found(line, HEADLINE, likely=(0.99, 0.01)) == 0


def test_where_there_is_no_other_line_there_is_no_headline() -> None:
    assert found(CRUMB, likely=(0.99,)) is None


@pytest.mark.parametrize("row", [CRUMB, "Harbours » 18 October 2019", "Nora Quist – Oct. 18, 2019 at 10:15 am"])
def test_a_date_behind_a_divider_ends_a_row(row: str) -> None:
    assert ends_with_date(row)


@pytest.mark.parametrize(
    "row", ["Ferry crew: what we know on October 18, 2019", "October 18, 2019", "October 18, 2019 | Harbours", HEADLINE]
)
def test_a_title_that_mentions_a_date_is_not_a_breadcrumb(row: str) -> None:
    assert not ends_with_date(row)
