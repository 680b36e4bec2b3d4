"""A note finds its words again, or says that it cannot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import Span
from annotators.notes.anchoring import Selector, anchor, select

TEXT = "Team Alpha won the cup. The mayor said the bridge is safe. Team Beta won the shield."


def marked(text: str, words: str) -> Selector:
    start = text.index(words)
    return select(text, Span(start, start + len(words)))


def found(text: str, selector: Selector) -> str | None:
    span = anchor(text, selector)
    return None if span is None else text[max(0, span.start - 4) : span.end]


def test_words_are_found_where_they_were() -> None:
    selector = marked(TEXT, "the bridge is safe")
    assert anchor(TEXT, selector) == Span(selector.start, selector.start + len("the bridge is safe"))


def test_words_that_moved_with_their_neighbours_are_found() -> None:
    selector = marked(TEXT, "the bridge is safe")
    assert found("CORRECTED: " + TEXT, selector) == "aid the bridge is safe"


def test_words_that_come_again_in_other_company_are_refused() -> None:
    selector = marked(TEXT, "won the cup")
    assert anchor("The school won the cupboard and Team Beta won the cup in June.", selector) is None


def test_a_whole_sentence_that_stands_once_is_known_in_any_company() -> None:
    sentence = "“We have been patient for four years,” Marta Kowalczyk said."
    selector = marked(f"Nobody expects it to be the last.\n\n{sentence}\n", sentence)
    edited = f"All quiet.\n\n{sentence} More soon.\n"
    assert anchor(edited, selector) == Span(12, 12 + len(sentence))
    assert anchor(f"All quiet. {sentence} Again: {sentence}", selector) is None


def test_a_similar_sentence_is_not_good_enough() -> None:
    selector = marked(TEXT, "Team Alpha")
    assert anchor("Team Beta won the cup.", selector) is None


def test_two_places_that_fit_alike_are_refused() -> None:
    text = "Yes, said the minister. " * 3
    selector = select(text, Span(29, 33))
    assert anchor("x" + text + text, selector) is None


def test_a_whole_text_finds_itself() -> None:
    assert anchor("Alone.", select("Alone.", Span(0, 6))) == Span(0, 6)


def test_the_w3c_form_comes_back_the_same() -> None:
    selector = marked(TEXT, "the bridge is safe")
    assert Selector.from_json(selector.to_json()) == selector


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_stretch_of_any_text_finds_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, select(text, Span(start, end))) == Span(start, end)


@given(st.text(max_size=40), st.text(max_size=40), st.text(min_size=1, max_size=20), st.integers(0, 99))
def test_an_anchored_note_always_has_the_same_words(text: str, prefix: str, exact: str, start: int) -> None:
    span = anchor(text, Selector(exact, prefix, "", start))
    assert span is None or text[span.start : span.end] == exact
