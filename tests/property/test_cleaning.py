"""Invariant 4: clean view and clean exports are one function of article and annotations."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import KINDS
from annotators.cleaning import clean_segments, clean_text
from annotators.exporters import export
from tests.property.articles import annotated

STRIPPED = st.frozensets(st.sampled_from(KINDS))


class _Body(HTMLParser):
    """The text of the article element; fails when an element is closed that is not the open one."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if "article" in self.open else ""


def lines_with_ink(text: str) -> list[str]:
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


@given(annotated(), STRIPPED)
def test_segments_are_the_whole_text_and_the_kept_ones_hold_the_lines_of_the_clean_text(pair, stripped):
    article, _ = pair
    segments = clean_segments(*pair, stripped)
    assert "".join(article.text[one.start : one.end] for one in segments) == article.text
    kept = "".join(article.text[one.start : one.end] for one in segments if one.kept)
    assert lines_with_ink(kept) == lines_with_ink(clean_text(*pair, stripped))
    for one in segments:
        assert one.kept or (set(one.kinds) <= stripped and one.lines > 0)


@given(annotated(), STRIPPED)
def test_the_text_export_is_the_clean_text(pair, stripped):
    assert export(*pair, "txt", stripped=stripped) == clean_text(*pair, stripped)


@given(annotated(), STRIPPED)
def test_a_page_holds_the_words_of_the_clean_text_and_nothing_else(pair, stripped):
    page = _Body(export(*pair, "html", stripped=stripped))
    assert "".join(page.text.split()) == "".join(clean_text(*pair, stripped).split())
