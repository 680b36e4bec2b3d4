"""The clean article: whole lines go, kept lines stay as they are, and what went is said."""

import pytest

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.cleaning import clean_segments, clean_text
from annotators.exporters import export
from annotators.loaders.markdown import load_markdown
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate_structure


def labelled(text: str, *kinds: str):
    article = article_from_text(text, "a.txt")
    blocks = zip(article.blocks, kinds, strict=True)
    return article, AnnotationSet(blocks=tuple(BlockLabel(start=b.start, end=b.end, kind=kind) for b, kind in blocks))


def test_exactly_the_boilerplate_lines_go():
    pair = labelled("Menu\r\n\r\nHead \r\n\r\nPhoto\r\nBody.\r\n", "nav", "headline", "caption", "body")
    assert clean_text(*pair) == "\r\nHead \r\n\r\nBody.\r\n"


def test_lines_that_end_in_carriage_returns_alone_are_lines():
    pair = labelled("Menu\r\rHead\rPhoto\rBody.\r\nCredit\r", "nav", "headline", "caption", "body", "credit")
    assert clean_text(*pair) == "\rHead\rBody.\r\n"
    assert [one.summary for one in clean_segments(*pair) if not one.kept] == [
        "1 line stripped: nav",
        "1 line stripped: caption",
        "1 line stripped: credit",
    ]


def test_the_stripped_kinds_can_be_chosen():
    pair = labelled("Menu\nHead\nPhoto\n", "nav", "headline", "caption")
    assert clean_text(*pair, {"nav"}) == "Head\nPhoto\n"
    assert clean_text(*pair, ()) == "Menu\nHead\nPhoto\n"


def test_a_fold_says_what_it_hides_and_joins_lines_parted_by_blank_ones():
    pair = labelled("Head\n\nPhoto\nCredit\n\nPhoto two\n\nBody.", "headline", "caption", "credit", "caption", "body")
    folds = [segment for segment in clean_segments(*pair) if not segment.kept]
    assert [fold.summary for fold in folds] == ["3 lines stripped: caption, credit"]
    assert pair[0].text[folds[0].start : folds[0].end] == "Photo\nCredit\n\nPhoto two\n"


def test_one_line_is_one_line():
    pair = labelled("Head\nAd", "headline", "ad")
    assert [one.summary for one in clean_segments(*pair) if not one.kept] == ["1 line stripped: ad"]


def test_without_labels_nothing_is_stripped():
    article, _ = labelled("Menu\n", "nav")
    assert clean_text(article, AnnotationSet()) == "Menu\n"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_below_front_matter_the_article_begins_with_its_first_line(line_break):
    lines = ["---", "title: Ferry", "---", "", " ", "# Ferry", "", "It is late.", ""]
    article = load_markdown(line_break.join(lines).encode(), "a.md")
    found = annotate_structure(article)
    for kind in ("txt", "md", "footnotes"):
        assert export(article, found, kind).startswith("# Ferry"), kind
    assert clean_text(article, found) == line_break.join(lines[5:])
    assert "".join(article.text[one.start : one.end] for one in clean_segments(article, found)) == article.text


def test_a_file_of_nothing_but_front_matter_is_clean_when_nothing_is_left():
    article = load_markdown(b"---\ntitle: Ferry\n---\n\n\n", "a.md")
    assert clean_text(article, annotate_structure(article)) == ""
