"""The gutter names kinds of boilerplate, and marks paragraphs with a low score as unsure."""

from annotators.annotation import AnnotationSet, BlockLabel
from tui.widgets.article_pane.gutter_names import UNSURE, GutterNames


def names(*labels: tuple[str, float | None]) -> GutterNames:
    blocks = tuple(
        BlockLabel(start=100 * number, end=100 * number + 90, kind=kind, score=score)
        for number, (kind, score) in enumerate(labels)
    )
    return GutterNames(AnnotationSet(blocks=blocks))


def test_furniture_is_named_on_its_first_line_and_marked_on_the_others() -> None:
    found = names(("nav", 0.9), ("body", 0.9))
    assert [found.at(0, 40), found.at(40, 91), found.at(100, 140)] == ["nav", "", None]


def test_a_paragraph_that_is_as_likely_something_else_is_called_unsure_once() -> None:
    found = names(("body", 0.49), ("body", 0.5), ("body", None))
    assert [found.at(0, 40), found.at(40, 91)] == [UNSURE, None]
    assert [found.at(100, 140), found.at(200, 240)] == [None, None]


def test_the_gutter_names_the_kind_of_stripped_blocks_at_any_score() -> None:
    assert names(("promo", 0.2)).at(0, 40) == "promo"


def test_a_headline_by_rule_is_not_called_unsure() -> None:
    assert names(("headline", 0.01)).at(0, 40) is None


def test_a_kind_of_two_words_is_named_in_words() -> None:
    assert names(("author_box", 0.9)).at(0, 40) == "author box"
