"""The annotator in a process of its own: the one door to the encoder and to spaCy.

A call of a spaCy pipeline, and much of what is done around the encoder, holds the interpreter's
lock for its whole length, which would freeze the keys of an interface in the same process.
`python -m annotators.worker` reads requests from standard input and writes what it finds to
standard output, both as `frames`. A newer request ends the one under way; the end of the input ends
the process.

Requests: `{"id", "document", "first", "model"}`, the document a broadsheet/1 object with the layers
that are known already; structure and quotes by rule are answered first, with a share of 0, where
they are not. Answers: `{"id", "share", "same", "document"}`, the document without its text and
without what is the same as in the answer before, and `{"id", "failed"}` with one line. Of what is
many the first come before the answer, as `{"id", "more"}`: nobody has to hold all of it as JSON.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from typing import Any, BinaryIO

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.document import FIELDS, from_document, to_document
from annotators.frames import Message, read_frame, write_frame
from annotators.pipeline import ModelUnavailable, annotate_in_steps, annotate_structure, load_model

__all__ = ["main", "read_frame", "write_frame"]

_NICENESS = 5
"""The reader's keys go first."""

_AT_ONCE = 1000
"""Annotations of a kind in one frame; parsing so many takes the reader a few milliseconds."""


class Worker:
    """Answers requests one after the other; keeps the models it has loaded."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._requests: queue.Queue[Message | None] = queue.Queue()
        self._models: dict[str | None, Any] = {}
        self._told: tuple[Any, AnnotationSet] = (None, AnnotationSet())

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
        if "document" not in request:  # only to have the model warm
            self._model(model)
            return
        article, annotations = from_document(request["document"])
        if Layer.STRUCTURE not in annotations.ready:  # known in milliseconds, long before the model is loaded
            annotations = annotate_structure(article)
            self._report(request, article, annotations, 0.0)
        for step in annotate_in_steps(article, annotations, self._model(model), request.get("first", 0)):
            self._report(request, article, step.annotations, step.share)
            if not self._requests.empty():
                return

    def _model(self, name: str | None) -> Any:
        if name not in self._models:
            self._models[name] = load_model(name)
        return self._models[name]

    def _report(self, request: Message, article: Article, annotations: AnnotationSet, share: float) -> None:
        before = self._told[1] if self._told[0] == request["id"] else None
        self._told = request["id"], annotations
        document = to_document(article, annotations)
        del document["text"]
        same = [name for name in FIELDS if before and getattr(before, name) is getattr(annotations, name)]
        for name in same:
            del document[FIELDS[name]]
        for key in FIELDS.values():
            while len(items := document.get(key, ())) > _AT_ONCE:
                write_frame(self._answers, {"id": request["id"], "more": {key: items[:_AT_ONCE]}})
                document[key] = items[_AT_ONCE:]
        write_frame(self._answers, {"id": request["id"], "share": share, "same": same, "document": document})


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
