"""Where lines end, and where a full line only goes on in the next."""

from __future__ import annotations

import pytest

from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate
from annotators.text.line_breaks import without_wraps

FULL = "The work on this article was paid for by the Karsund Fund for Slow"


def test_a_full_line_goes_on_after_a_blank() -> None:
    text = f"{FULL}\nJournalism and others."
    assert without_wraps(text, [(0, len(text))]) == f"{FULL} Journalism and others."


def test_other_line_breaks_are_handled_alike() -> None:
    for line_break in ("\r\n", "\r"):
        text = f"{FULL}{line_break}Journalism and others."
        assert without_wraps(text, [(0, len(text))]) == f"{FULL}{' ' * len(line_break)}Journalism and others."


def test_short_lines_blank_lines_and_indented_ones_stay() -> None:
    after = ("\n\nJournalism", "\n  Journalism", "\r\n\r\nJournalism")
    for text in ("Jack Hill\nJavad Zarif", *(FULL + one for one in after)):
        assert without_wraps(text, [(0, len(text))]) == text


def test_text_between_spans_is_unchanged() -> None:
    text = f"{FULL}\n{FULL}\n{FULL}"
    wrapped = without_wraps(text, [(0, len(FULL)), (len(FULL) + 1, len(text))])
    assert wrapped == f"{FULL}\n{FULL} {FULL}"
    assert len(wrapped) == len(text)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_value_that_goes_on_in_the_next_line_is_one_whatever_ends_the_line(line_break: str) -> None:
    lines = ("The harbour master has kept the light on the outer pier for 31", "years and means to keep it.")
    article = article_from_text("\n\n".join([line_break.join(lines)] * 4), "a.txt")
    values = [article.text[one.start : one.end].split() for one in annotate(article).mentions if one.label == "DATE"]
    assert values == [["31", "years"]] * 4
