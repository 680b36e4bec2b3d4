"""Lists and tables of Markdown stay whole: nothing around them says that they are a menu."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet
from annotators.boilerplate import label_blocks
from annotators.cleaning import clean_text
from annotators.loaders.markdown import load_markdown
from annotators.pipeline import annotate_structure

STORY = "# Ferry\n\nThe crew refused to sail on Monday, the company said.\n\n"
SMALL = [
    "# Shopping\n\n- Milk\n- Eggs\n",
    "1. First\n2. Second\n",
    "# Todo\n\n- [ ] Call\n- [x] Write\n",
    "# Todo\n\n- [ ] Call the harbour office\n- [x] Write to the mayor about the bridge\n- [x] Buy bread\n",
    "# Results\n\n| Team | Points |\n|---|---|\n| Reds | 3 |\n",
    "| x | y |\n|:--|--:|\n| 1 | 2 |\n",
    f"{STORY}| A | B |\n|---|---|\n| C | D |\n\nIt will sail again on Friday, when the wind has gone.\n",
    f"{STORY}- Tuesday\n- Friday\n",
]


@pytest.mark.parametrize("text", SMALL)
def test_a_small_list_or_table_is_kept_whole(text: str) -> None:
    article = load_markdown(text.encode(), "small.md")
    structure = label_blocks(article)
    annotations = AnnotationSet(blocks=structure.blocks, inline=structure.inline)
    assert clean_text(article, annotations).strip() == text.strip()


def test_a_lone_delimiter_row_is_no_table() -> None:
    article = load_markdown(f"{STORY}---\n\n- Home\n".encode(), "small.md")
    assert [label.kind for label in label_blocks(article).blocks][:2] == ["headline", "body"]


def test_a_longer_article_keeps_its_tables_and_all_items_of_its_lists() -> None:
    parts = (
        "# The best walks of the county", "*By Rose Kerr, 3 May 2022*",
        "Some of these are long, and two of them are wet.",
        "## Mill Lane to the weir", "Distance: 4 miles. Time: two hours. Start at the church.",
        "| Walk | Miles | Hours |\n|------|------:|------:|\n| Weir | 4     | 2     |\n| Tops | 9     | 5     |",
        "## The Tops", "- Boots\n- Water\n- A map (OS Explorer 41)",
        '> "I have walked it every day," said Tom Hill, "and never met a soul."',
        "### Getting there", "Bus 41 from the station; every hour on Sundays.",
    )  # fmt: skip
    article = load_markdown("\n\n".join(parts).encode(), "walks.md")
    assert [article.text[one.start : one.end] for one in label_blocks(article).blocks if one.boilerplate] == []


def test_code_under_a_kept_line_is_kept_whatever_its_words() -> None:
    text = (
        "# A disk that is full\n\nHave a look at it first:\n\n```python\nprint(share)\nfollow(us)\n```\n\nIt is full.\n"
    )
    article = load_markdown(text.encode(), "a.md")
    assert not any(label.boilerplate for label in label_blocks(article).blocks)


def test_quotation_marks_in_code_are_not_statements() -> None:
    code = '```python\nprint("We were lucky, all of us")\n```'
    article = load_markdown(f'{STORY}{code}\n\n"It was a close thing," said Ana Ruiz.\n'.encode(), "small.md")
    found = annotate_structure(article)
    assert [article.text[mark.start : mark.end] for mark in found.marks] == ['"It was a close thing,"']


def test_menus_and_lists_of_titles_are_told_from_the_story_by_the_words_of_their_links() -> None:
    menu = [f"- [{name}](/x)" for name in ("Skip navigation", "Latest", "Politics", "Sport", "My account", "Sign out")]
    below = [
        f"- [{name}](/x)" for name in ("Most read", "Dog saves its owner", "Follow us", "Privacy policy", "Contact us")
    ]
    text = "\n".join(menu) + f"\n\n{STORY}It will sail again on Friday, when the wind has gone.\n\n" + "\n".join(below)
    labels = label_blocks(load_markdown(text.encode(), "small.md")).blocks
    assert [label.boilerplate for label in labels] == [*[True] * len(menu), False, False, False, *[True] * len(below)]
