"""Puts large articles into the library in a process of its own.

SQLite needs five times the size of a text to index it, and the reader would keep that memory as long as it runs. The
process reads one message from standard input, in the format of `annotators.memory.frames`: an article with its text,
or the annotations of one in the format of `annotators.memory.keeping`. It answers with a line of JSON: an empty
object, or the `LibraryError`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from annotators.memory.frames import Message, encode_frame, frames_of, read_frame, text_pieces
from annotators.memory.keeping import annotations_in, kept, pack
from tui.library.database import LibraryError

if TYPE_CHECKING:
    from annotators.annotation import AnnotationSet
    from annotators.article import Article
    from tui.library.shelf import Library

__all__ = ["main", "remember", "save_annotations"]

_COMMAND: Final = (sys.executable, "-P", "-m", "tui.library.indexing_process")


def remember(path: Path, article: Article, title: str, words: int | None) -> None:
    """`Library.remember` in another process."""
    message = {"path": str(path), "title": title, "words": words, "text_follows": True, "document": _about(article)}
    _run(chain((encode_frame(message),), text_pieces(article.text)))


def save_annotations(path: Path, article: Article, annotations: AnnotationSet, version: str) -> None:
    """`Library.save_annotations` in another process."""
    message, buffers = kept(article, annotations)
    about = {"path": str(path), "fingerprint": article.fingerprint, "version": version}
    _run(frames_of({**message, **about}, buffers))


def _about(article: Article) -> dict[str, Any]:
    source = {"path": article.source.location, "media_type": article.source.media_type}
    return {"source": source, "metadata": asdict(article.metadata)}


def _run(pieces: Iterable[bytes]) -> None:
    """Start the process, send it a message in pieces, and raise the error that it answers with, if any."""
    pipe = subprocess.PIPE
    nothing = subprocess.DEVNULL
    # In a session of its own, so that it is not ended with the terminal.
    with subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=nothing, start_new_session=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):  # it has ended early, and will not answer
            _send(process.stdin, pieces)
        written = process.stdout.read()
    if not written:
        raise LibraryError(
            "the library cannot take this article (what writes it ended early); reading goes on without it"
        )
    answer = json.loads(written)
    if "error" in answer:
        failure = LibraryError(answer["error"])
        failure.damaged = answer["damaged"]
        raise failure


def _send(stream: IO[bytes], pieces: Iterable[bytes]) -> None:
    try:
        for piece in pieces:
            stream.write(piece)
    finally:
        stream.close()


def main() -> None:
    """Carry out the message on standard input; does nothing if that is incomplete because the reader was killed."""
    from tui.library.shelf import Library

    message = read_frame(sys.stdin.buffer)
    if message is None:
        return
    answer: dict[str, Any] = {}
    try:
        library = Library.open(Path(message["path"]))
        if "words" in message:
            library.remember(_article(message["document"]), message["title"], message["words"])
        else:
            _save(library, message)
        library.close()
    except LibraryError as error:
        answer = {"error": str(error), "damaged": error.damaged}
    sys.stdout.write(json.dumps(answer))


def _save(library: Library, message: Message) -> None:
    from tui.library.searchable import Searchable, searchable

    fingerprint, version = message.pop("fingerprint"), message.pop("version")
    text, annotations = library.text_of(fingerprint), annotations_in(message)
    found = searchable(_article({**message["document"], "text": text}), annotations) if text else Searchable("", "", "")
    del message["path"]
    library.save_packed(fingerprint, pack(message, message.pop("buffers")), found, version)


def _article(document: dict[str, Any]) -> Article:
    """The article of a document as one block, because blocks are not needed here."""
    from annotators.article import Article, Block, Metadata, Source

    text = document["text"]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    source = Source(document["source"]["path"], document["source"]["media_type"])
    blocks = (Block(start, end),) if start < end else ()
    return Article(text, blocks, source, Metadata(**document["metadata"]))


if __name__ == "__main__":
    main()
