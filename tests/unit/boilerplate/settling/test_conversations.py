"""The turns of a conversation are kept, whatever a line of it looks like alone."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Block
from annotators.boilerplate import label_blocks
from annotators.boilerplate.settling.conversations import no_turns, with_conversations
from annotators.loaders.html import load_html


def kinds(*lines: tuple[str, str]) -> list[str]:
    """The kinds of lines given as kind and text, after the conversation has been looked for."""
    text, labels = "", []
    for kind, line in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(line), kind=kind, score=0.5))
        text += f"{line}\n"
    return [label.kind for label in with_conversations(text, labels)]


def test_a_short_question_in_an_interview_is_kept() -> None:
    assert kinds(
        ("headline", "Fog"),
        ("body", "Q: How loud is it?"),
        ("body", "A: Very."),
        ("related", "Q: Who decides?"),
        ("widget", "A: The rocks."),
        ("related", "Read more: The horns of Vardo"),
    ) == ["headline", "body", "body", "body", "body", "related"]


def test_two_labels_make_no_conversation() -> None:
    lines = [("headline", "Fog"), ("related", "Q: Who decides?"), ("widget", "A: The rocks.")]
    assert kinds(*lines) == [kind for kind, _ in lines]


def test_readers_comments_are_not_a_conversation() -> None:
    lines = [
        ("comments", "Ann: Was it loud?"),
        ("comments", "Bob: It was."),
        ("comments", "Ann: Truly?"),
        ("comments", "Bob: Truly."),
    ]
    assert kinds(*lines) == ["comments"] * 4


LINES = [
    ("body", "Q: How loud is it?"),
    ("body", "A: Very."),
    ("related", "Q: Who decides?"),
    ("promo", "A: The rocks."),
    ("related", "Q: And then?"),
    ("body", "A: Fog."),
]


def test_excluded_blocks_are_no_turns() -> None:
    text = "\n".join(line for _, line in LINES)
    labels = []
    for kind, line in LINES:
        start = labels[-1].end + 1 if labels else 0
        labels.append(BlockLabel(start=start, end=start + len(line), kind=kind, score=0.5))
    assert [one.kind for one in with_conversations(text, labels, {2})] == ["body", "body", "related", *["body"] * 3]
    assert with_conversations(text, labels, {0, 2, 4}) == tuple(labels)


@pytest.mark.parametrize(
    ("block", "label", "of_text", "of_page"),
    [
        ({}, {}, False, False),
        ({"linked": 5}, {}, True, True),
        ({"linked": 4}, {}, False, False),
        ({"tag": "h3"}, {}, False, True),
        ({"tag": "p"}, {"score": 0.6}, False, True),
        ({"tag": "p"}, {"score": 0.95, "kind": "body"}, False, False),
    ],
)
def test_links_are_no_turns_and_on_a_page_neither_are_headings_nor_likely_furniture(
    block, label, of_text, of_page
) -> None:
    blocks = [Block(0, 10, **block)]
    labels = [BlockLabel(**{"start": 0, "end": 10, "kind": "related", "score": 0.5} | label)]
    assert no_turns(blocks, labels, False) == ({0} if of_text else set())
    assert no_turns(blocks, labels, True) == ({0} if of_page else set())


def test_a_list_of_books_with_their_writers_is_no_interview() -> None:
    entries = [
        f"{name}: {what}"
        for name in ("Ann Holm", "Ben Roth")
        for what in ("The Art of Rowing", "How to Mend a Net", "Tides")
    ]
    menu = "".join(f'<li><a href="/{number}">{entry}</a></li>' for number, entry in enumerate(entries))
    story = "<p>The harbour master said on Monday that the old crane would go before the winter storms came.</p>" * 4
    article = load_html(f"<main><h1>Crane</h1>{story}</main><nav><ul>{menu}</ul></nav>".encode(), "a.html")
    found = {article.text[one.start : one.end]: one.boilerplate for one in label_blocks(article).blocks}
    assert [found[entry] for entry in entries] == [True] * len(entries)
