"""The clean article as Markdown: the article's own text is never markup."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Source
from annotators.exporters import export
from annotators.loaders.html import load_html
from annotators.loaders.text import article_from_text

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def labelled(text: str, *kinds: str) -> tuple[Article, AnnotationSet]:
    article = article_from_text(text, "a.txt")
    blocks = zip(article.blocks, kinds, strict=True)
    return article, AnnotationSet(blocks=tuple(BlockLabel(start=b.start, end=b.end, kind=kind) for b, kind in blocks))


def plain(rendered: str) -> list[tuple[str, str]]:
    """Element and text of each block of rendered Markdown; fails on any inline markup but breaks."""
    tokens = PARSER.parse(rendered)
    found = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            kinds = {child.type for child in token.children}
            assert kinds <= {"text", "softbreak", "em_open", "em_close"}, (rendered, kinds)
            text = "".join("\n" if child.type == "softbreak" else child.content for child in token.children)
            found.append((before.tag, text))
    return found


def test_each_kind_has_its_form_and_boilerplate_is_gone():
    article, annotations = labelled(
        "A *bold* headline #\n\nThe deck.\n\nBy Ann O_Neil\nAdvertisement\n\nFirst.\nPart two\n\nLast.\n",
        "headline", "deck", "byline", "ad", "body", "subhead", "body",
    )  # fmt: skip
    assert export(article, annotations, "md") == (
        "# A \\*bold\\* headline \\#\n\n*The deck.*\n\nBy Ann O\\_Neil\n\nFirst.\n\n## Part two\n\nLast.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "# not a heading", "1. not a list", "1986) a year", "- not a list", "+ nor this", "> no quote",
        "=== not a rule",
        "--- nor this", "*** nor this", "```not code", "~~~not code", "~~not gone~~", "**not bold**", "__nor this__",
        "[not](a-link)", "![no](image)", "<b>not bold</b>", "<https://no.link>", "a&amp;b &#27; &copy;",
        "| no | table |",
        "back\\slash \\* star", "[including] TV", "[^1]: no note", "[a]: /no-definition", "`no code`", "$no$ maths",
        ":-- no table", "snake_case_name and _so_ on", "2 < 3 > 1", "#hashtag", "a\\",
    ],
)  # fmt: skip
def test_text_that_looks_like_markdown_stays_text(line):
    article, annotations = labelled(f"{line}\n\nNext.", "body", "body")
    assert plain(export(article, annotations, "md")) == [("p", line), ("p", "Next.")]


@given(st.text(st.sampled_from("ab1 .)#*_`[]()<>!|~&;\\-+=:>\n\u00a0$\"'/"), min_size=1))
def test_no_text_at_all_becomes_markup(text):
    if text.isspace():
        return
    article = article_from_text(text, "a.txt")
    found = plain(export(article, AnnotationSet(), "md"))
    assert {tag for tag, _ in found} == {"p"}
    assert "".join("".join(part.split()) for _, part in found) == "".join(text.split())


def test_a_number_that_begins_no_list_is_written_as_it_is():
    article, annotations = labelled("1. How to score\n\n2.5 percent more.\n\n3. A step", "subhead", "body", "body")
    written = export(article, annotations, "md")
    assert written == "## 1. How to score\n\n2.5 percent more.\n\n3\\. A step\n"
    assert plain(written) == [("h2", "1. How to score"), ("p", "2.5 percent more."), ("p", "3. A step")]


def test_lines_of_a_hard_wrapped_paragraph_stay_lines_of_one_paragraph():
    text = "Twenty words that are wrapped by hand at a width which \n1. begins a line with what looks like\n# a list"
    article = Article(text, (article_from_text("x", "x").blocks[0].__class__(0, len(text)),), Source("a.txt"))
    assert len(plain(export(article, AnnotationSet(), "md"))) == 1


def test_an_article_that_is_markdown_stays_as_it_was_written():
    text = "# Head\n\nA **bold** claim.\n"
    article, annotations = labelled(text, "headline", "body")
    article = Article(text, article.blocks, Source("a.md", "text/markdown"))
    assert export(article, annotations, "md") == text


def test_links_of_a_page_are_links_and_their_words_are_no_markup():
    page = (
        b"<h1><a href='https://a.example/(x)?b=1&amp;copy;=2'>Head *line*</a></h1>"
        b"<p>See <a href='https://b.example/y'>two [words]</a> here.</p>"
        b"<p>\xef\xb7\x92x\xef\xb7\x939\xef\xb7\x94 odd</p>"
    )
    written = export(load_html(page, "a.html"), AnnotationSet(), "md")
    links = [
        token for line in MarkdownIt().parse(written) for token in line.children or () if token.type == "link_open"
    ]
    assert [one.attrs["href"] for one in links] == ["https://a.example/%28x%29?b=1&copy;=2", "https://b.example/y"]
    assert "[Head \\*line\\*](" in written
    assert "See [two \\[words\\]](https://b.example/y) here." in written
    assert "x odd" in written


def test_numbered_items_keep_their_numbers_in_markdown() -> None:
    page = b"<ol><li>one<li value=4>four<li>1. five</ol><ol><li>one</ol><ol reversed><li>last</ol><p>End"
    rendered = export(load_html(page, "a.html"), AnnotationSet(), "md")
    assert rendered == "1. one\n4) four\n5) 1\\. five\n1. one\n- last\n\nEnd\n"
    opened = [token.attrGet("start") or 1 for token in PARSER.parse(rendered) if token.type == "ordered_list_open"]
    assert opened == [1, 4, 1]
