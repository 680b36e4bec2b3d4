"""When annotations are shown: in a pause between keys, and not more often than necessary."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from textual.message import Message

from annotators.annotation import AnnotationSet
from annotators.article import Article, Block, Source
from annotators.progress import Progress
from tui import annotating
from tui.annotating import Annotating
from tui.messages import AnnotatingEnded, AnnotationsFound

ARTICLE = Article("Ada spoke.", (Block(0, 10),), Source("a.txt"))


class Steps:
    """Finds something each time it is let, and ends after the third."""

    def __init__(self) -> None:
        self.let = asyncio.Semaphore(0)

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        for share in (0.2, 0.4, 1.0):
            await self.let.acquire()
            yield Progress(AnnotationSet(), share)

    def cancel(self) -> None:
        """Nothing goes on by itself."""

    async def close(self) -> None:
        """Nothing is open."""


class Reader:
    """Somebody who presses keys, and to whom things are shown."""

    def __init__(self) -> None:
        self.posted: list[Message] = []
        self.since_key = 0.0
        self.steps = Steps()
        self.annotating = Annotating(self.posted.append, self.steps, None, lambda: self.since_key)

    async def let(self, steps: int) -> None:
        """So many steps are found."""
        for _ in range(steps):
            self.steps.let.release()
        for _ in range(20):
            await asyncio.sleep(0)

    async def all_shown(self) -> list[float]:
        """The shares of what was shown, once the end is."""
        while not any(isinstance(one, AnnotatingEnded) for one in self.posted):
            await asyncio.sleep(0.001)
        return [one.share for one in self.posted if isinstance(one, AnnotationsFound)]


async def test_annotations_are_shown_after_a_pause_between_keys_and_only_the_latest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(annotating, "_REST", 0.02)
    monkeypatch.setattr(annotating, "monotonic", lambda: 0.0)  # it has not been waited for long, however slow this is
    reader = Reader()
    reader.annotating.begin(ARTICLE, 0)
    await reader.let(2)
    await asyncio.sleep(0.05)
    assert reader.posted == []
    await reader.let(1)
    reader.since_key = 1.0
    assert await reader.all_shown() == [1.0]


async def test_annotations_are_shown_after_a_while_even_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "_REST", 0.01)
    now = 0.0
    monkeypatch.setattr(annotating, "monotonic", lambda: now)
    reader = Reader()
    reader.annotating.begin(ARTICLE, 0)
    await reader.let(3)
    assert reader.posted == []
    now = annotating._LONGEST
    assert await reader.all_shown() == [1.0]


async def test_without_keys_annotations_are_shown_step_by_step() -> None:
    reader = Reader()
    reader.since_key = 9.0
    reader.annotating.begin(ARTICLE, 0)
    for number in range(3):
        await reader.let(1)
        assert len(reader.posted) >= number + 1
    assert await reader.all_shown() == [0.2, 0.4, 1.0]


async def test_annotations_of_an_article_that_was_left_are_not_posted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "_REST", 0.02)
    reader = Reader()
    reader.annotating.begin(ARTICLE, 0)
    await reader.let(1)
    reader.annotating.cancel()
    reader.since_key = 1.0
    await asyncio.sleep(0.05)
    assert reader.posted == []
