import pytest

from annotators.boilerplate.language.lexicon import families
from annotators.boilerplate.language.tokens import tokens, without_links


@pytest.mark.parametrize(
    "text",
    [
        "It's 5pm: don't 'shout', x_y #1 (a/b) e.g. O'Neil's",
        "“Well,” she said – it is 30°C… and 12½",
        "tab\there\x1cand\x1f\x00there",
        "'twas a' b'c''d 7'6",
    ],
)
def test_tokens_of_a_line_do_not_depend_on_other_characters(text: str) -> None:
    assert tokens(f"{text} ж") == [*tokens(text), "ж"]


def test_letters_of_any_script_make_words() -> None:
    assert tokens("Über l’été: ΑΒΓ٣") == ["über", "l'été", ":", "αβγ", "٣"]


def test_a_phrase_is_found_whole_and_in_its_order() -> None:
    assert families("© 2024 , all rights reserved".split())["copyright"] >= 3
    assert families("all rights".split()).keys().isdisjoint({"copyright"})
    assert families("all the rights that the town reserved".split()).keys().isdisjoint({"copyright"})
    assert families([]) == {}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- [Latest](/x)", "Latest"),
        ('[Home](/) | [News](/news "All news")', "Home | News"),
        ("- The crew [refused](/a) to sail", "- The crew refused to sail"),
        ("![The dome at dusk](dome.jpg)", "![The dome at dusk](dome.jpg)"),
        ("- [ ] Call", "- [ ] Call"),
        ("[](/x)", "[](/x)"),
    ],
)
def test_of_a_line_with_links_their_words_are_read(line: str, shown: str) -> None:
    assert without_links(line) == shown
