"""The interface's end of the annotator process: starts it, asks it, replaces it when it hangs or dies."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from typing import Any

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.document import to_document
from annotators.frames import LENGTH, encode_frame, text_pieces
from annotators.progress import Progress
from annotators.reviving import annotations_of, parse

__all__ = ["AnnotatorClient", "AnnotatorUnavailable"]

_MAX_FRAME = 1 << 30
_SILENCE = 60.0
"""Seconds without an answer after which the process counts as hung; loading the model takes one or two."""

_COMMAND = (sys.executable, "-P", "-m", "annotators.worker")
"""`-P`: a module of the same name in the working directory must never be run."""


class AnnotatorUnavailable(RuntimeError):
    """The annotator cannot answer: the message is one line that says why and what to do."""


class AnnotatorClient:
    """One annotator process, started at the first question and kept warm for the next article.

    Not for use by two tasks at once: a new question ends the one under way.
    """

    def __init__(
        self, model: str | None = None, *, command: tuple[str, ...] = _COMMAND, silence: float = _SILENCE
    ) -> None:
        self._model = model
        self._command = command
        self._silence = silence
        self._process: asyncio.subprocess.Process | None = None
        self._asked = 0

    async def annotate(self, article: Article, annotations: AnnotationSet, first: int = 0) -> AsyncIterator[Progress]:
        """What the model finds, as it grows, the text at offset `first` before the rest.

        Raises `AnnotatorUnavailable` when there is no usable model, or when the process died or
        fell silent; it has then been ended, and the next question starts a new one. So it is when
        the task that asks is cancelled, which may be in the middle of a question or an answer.
        """
        self._asked += 1
        asked = self._asked
        found = annotations
        parts: dict[str, list[Any]] = {}
        document = to_document(article, annotations)
        del document["text"]
        request = {
            "id": asked,
            "first": first,
            "model": self._model,
            "document": document,
            "text_follows": True,
        }
        try:
            process = await self._running()
            await self._send(process, await asyncio.to_thread(encode_frame, request))
            del request, document
            for piece in text_pieces(article.text):
                await self._send(process, piece)
            while asked == self._asked:
                answer = await asyncio.wait_for(self._receive(process), self._silence)
                if answer["id"] != asked:
                    continue
                if "failed" in answer:
                    raise AnnotatorUnavailable(answer["failed"])
                if "more" in answer:
                    for key, items in answer["more"].items():
                        parts.setdefault(key, []).extend(items)
                    continue
                answered, more = answer["document"], parts
                parts = {}
                answered.update({key: [*items, *answered.get(key, ())] for key, items in more.items()})
                same = {name: getattr(found, name) for name in answer.get("same", ())}
                found = annotations_of(answered).replace(**same)
                yield Progress(found, answer["share"])
                if answer["share"] >= 1:
                    return
        except TimeoutError as error:
            await self.close()
            raise AnnotatorUnavailable("the annotator stopped answering; r tries again") from error
        except asyncio.CancelledError:
            await self.close()
            raise
        except (OSError, EOFError) as error:
            await self.close()
            raise AnnotatorUnavailable("the annotator ended unexpectedly; r tries again") from error

    def cancel(self) -> None:
        """Stop waiting for the answer under way; the process goes on to the next question."""
        self._asked += 1

    async def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()
        await asyncio.sleep(0)  # the ends of its pipes are closed by callbacks, which a closing loop would drop

    def kill(self) -> None:
        """End the process without waiting for it, for the last moments of the interface."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        return self._process

    async def _send(self, process: asyncio.subprocess.Process, frame: bytes) -> None:
        assert process.stdin is not None
        process.stdin.write(frame)
        await process.stdin.drain()

    async def _receive(self, process: asyncio.subprocess.Process) -> dict[str, Any]:
        assert process.stdout is not None
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        if length > _MAX_FRAME:
            raise EOFError("a frame too large to be one")
        body = await process.stdout.readexactly(length)
        return await asyncio.to_thread(parse, body)
