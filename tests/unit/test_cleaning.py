"""The clean article: whole lines go, kept lines stay as they are, and what went is said."""

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.cleaning import clean_segments, clean_text
from annotators.loaders.text import article_from_text


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


def test_what_is_stripped_can_be_chosen():
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
