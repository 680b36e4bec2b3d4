"""Where lines end, and where a full line only goes on in the next."""

from __future__ import annotations

from annotators.line_breaks import without_wraps

FULL = "The work on this article was paid for by the Karsund Fund for Slow"


def test_a_full_line_goes_on_after_a_blank() -> None:
    text = f"{FULL}\nJournalism and others."
    assert without_wraps(text, [(0, len(text))]) == f"{FULL} Journalism and others."


def test_short_lines_blank_lines_and_indented_ones_stay() -> None:
    for text in ("Jack Hill\nJavad Zarif", f"{FULL}\n\nJournalism", f"{FULL}\n  Journalism", f"{FULL}\r\nJournalism"):
        assert without_wraps(text, [(0, len(text))]) == text


def test_what_stands_between_spans_stays() -> None:
    text = f"{FULL}\n{FULL}\n{FULL}"
    wrapped = without_wraps(text, [(0, len(FULL)), (len(FULL) + 1, len(text))])
    assert wrapped == f"{FULL}\n{FULL} {FULL}"
    assert len(wrapped) == len(text)
