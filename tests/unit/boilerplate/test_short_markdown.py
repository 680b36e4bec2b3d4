"""Small lists and tables of Markdown stay whole: nothing around them says that they are a menu."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet
from annotators.boilerplate import label_blocks
from annotators.cleaning import clean_text
from annotators.loaders.markdown import load_markdown

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
def test_a_small_list_or_table_is_exported_as_it_is(text: str) -> None:
    article = load_markdown(text.encode(), "small.md")
    structure = label_blocks(article)
    annotations = AnnotationSet(blocks=structure.blocks, inline=structure.inline)
    assert clean_text(article, annotations).strip() == text.strip()


def test_a_rule_that_stands_alone_is_no_part_of_a_table() -> None:
    article = load_markdown(f"{STORY}---\n\n- Home\n".encode(), "small.md")
    assert [label.kind for label in label_blocks(article).blocks][:2] == ["headline", "body"]
