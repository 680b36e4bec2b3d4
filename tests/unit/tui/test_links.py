from __future__ import annotations

import pytest

from tui.links import link_at, links_in


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://news.example/a?b=c#d.", "https://news.example/a?b=c#d"),
        ("(at http://news.example/a_(b))", "http://news.example/a_(b)"),
        ("[words](https://news.example/a)", "https://news.example/a"),
        ("<https://news.example/é>, and more", "https://news.example/é"),
        ("“https://news.example/a”", "https://news.example/a"),
        ("https://news.example/a\x1b]0;owned\x07", "https://news.example/a"),
        ("HTTPS://News.Example/", "HTTPS://News.Example/"),
    ],
)
def test_an_address_ends_where_its_sentence_or_bracket_goes_on(text: str, address: str) -> None:
    (link,) = links_in(text, 0, len(text))
    assert link.address == text[link.start : link.end] == address


def test_an_address_is_found_from_any_place_in_it_and_from_none_beside_it() -> None:
    text = "Go to https://news.example/a now."
    start, end = text.index("https"), text.index(" now")
    assert [link_at(text, at) is not None for at in (start - 1, start, end - 1, end)] == [False, True, True, False]


def test_nothing_that_is_no_address_is_one() -> None:
    assert not list(links_in("ftp://a file:///etc/passwd javascript:alert(1) https:// x", 0, 60))
