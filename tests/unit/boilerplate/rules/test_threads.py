"""Readers' comments on HTML pages are known by the elements they stand in."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.rules.threads import with_threads

STORY = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again. " * 2
SAID = "I was on that ferry, and it was a very fine morning until we met the quay wall."


def kinds_of(*blocks: tuple[str, str], kind: str = "body") -> list[str]:
    """The kinds found of blocks by path and text that were all taken for one kind."""
    text, made, at = "\n\n".join(said for _, said in blocks), [], 0
    for path, said in blocks:
        made.append(Block(at, at + len(said.strip()), "p", path))
        at += len(said) + 2
    labels = [BlockLabel(start=block.start, end=block.end, kind=kind, score=0.9) for block in made]
    return [label.kind for label in with_threads(Article(text, tuple(made), Source("x.html")), labels)]


@pytest.mark.parametrize(
    "path",
    [
        "body/div#comments/p",
        "body/main/ol.commentlist/li#comment-17.comment.even/div.comment-content/p",
        "body/section.comments-area/p",
        "body/div.reader-comments/p",
        "body/div#disqus_thread/p",
    ],
)
def test_blocks_in_a_comment_section_below_the_story_are_comments(path: str) -> None:
    assert kinds_of(("body/main/p", STORY), (path, SAID)) == ["body", "comments"]


@pytest.mark.parametrize(
    "path",
    ["body.comments/main/p", "body/article.comments-open/p", "body/div.no-comments/p", "body/div.commentary/p"],
)
def test_class_names_that_only_mention_comments_do_not_match(path: str) -> None:
    assert kinds_of(("body/main/p", STORY), (path, SAID)) == ["body", "body"]


def test_an_opinion_piece_is_not_a_readers_comment() -> None:
    said = (
        ("body/main/p", STORY),
        ("body/main/div.comment/h1", "Ferries are for all"),
        ("body/main/div.comment/p", SAID),
    )
    text, blocks, at = "\n\n".join(words for _, words in said), [], 0
    for path, words in said:
        blocks.append(Block(at, at + len(words.strip()), "p", path, told="body" if path.endswith("/p") else ""))
        at += len(words) + 2
    for kinds in (("deck", "headline", "body"), ("body", "subhead", "body")):
        labels = [
            BlockLabel(start=block.start, end=block.end, kind=kind) for block, kind in zip(blocks, kinds, strict=True)
        ]
        found = with_threads(Article(text, tuple(blocks), Source("x.html")), labels)
        assert found[2].kind == "body"


def test_a_conversation_without_a_story_is_the_story() -> None:
    assert kinds_of(("body/h1", "Ferries"), ("body/div.comment/p", SAID)) == ["body", "body"]


def test_menus_keep_their_kind() -> None:
    assert kinds_of(("body/p", STORY), ("body/div#comments/a", "Log in"), kind="nav") == ["nav", "nav"]
