"""The turns of a conversation are kept, whatever a line of it looks like alone."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.conversations import with_conversations


def kinds(*lines: tuple[str, str]) -> list[str]:
    """The kinds of lines given as kind and text, after the conversation has been looked for."""
    text, labels = "", []
    for kind, line in lines:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(line), kind=kind, score=0.5))
        text += f"{line}\n"
    return [label.kind for label in with_conversations(text, labels)]


def test_a_short_question_amid_an_interview_is_no_link() -> None:
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


def test_readers_who_comment_hold_none() -> None:
    lines = [
        ("comments", "Ann: Was it loud?"),
        ("comments", "Bob: It was."),
        ("comments", "Ann: Truly?"),
        ("comments", "Bob: Truly."),
    ]
    assert kinds(*lines) == ["comments"] * 4
