"""The annotator process, in which encoder and spaCy run.

A call of a spaCy pipeline, and much of the work around the encoder, holds the interpreter lock for its whole length,
which would freeze the keys of an interface in the same process. `python -m annotators.worker` reads requests from
standard input and writes answers to standard output, both as `frames`. A newer request ends the one before, between
two runs of the model; the end of the input ends the process.

Requests are `{"id", "document", "first", "model"}`, where the document is a broadsheet/1 object with the layers that
are known already, made by `document.brief_document`. If structure and quotes by rule are not among them, they are
answered first, with a share of 0. A request of `{"id"}` alone only ends the one before.

Answers are `{"id", "share", "same", "layers", "columns"}`, with the annotations as from `buffers.laid_out`, without the
fields that are the `same` as in the answer before; `{"id", "failed"}` with one line; and `{"id", "busy"}`, the pulse.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from annotators.annotation import AnnotationSet, Layer
from annotators.document import from_document, layers_of, with_blocks
from annotators.memory.buffers import laid_out
from annotators.memory.frames import Message, frames_of, read_frame, write_frame
from annotators.memory.packing import PACKED
from annotators.pipeline import ModelUnavailable, annotate_in_steps, annotate_structure, load_model

__all__ = ["main", "read_frame", "write_frame"]

_NICENESS = 5
"""The niceness of the process, so that the reader's keys and most other programs go first."""

_SESSION = Path("/proc/self/autogroup")
"""Linux's file for the niceness of a session, which counts for more than that of its processes."""

_APART = 1.0
"""The least seconds between two answers with the same layers, because each costs the reader frames."""

_PULSE = 2.0
"""Seconds between two pulses."""

_WORK = 0.005
"""The least processor seconds between two pulses that count as work; a process that hangs uses none."""


class _Pace:
    """Limits the steps that are sent: the first with each set of layers, the last, and at most one a second between."""

    def __init__(self) -> None:
        self._ready: frozenset[Layer] = frozenset()
        self._told_at = -_APART

    def lets_through(self, ready: frozenset[Layer], share: float) -> bool:
        """Whether a step is to be sent now."""
        if ready == self._ready and share < 1 and time.monotonic() - self._told_at < _APART:
            return False
        self._ready, self._told_at = ready, time.monotonic()
        return True


class _NotWanted(Exception):
    """There is a newer request."""


class Worker:
    """Answers requests one after the other, and keeps loaded models."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._writing = threading.Lock()
        self._requests: queue.Queue[Message | None] = queue.Queue()
        self._models: dict[str | None, Any] = {}
        self._told: tuple[Any, AnnotationSet] = (None, AnnotationSet())
        self._at: Any = None

    def run(self, requests: BinaryIO) -> None:
        """Answer until the input ends."""
        threading.Thread(target=self._listen, args=(requests,), daemon=True).start()
        ended = threading.Event()
        threading.Thread(target=self._pulse, args=(ended,), daemon=True).start()
        while (request := self._latest()) is not None:
            self._answer(request)
        ended.set()

    def _listen(self, requests: BinaryIO) -> None:
        with contextlib.suppress(ValueError):  # an invalid frame ends the input
            while (message := read_frame(requests)) is not None:
                self._requests.put(message)
        self._requests.put(None)

    def _pulse(self, ended: threading.Event) -> None:
        """Send pulses for as long as a request is being worked on and the client exists."""
        spent, parent = time.process_time(), os.getppid()
        while not ended.wait(_PULSE):
            if os.getppid() != parent:  # the client was killed, and cannot close the pipe
                os._exit(1)
            if self._at is not None and time.process_time() - spent > _WORK:
                spent = time.process_time()
                with contextlib.suppress(OSError):  # the main thread will meet the same error
                    self._write({"id": self._at, "busy": True})

    def _write(self, message: Message) -> None:
        with self._writing:
            write_frame(self._answers, message)

    def _latest(self) -> Message | None:
        request = self._requests.get()
        while request is not None and not self._requests.empty():
            newer = self._requests.get()
            if newer is None:  # the end of the input; the request before it is still answered
                self._requests.put(None)
                break
            request = newer
        return request

    def _answer(self, request: Message) -> None:
        if "document" not in request:
            return
        self._at = request["id"]
        try:
            self._annotate(request)
        except ModelUnavailable as error:
            self._write({"id": request["id"], "failed": str(error)})
        except _NotWanted:
            pass
        finally:
            self._at = None

    def _annotate(self, request: Message) -> None:
        article, annotations = from_document(with_blocks(request["document"]))
        if Layer.STRUCTURE not in annotations.ready:  # known in milliseconds, long before the model is loaded
            annotations = annotate_structure(article)
            self._report(request, annotations, 0.0)
        reader, pace = self._model(request.get("model")), _Pace()
        for step in annotate_in_steps(article, annotations, reader, request.get("first", 0), self._give_way):
            self._give_way()
            if pace.lets_through(step.annotations.ready, step.share):
                self._report(request, step.annotations, step.share)

    def _give_way(self) -> None:
        """Raise `_NotWanted` if there is a newer request; the end of the input is none."""
        with self._requests.mutex:
            newer = any(request is not None for request in self._requests.queue)
        if newer:
            raise _NotWanted

    def _model(self, name: str | None) -> Any:
        if name not in self._models:
            self._models[name] = load_model(name)
        return self._models[name]

    def _report(self, request: Message, annotations: AnnotationSet, share: float) -> None:
        before = self._told[1] if self._told[0] == request["id"] else None
        self._told = request["id"], annotations
        same = [name for name in PACKED if before and getattr(before, name) is getattr(annotations, name)]
        layout, buffers = laid_out(annotations, [name for name in PACKED if name not in same])
        answer = {"share": share, "same": same, "layers": layers_of(annotations), "columns": layout}
        with self._writing:
            for frame in frames_of({"id": request["id"], **answer}, buffers):
                self._answers.write(frame)
            self._answers.flush()


def main() -> None:
    """Serve on standard input and output; anything that libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
        if os.getsid(0) == os.getpid():
            _SESSION.write_text(str(_NICENESS))
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        Worker(answers).run(sys.stdin.buffer)
