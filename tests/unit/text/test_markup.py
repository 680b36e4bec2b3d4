"""Words as they are shown: without the markup of links and footnotes."""

from __future__ import annotations

import pytest

from annotators.text.markup import without_markup


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We will not pay[^1] for it,”", "“We will not pay for it,”"),
        ("[Marta Mora](https://example.org/mora), the mayor", "Marta Mora, the mayor"),
        ('[Marta Mora](https://example.org/mora "Her page")', "Marta Mora"),
        ("[Tom Reed][reed] and [Ann][]", "Tom Reed and Ann"),
        ("it [the pier] is ours [sic]", "it [the pier] is ours [sic]"),
        ("no brackets", "no brackets"),
    ],
)
def test_links_are_their_words_and_footnotes_nothing(words: str, shown: str) -> None:
    assert without_markup(words) == shown
