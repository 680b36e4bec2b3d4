"""The interface's side of annotation: asks for the layers of the open article, and posts them as they arrive."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Protocol

from textual.message import Message

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from tui.messages import AnnotatingEnded, AnnotationsFound

__all__ = ["Annotating", "Annotator", "Step"]

_REST = 0.15
"""Seconds without a key before new annotations are shown: in a large text that takes the time of some frames."""

_LONGEST = 2.0
"""Seconds after which they are shown even while keys are pressed."""

_PATIENCE = 2.0
"""Seconds to wait, when the reader is left, for the annotator's process to end."""


class Step(Protocol):
    """The annotations found so far, and the share of the text that has been read, 0 to 1."""

    @property
    def annotations(self) -> AnnotationSet: ...
    @property
    def share(self) -> float: ...


class Annotator(Protocol):
    """Finds names and speakers: a process of its own, or a stand-in in tests."""

    def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Step]: ...
    def cancel(self) -> None: ...
    async def close(self) -> None: ...


class Annotating:
    """Annotates one article at a time; a new one ends the work on the one before.

    `since_key` returns the seconds since the last key. Annotations are posted in a pause between keys, as messages
    that carry frozen data; nothing here touches a widget.
    """

    def __init__(
        self,
        post: Callable[[Message], object],
        annotator: Annotator | None,
        model: str | None,
        since_key: Callable[[], float] = lambda: _REST,
    ) -> None:
        self._post = post
        self._since_key = since_key
        self._found: AnnotationsFound | None = None
        self._posting: asyncio.Task[None] | None = None
        self._annotator = annotator
        self._model = model
        self._task: asyncio.Task[None] | None = None
        self._wanted: Article | None = None
        self._turn = asyncio.Lock()

    def begin(self, article: Article, first: int) -> None:
        """Annotate an article, beginning with the text at offset `first`."""
        self.cancel()
        self._wanted = article
        self._task = asyncio.create_task(self._annotate(article, first))

    def cancel(self) -> None:
        """Drop the article that is being annotated; nothing more is posted about it."""
        self._wanted = self._found = None
        if self._annotator is not None:
            self._annotator.cancel()

    async def close(self) -> None:
        """End the annotator and the tasks that wait for it."""
        self.cancel()
        if self._posting is not None:
            self._posting.cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task], timeout=_PATIENCE)
        if self._annotator is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._annotator.close(), _PATIENCE)

    async def read_beside(self, article: Article, heard: Callable[[float], object]) -> AnnotationSet | None:
        """All annotations of an article that is not on the screen; `None` if the one on the screen interrupted it.

        `heard` is called with the share of the text that has been read, 0 to 1.
        """
        annotations, share = AnnotationSet(), 0.0
        async with self._turn:
            try:
                async for step in self._ready_annotator().annotate(article, annotations):
                    annotations, share = step.annotations, step.share
                    heard(share)
            except Exception as error:  # rules alone find enough for a comparison
                return await asyncio.to_thread(_without_annotator, article, annotations, _one_line(error))
        return annotations if share >= 1 else None

    async def _annotate(self, article: Article, first: int) -> None:
        problem = ""
        annotations = AnnotationSet()
        # The annotator takes one article at a time; a cancelled one ends at once.
        async with self._turn:
            if self._wanted is not article:
                return
            try:
                async for step in self._ready_annotator().annotate(article, annotations, first):
                    if self._wanted is not article:
                        return
                    annotations = step.annotations
                    self._show(AnnotationsFound(article, annotations, step.share))
            except Exception as error:  # whatever went wrong, the text stays readable and the reader is told
                problem = _one_line(error)
                annotations = await asyncio.to_thread(_without_annotator, article, annotations, problem)
                self._show(AnnotationsFound(article, annotations, 1.0))
        if self._posting is not None:
            await asyncio.wait([self._posting])
        if self._wanted is article:
            self._post(AnnotatingEnded(article, problem))

    def _show(self, found: AnnotationsFound) -> None:
        """Post the annotations at the next pause between keys, unless newer ones replace them by then."""
        self._found = found
        if self._posting is None or self._posting.done():
            self._posting = asyncio.create_task(self._post_at_rest())

    async def _post_at_rest(self) -> None:
        latest = monotonic() + _LONGEST
        while (rest := _REST - self._since_key()) > 0 and monotonic() < latest:
            await asyncio.sleep(rest)
        found, self._found = self._found, None
        if found is not None:
            self._post(found)

    def _ready_annotator(self) -> Annotator:
        if self._annotator is None:
            from annotators.worker.client import AnnotatorClient  # here, so that it is imported after the first paint

            self._annotator = AnnotatorClient(self._model)
        return self._annotator


def _without_annotator(article: Article, annotations: AnnotationSet, problem: str) -> AnnotationSet:
    """The layers that rules find without the annotator's process, with `problem` as the reason for those missing."""
    missing = {Layer.ENTITIES}
    if Layer.STRUCTURE not in annotations.ready:
        from annotators.pipeline import annotate_structure  # here, because its process usually does this

        try:
            annotations = annotate_structure(article)
        except Exception:  # the same failure that `problem` tells of
            missing |= {Layer.STRUCTURE, Layer.QUOTES}
    return annotations.replace(unavailable=dict.fromkeys(missing - annotations.ready, problem))


def _one_line(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words if words and isinstance(error, RuntimeError) else f"annotating failed: {type(error).__name__}: {words}"
