"""The choke point: nothing that could steer the terminal passes it."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.terminal.line_filter import SafeTextFilter
from tui.terminal.safe_text import is_safe, unsafe

HOSTILE = "a\x1b]52;c;eA==\x07b\x9b31mc\x00\x7f\u202ed\u2066e\ud800f\U000e0041g\r\n"
BLACK = Color(0, 0, 0)


def filtered(*segments: Segment) -> list[Segment]:
    return SafeTextFilter().apply(list(segments), BLACK)


def test_every_unsafe_character_is_deleted_and_nothing_else() -> None:
    (segment,) = filtered(Segment(HOSTILE, Style(bold=True)))
    assert segment.text == "a]52;c;eA==b31mcdefg"
    assert segment.style == Style(bold=True)
    everything = "".join(chr(code) for code in range(0x110000))
    (segment,) = filtered(Segment(everything))
    assert segment.text == "".join(one for one in everything if not unsafe().match(one))


def test_a_hyperlink_with_an_escape_in_it_is_dropped_and_a_plain_one_stays() -> None:
    bad, good = filtered(
        Segment("x", Style(link="http://a/\x1b\\\x1b]0;owned\x07")), Segment("y", Style(link="http://a/b"))
    )
    assert bad.style is not None
    assert bad.style.link is None
    assert good.style is not None
    assert good.style.link == "http://a/b"


def test_a_safe_line_is_handed_on_as_it_is() -> None:
    segments = [Segment("سلام می\u200cخواهم 👨\u200d👩\u200d👧 北京", Style(italic=True))]
    assert SafeTextFilter().apply(segments, BLACK) is segments


def test_no_unsafe_character_is_printable() -> None:
    characters = [chr(code) for code in range(0x110000)]
    assert [one for one in characters if is_safe(one) == bool(unsafe().match(one))] == []
    assert any(map(is_safe, characters))
