"""What a pair of marks is for."""

from __future__ import annotations

import pytest

from annotators.loaders.markdown import load_markdown
from annotators.pipeline import annotate_structure
from tests.unit.quotes.told import marks_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The “experts” who drew the map are gone.", "scare: “experts”"),
        ("Sailors shun the word “drown” on board.", "scare: “drown”"),
        ("She sang “The Lark at Noon” to a full house.", "title: “The Lark at Noon”"),
        ("He watched ‘Harbour Lights’ twice that week.", "title: ‘Harbour Lights’"),
        ("Rosa “Pepper” Mora keeps the lighthouse.", "nickname: “Pepper”"),
        ("The boxer, nicknamed “Thunder”, is retiring.", "nickname: “Thunder”"),
        (
            "Mora said the vote was “a farce from the first hour” to the last.",
            "fragment: “a farce from the first hour”",
        ),
        ("The council was fined for “gross neglect.”", "fragment: “gross neglect.”"),
        ("“Nobody asked us.”", "direct: “Nobody asked us.”"),
        ("Mora said, “Nobody asked us.”", "direct: “Nobody asked us.”"),
    ],
)
def test_a_pair_is_classified_by_its_words_and_those_around_it(text: str, kind: str) -> None:
    assert marks_in(text) == [kind]


def test_a_short_fragment_beside_a_long_one_is_a_fragment_too() -> None:
    assert marks_in("Mora doubted the “plan” that “would drown half the harbour in silt” by May.") == [
        "fragment: “plan”",
        "fragment: “would drown half the harbour in silt”",
    ]


@pytest.mark.parametrize(
    "link",
    [
        '[the plan](https://council.example/a "The Great Plan")',
        "[the plan](<a b> 'She said \"yes\"')",
        '![a bridge](bridge.png "Our \\"bridge\\"")',
        '[the plan][1]\n\n[1]: https://council.example/a "The Great Plan"\n',
    ],
)
def test_the_title_of_a_link_is_no_quotation(link: str) -> None:
    article = load_markdown(f'# Plans\n\nHe wants {link}\n\n"Nobody asked us," she said.\n'.encode(), "a.md")
    marks = annotate_structure(article).marks
    assert [article.text[mark.start : mark.end] for mark in marks] == ['"Nobody asked us,"']


def test_quotations_inside_or_beside_the_words_of_a_link_are_found() -> None:
    words = '["We are late"](a.html), she said ("too late"), see [x](y.html): "never."'
    article = load_markdown(f"# Plans\n\n{words}\n".encode(), "a.md")
    marks = annotate_structure(article).marks
    assert [article.text[mark.start : mark.end] for mark in marks] == ['"We are late"', '"too late"', '"never."']


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Clubs close for good,” by the Post's Amy Lee", "title"),
        ("On “Fox News Sunday,” Lund spoke of tolls.", "title"),
        ("“We will rebuild,” said Amy Lee.", "direct"),
    ],
)
def test_headlines_of_others_and_programmes_are_titles(text: str, kind: str) -> None:
    assert marks_in(text)[0].startswith(f"{kind}: ")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A book called “Upper Left” sold out.", "title"),
        ("The volunteers – the “Roof Rats”, as they are known – met on Sunday.", "nickname"),
        ("The bridge, known locally as the “Iron Cow”, is shut.", "nickname"),
        ("Lund said the plan was “dead”.", "fragment"),
        ("The “expert” said the plan was dead.", "scare"),
        ("Lund said a “smart” meter was fitted.", "scare"),
        ("The council said it “deeply regretted” the closure.", "fragment"),
        ("They call it “wellness”, a word that nobody can define.", "scare"),
        ("A placard read “No Way Out”.", "direct"),
        ("Holt read “No Way Out” to her son.", "title"),
    ],
)
def test_the_words_around_quotation_marks_give_their_kind(text: str, kind: str) -> None:
    assert [mark.split(":")[0] for mark in marks_in(text)] == [kind]
