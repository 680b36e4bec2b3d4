"""A word that a hyphen divides at the end of a line is put together where the lines of a paragraph are."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet
from annotators.exporters.html import to_html
from annotators.exporters.linear import to_linear
from annotators.exporters.markdown import to_markdown
from annotators.exporters.plain_text import to_plain_text
from annotators.loaders.markdown import load_markdown
from annotators.loaders.text import article_from_text
from annotators.text.hyphens import rejoined


@pytest.mark.parametrize(
    ("shown", "elsewhere", "joined"),
    [
        ("an inter-\nnational port", "International law", "an international port"),
        ("a well-\nknown face", "his face is well-known", "a well-known face"),
        ("a well-\nknown face", "wellknown and well-known", "a well-known face"),
        ("an inter-\nnational port", "", "an inter-national port"),
        ("an inter-\r\n  national port", "international", "an international port"),
        ("a state-of-the-\nart boat", "", "a state-of-the-art boat"),
        ("the two-\nand three-year-olds", "", "the two-\nand three-year-olds"),
        ("the Clyde-\nForth canal", "", "the Clyde-\nForth canal"),
        ("he left -\nand came back", "", "he left -\nand came back"),
        ("from 1914-\n18", "", "from 1914-\n18"),
        ("a 2-bedroom-\nflat", "", "a 2-bedroom-flat"),
    ],
)
def test_the_hyphen_stays_if_the_text_has_no_form_without_it(shown: str, elsewhere: str, joined: str) -> None:
    assert rejoined(shown, f"{shown}\n\n{elsewhere}") == joined


WRAPPED = (
    "The council voted on Tuesday to close the old bridge, which an inter-\n"
    "national firm had found unsafe in the spring, and to ask the county for\n"
    "money to build another one beside it, which will take two more years\n"
    "and cost as much as the town spends on all of its schools in a decade.\n\n"
    "The international firm will be asked to look at all of the others now.\n"
)


def test_views_without_line_breaks_show_rejoined_words() -> None:
    article = article_from_text(WRAPPED, "a.txt")
    for written in (to_linear, to_html, to_markdown):
        assert "an international firm" in written(article, AnnotationSet())


def test_the_text_itself_and_what_is_in_markdown_stay_as_they_are() -> None:
    assert to_plain_text(article_from_text(WRAPPED, "a.txt"), AnnotationSet()) == WRAPPED
    assert "inter-\nnational" in to_html(load_markdown(WRAPPED.encode(), "a.md"), AnnotationSet())
