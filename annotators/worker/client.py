"""The client of the annotator process: starts it, asks it, and replaces it when it hangs or dies."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from typing import Any

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import brief_document, layers_from
from annotators.memory.buffers import taken_up
from annotators.memory.frames import encode_frame, text_pieces
from annotators.progress import Progress
from annotators.worker.pipes import WorkerPipes

__all__ = ["AnnotatorClient", "AnnotatorUnavailable"]

_SILENCE = 60.0
"""Seconds without an answer after which the process counts as hung; while it works it sends a pulse."""

_GIVES_WAY = 5.0
"""Seconds in which the process has to turn from a cancelled request to the next one."""

_COMMAND = (sys.executable, "-P", "-m", "annotators.worker")
"""With `-P`, so that a module of the same name in the working directory is never run."""


class AnnotatorUnavailable(RuntimeError):
    """The annotator cannot answer; the message is one line that says why and what to do."""


class AnnotatorClient:
    """One annotator process, started at the first request and kept running for the next article.

    Two tasks must not use it at once, because a new request ends the one before.
    """

    def __init__(
        self, model: str | None = None, *, command: tuple[str, ...] = _COMMAND, silence: float = _SILENCE
    ) -> None:
        self._model = model
        self._command = command
        self._silence = silence
        self._pipes: WorkerPipes | None = None
        self._asked = 0
        self._answering = False  # whether the process may still be working on a request

    @property
    def pid(self) -> int | None:
        """The process id, if there is a process."""
        return None if self._pipes is None else self._pipes.pid

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        """The growing annotations of an article, beginning with the text at offset `first`.

        Raises `AnnotatorUnavailable` if there is no usable model, or if the process died or hung; it has been ended
        then, and the next request starts a new one. A task may be cancelled at any time; the process stays usable.
        """
        self.cancel()
        asked, found = self._asked, annotations
        try:
            answer = await self._first_answer(await self._question(article, annotations, first), article.text)
            while asked == self._asked:
                if "failed" in answer:
                    self._answering = False
                    raise AnnotatorUnavailable(answer["failed"])
                if "columns" in answer:
                    found = _put_together(answer, found)
                    self._answering = answer["share"] < 1
                    yield Progress(found, answer["share"])
                    if not self._answering:
                        return
                del answer
                answer = await self._next(asked, self._silence)
        except TimeoutError as error:
            await self.close()
            raise AnnotatorUnavailable("the annotator stopped answering; r tries again") from error
        except (OSError, EOFError) as error:
            await self.close()
            raise AnnotatorUnavailable("the annotator ended unexpectedly; r tries again") from error
        finally:
            if asked == self._asked:
                self.cancel()

    def cancel(self) -> None:
        """Cancel the present request; the process is told to stop working on it."""
        self._asked += 1
        if self._answering and self._pipes is not None:
            self._pipes.send([encode_frame({"id": self._asked})])
            self._pipes.wake()

    async def close(self) -> None:
        """End the process."""
        pipes, self._pipes = self._pipes, None
        self._answering = False
        if pipes is not None:
            await pipes.close()

    async def _question(self, article: Article, annotations: AnnotationSet, first: int) -> bytes:
        document = brief_document(article, annotations)
        request = {"id": self._asked, "first": first, "model": self._model, "document": document, "text_follows": True}
        return encode_frame(request) if "spans" in document else await asyncio.to_thread(encode_frame, request)

    async def _first_answer(self, frame: bytes, text: str) -> dict[str, Any]:
        """Send a request and wait for the first answer; a process that hangs in the one before is replaced."""
        asked = self._asked
        if self._answering:
            try:
                await self._ask(frame, text)
                async with asyncio.timeout(min(_GIVES_WAY, self._silence)):
                    return await self._next(asked, self._silence)
            except (TimeoutError, OSError, EOFError):
                await self.close()
        await self._ask(frame, text)
        return await self._next(asked, self._silence)

    async def _ask(self, frame: bytes, text: str) -> None:
        if self._pipes is not None and not self._pipes.usable:
            await self.close()
        if self._pipes is None:
            self._pipes = await WorkerPipes.open(self._command)
        self._answering = True
        self._pipes.send(piece for pieces in ([frame], text_pieces(text)) for piece in pieces)

    async def _next(self, asked: int, silence: float) -> dict[str, Any]:
        """The next answer to a request; an empty one if it has been cancelled."""
        while asked == self._asked and self._pipes is not None:
            answer = await asyncio.wait_for(self._pipes.receive(), silence)
            if answer.get("id") == asked:
                return answer
        return {}


def _put_together(answer: dict[str, Any], before: AnnotationSet) -> AnnotationSet:
    """The annotations of an answer, together with those that are the same as `before`."""
    fields: dict[str, Any] = {name: getattr(before, name) for name in answer["same"]}
    fields |= taken_up(answer["columns"], answer["buffers"])
    return AnnotationSet(**fields, **layers_from(answer["layers"]))
