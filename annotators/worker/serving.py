"""The annotator in a process of its own: the one door to the encoder and to spaCy.

A call of a spaCy pipeline, and much of what is done around the encoder, holds the interpreter's
lock for its whole length, which would freeze the keys of an interface in the same process.
`python -m annotators.worker` reads requests from standard input and writes what it finds to
standard output, both as `frames`. A newer request ends the one under way, between two runs of the
model; the end of the input ends the process.

Requests: `{"id", "document", "first", "model"}`, the document a broadsheet/1 object with the layers
that are known already, as `document.brief_document` makes it; structure and quotes by rule are answered
first, with a share of 0, where they are not. `{"id"}` alone asks for nothing, and so ends what is under
way. Answers: `{"id", "share", "same", "layers", "columns"}`, the annotations as `buffers.laid_out` has
them without what is the `same` as in the answer before, and `{"id", "failed"}` with one line.
`{"id", "busy"}` says that it is being worked on.
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
"""The reader's keys go first, and so does most else."""

_SESSION = Path("/proc/self/autogroup")
"""Where Linux takes the niceness of a session, which counts for more than that of a process in it."""

_APART = 1.0
"""Seconds between two answers with the same layers: each holds all of the one before and costs the reader frames."""

_PULSE = 2.0
"""Seconds between two frames that say that a question is being worked on."""

_WORK = 0.005
"""Seconds on the processor within them that count as work; what hangs needs none."""


class _Pace:
    """Which steps are told: the first of each sort, the last, and of those between no more than one a second."""

    def __init__(self) -> None:
        self._ready: frozenset[Layer] = frozenset()
        self._told_at = -_APART

    def lets_through(self, ready: frozenset[Layer], share: float) -> bool:
        """Whether to tell a step now."""
        if ready == self._ready and share < 1 and time.monotonic() - self._told_at < _APART:
            return False
        self._ready, self._told_at = ready, time.monotonic()
        return True


class _NotWanted(Exception):
    """There is a newer request."""


class Worker:
    """Answers requests one after the other; keeps the models it has loaded."""

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
        with contextlib.suppress(ValueError):  # what is no frame is the end of what can be understood
            while (message := read_frame(requests)) is not None:
                self._requests.put(message)
        self._requests.put(None)

    def _pulse(self, ended: threading.Event) -> None:
        """Say every now and then that what was asked is being worked on, for as long as it is and somebody listens."""
        spent, parent = time.process_time(), os.getppid()
        while not ended.wait(_PULSE):
            if os.getppid() != parent:  # the reader was killed, and cannot close the pipe on what is under way
                os._exit(1)
            if self._at is not None and time.process_time() - spent > _WORK:
                spent = time.process_time()
                with contextlib.suppress(OSError):  # the main thread will find out
                    self._write({"id": self._at, "busy": True})

    def _write(self, message: Message) -> None:
        with self._writing:
            write_frame(self._answers, message)

    def _latest(self) -> Message | None:
        request = self._requests.get()
        while request is not None and not self._requests.empty():
            newer = self._requests.get()
            if newer is None:  # the end, but what was asked before it is answered
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
        """Leave what is under way where something newer is asked; the end of the input is not that."""
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
    """Serve on standard input and output; whatever libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
        if os.getsid(0) == os.getpid():
            _SESSION.write_text(str(_NICENESS))
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        Worker(answers).run(sys.stdin.buffer)
