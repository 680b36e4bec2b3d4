"""The annotator in a process of its own: the one door to spaCy.

A call of a spaCy pipeline holds the interpreter's lock for its whole length, which would freeze
the keys of an interface in the same process. `python -m annotators.worker` reads requests from
standard input and writes what it finds to standard output, both as frames: four bytes of length,
big endian, then JSON. A newer request ends the one under way; the end of the input ends the process.

Requests: `{"id", "document", "first", "model"}`, the document a broadsheet/1 object with the layers
that are known already. Answers: `{"id", "share", "document"}`, the document without its text, and
`{"id", "failed"}` with one line.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import struct
import sys
import threading
from typing import Any, BinaryIO

from annotators.document import from_document, to_document
from annotators.pipeline import ModelUnavailable, annotate_in_steps, load_model

__all__ = ["main", "read_frame", "write_frame"]

_LENGTH = struct.Struct(">I")
_NICENESS = 5
"""The reader's keys go first."""

Message = dict[str, Any]


def read_frame(stream: BinaryIO) -> Message | None:
    """The next message, `None` at the end of the stream."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    body = stream.read(_LENGTH.unpack(header)[0])
    message: Message = json.loads(body)
    return message


def write_frame(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it."""
    stream.write(encode_frame(message))
    stream.flush()


def encode_frame(message: Message) -> bytes:
    """One message as the bytes of a frame."""
    body = json.dumps(message, separators=(",", ":")).encode()
    return _LENGTH.pack(len(body)) + body


class Worker:
    """Answers requests one after the other; keeps the models it has loaded."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._requests: queue.Queue[Message | None] = queue.Queue()
        self._models: dict[str | None, Any] = {}

    def run(self, requests: BinaryIO) -> None:
        """Answer until the input ends."""
        reader = threading.Thread(target=self._listen, args=(requests,), daemon=True)
        reader.start()
        while (request := self._latest()) is not None:
            self._answer(request)

    def _listen(self, requests: BinaryIO) -> None:
        while (message := read_frame(requests)) is not None:
            self._requests.put(message)
        self._requests.put(None)

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
        try:
            self._annotate(request)
        except ModelUnavailable as error:
            write_frame(self._answers, {"id": request["id"], "failed": str(error)})

    def _annotate(self, request: Message) -> None:
        model = request.get("model")
        if model not in self._models:
            self._models[model] = load_model(model)
        if "document" not in request:  # only to have the model warm
            return
        article, annotations = from_document(request["document"])
        for step in annotate_in_steps(article, annotations, self._models[model], request.get("first", 0)):
            document = to_document(article, step.annotations)
            del document["text"]
            write_frame(self._answers, {"id": request["id"], "share": step.share, "document": document})
            if not self._requests.empty():
                return


def main() -> None:
    """Serve on standard input and output; whatever libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        Worker(answers).run(sys.stdin.buffer)


if __name__ == "__main__":
    main()
