"""Markdown opens as it was written, cut into blocks where its tokens are."""

import pytest

from annotators.loaders import LoadError
from annotators.loaders.markdown import load_markdown
from tests.growth import growth

ARTICLE = """\
---
title: "Ferry strike: week two"
author: [Ann Lee, Bo Ray]
date: 2026-03-01
tags:
  - ferries
---

[Home](/) | [World](/world)

# Ferry strike

A paragraph that is
wrapped over two lines.

> “Quoted,” he said.

- one
- two
  still two

1. first

## Part two ##

| a | b |
|---|---|
| 1 | 2 |

```
code  here

more
```

![A quay](quay.jpg)

***

[ref]: https://news.example/
"""


def blocks(text: str) -> list[tuple[str, str]]:
    article = load_markdown(text.encode(), "a.md")
    assert article.text == text
    return [(block.tag, article.text_of(block)) for block in article.blocks]


def test_every_token_with_lines_of_its_own_is_a_block():
    found = blocks(ARTICLE)
    assert found[0][0] == "front_matter"
    assert found[1:] == [
        ("p", "[Home](/) | [World](/world)"),
        ("h1", "# Ferry strike"),
        ("p", "A paragraph that is\nwrapped over two lines."),
        ("blockquote", "> “Quoted,” he said."),
        ("li", "- one"),
        ("li", "- two\n  still two"),
        ("li", "1. first"),
        ("h2", "## Part two ##"),
        ("tr", "| a | b |"),
        ("", "|---|---|"),
        ("tr", "| 1 | 2 |"),
        ("pre", "```\ncode  here\n\nmore\n```"),
        ("img", "![A quay](quay.jpg)"),
        ("hr", "***"),
        ("", "[ref]: https://news.example/"),
    ]


def test_metadata_is_read_from_front_matter():
    metadata = load_markdown(ARTICLE.encode(), "a.md").metadata
    assert (metadata.title, metadata.byline, metadata.published) == (
        "Ferry strike: week two",
        "Ann Lee, Bo Ray",
        "2026-03-01",
    )


def test_toml_front_matter_is_read_too():
    metadata = load_markdown(b'+++\ntitle = "T"\nlang = "en"\n+++\n\nText\n', "a.md").metadata
    assert (metadata.title, metadata.language) == ("T", "en")


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ("author:\n  name: Ann Lee\n  email: a@b.example", "Ann Lee"),
        ("authors:\n  - name: Ann Lee\n    paper: The Wire\n  - name: Bo Ray", "Ann Lee, Bo Ray"),
        ("authors:\n- Ann Lee\n- 'Bo Ray'", "Ann Lee, Bo Ray"),
        ('author: [Ann Lee, "Bo Ray"] # two', "Ann Lee, Bo Ray"),
        ("author: Ann Lee # not Bo", "Ann Lee"),
        ('author: "Ann \\"Annie\\" Lee"', 'Ann "Annie" Lee'),
        ("author: 'Ann O''Lee'", "Ann O'Lee"),
        ("author: >-\n  Ann Lee and\n  Bo Ray\ntags: x", "Ann Lee and Bo Ray"),
        ("author: ~\nbyline: null", None),
        ("author: C# writers", "C# writers"),
    ],
)
def test_writers_are_read_from_front_matter_in_every_form(written, byline):
    text = f"---\ntitle: T\n{written}\n---\n\nText\n"
    assert load_markdown(text.encode(), "a.md").metadata.byline == byline


def test_people_and_dates_are_read_from_toml():
    text = "+++\ndate = 2026-03-02T10:00:00Z\n[[authors]]\nname = 'Ann Lee'\n+++\n\nText\n"
    metadata = load_markdown(text.encode(), "a.md").metadata
    assert (metadata.byline, metadata.published) == ("Ann Lee", "2026-03-02T10:00:00+00:00")


def test_long_front_matter_is_no_text():
    text = "---\ntitle: T\n" + "x: y\n" * 900 + "---\n\nText\n"
    assert blocks(text)[1:] == [("p", "Text")]


def test_a_rule_at_the_top_is_no_front_matter():
    assert blocks("---\n\nText\n\n---\n") == [("hr", "---"), ("p", "Text"), ("hr", "---")]


@pytest.mark.parametrize("heading", ["# The *big* story #", "The `big` story\n===", "#   The big story"])
def test_without_front_matter_the_first_heading_is_the_title(heading):
    assert load_markdown(f"{heading}\n\nText\n".encode(), "a.md").metadata.title == "The big story"


def test_lines_that_are_nothing_but_links_are_blocks_of_their_own():
    assert blocks("[Home](/)\n[Sport](/s)\n[![logo](l.png)](/x)\n\nText with [a link](/)\nand more.\n") == [
        ("a", "[Home](/)"),
        ("a", "[Sport](/s)"),
        ("a", "[![logo](l.png)](/x)"),
        ("p", "Text with [a link](/)\nand more."),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(newline):
    text = newline.join(["# Head", "", "One", "two", "", "- item", ""])
    assert [tag for tag, _ in blocks(text)] == ["h1", "p", "li"]


def test_lists_nested_deeper_than_the_parser_goes_lose_nothing():
    text = "".join("  " * depth + f"- item {depth}\n" for depth in range(60))
    assert "".join("".join(part.split()) for _, part in blocks(text)) == "".join(text.split())


def test_control_characters_and_nul_stay_where_they_are():
    assert blocks("A\x1b[31mred\n\nB\0C\n") == [("p", "A\x1b[31mred"), ("p", "B\0C")]


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_a_file_without_text_is_refused(data):
    with pytest.raises(LoadError, match=r"a\.md"):
        load_markdown(data, "a.md")


def test_front_matter_may_be_a_json_object() -> None:
    text = (
        '{\n  "title": "Harbour wall to be raised",\n  "authors": ["Jo Penn", {"name": "Al Reed"}]\n}\n\nIt is low.\n'
    )
    article = load_markdown(text.encode(), "a.md")
    assert article.text == text
    assert [article.text_of(block) for block in article.blocks][1:] == ["It is low."]
    assert article.blocks[0].tag == "front_matter"
    assert (article.metadata.title, article.metadata.byline) == ("Harbour wall to be raised", "Jo Penn, Al Reed")


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "All there is"}\n',
        '{"title": "A"} is how it begins.\n\nIt is low.\n',
        '{"colour": "red"}\n\nIt is low.\n',
        "{ not json }\n\nIt is low.\n",
        "{" * 5000 + "\n\nIt is low.\n",
    ],
)
def test_a_text_that_opens_with_a_brace_is_text(text: str) -> None:
    assert all(block.tag != "front_matter" for block in load_markdown(text.encode(), "a.md").blocks)


@pytest.mark.parametrize(("begun", "part"), [("a", " "), ("a: '", " #")])
def test_a_long_line_of_front_matter_takes_time_in_proportion(begun, part):
    def load(size):
        load_markdown(f"---\ntitle: T\n{begun}{part * size}'\n---\n\nText\n".encode(), "a.md")

    assert growth(load, 8000) < 8
