"""Loads a book (`.epub`): its chapters one below the other, each read as an HTML page.

A book is an untrusted zip archive. Nothing is unpacked into a file, names are only looked up inside the archive, and no
more is unpacked than an article may have, whatever sizes the archive states.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import SEEK_END, BytesIO
from struct import Struct
from typing import Any, BinaryIO, Final
from urllib.parse import unquote

from lxml import etree

from annotators.article import Article, Metadata
from annotators.loaders.errors import LoadError
from annotators.loaders.html import load_html
from annotators.loaders.joining import joined
from annotators.loaders.reading import LARGEST, read_path

__all__ = ["MEDIA_TYPE", "load_epub", "open_epub", "read_epub"]

MEDIA_TYPE: Final = "application/epub+zip"

_CONTAINER: Final = "META-INF/container.xml"
_LOCKED: Final = "META-INF/rights.xml"
_LARGEST_LIST: Final = 1 << 22
"""The most bytes of a book's directory of files."""
_MOST_FILES: Final = 50_000
_MOST_CHAPTERS: Final = 5000
_END: Final = Struct("<4s4H2IH")
"""The record at the end of an archive, with the number of files and the size of their directory."""
_FARTHEST_END: Final = _END.size + 0xFFFF
_PACKED: Final = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""The accepted compressions. With others, `zipfile` unpacks a whole file, however little of it is read."""
_PAGES: Final = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""The exceptions of `zipfile` for damaged, encrypted and newer archives."""


def load_epub(data: bytes, location: str) -> Article:
    """The book in the bytes of a file; raises `LoadError` if it has no readable text."""
    return read_epub(BytesIO(data), location)


def read_epub(stream: BinaryIO, location: str) -> Article:
    """The book in an open file, of which only the chapters are read."""
    try:
        _check_directory(stream, location)
        with zipfile.ZipFile(stream) as archive:
            return _Book(archive, location).article()
    except _BROKEN as error:
        raise LoadError(f"{location} is a damaged book", "download it again") from error


def open_epub(path: str) -> Article:
    """The book at a path."""
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115
    except OSError:
        read_path(path)  # raises the error with its reason
        raise
    with file:
        return read_epub(file, path)


def _check_directory(stream: BinaryIO, location: str) -> None:
    """Refuse an archive whose directory is too large for a book, before all of it is read."""
    size = stream.seek(0, SEEK_END)
    stream.seek(max(0, size - _FARTHEST_END))
    end = stream.read()
    at = end.rfind(b"PK\5\6")
    stream.seek(0)
    if at < 0 or len(end) - at < _END.size:
        raise LoadError(
            f"{location} is damaged or incomplete (a book is a zip archive, and its end is missing)",
            "download it again",
        )
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(end, at)
    if entries > _MOST_FILES or directory > LARGEST:
        raise LoadError(f"{location} has more than {_MOST_FILES} files in it", "open another copy")


class _Book:
    """An open archive, and the number of bytes that may still be unpacked from it."""

    def __init__(self, archive: zipfile.ZipFile, location: str) -> None:
        self._archive = archive
        self._location = location
        self._left = LARGEST
        self._names = frozenset(archive.namelist())
        if _CONTAINER not in self._names:
            raise LoadError(f"{location} is an archive, but not an .epub book", "unpack it and open what is in it")

    def article(self) -> Article:
        package, folder = self._package()
        chapters = [one for name in self._chapters(package, folder) if (one := self._page(name)) is not None]
        if not chapters:
            locked = _LOCKED in self._names or "META-INF/encryption.xml" in self._names
            what = "is locked to the program it was sold for" if locked else "has no text in it"
            raise LoadError(f"{self._location} {what}", "open another copy")
        return replace(joined(chapters, self._location, MEDIA_TYPE), metadata=_metadata(package))

    def _package(self) -> tuple[Any, str]:
        """The book's package document, and the folder in the archive to which its names are relative."""
        container = self._xml(_CONTAINER)
        name = next((str(one.get("full-path") or "") for one in container.iter("{*}rootfile")), "")
        return self._xml(name), posixpath.dirname(name)

    def _xml(self, name: str) -> Any:
        data = self._unpacked(name, _LARGEST_LIST)
        # An entity could include a local file, or expand to millions of others.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        root = etree.fromstring(data, parser) if data.strip() else None
        if root is None:
            raise LoadError(f"{self._location} is damaged: it has no list of its chapters", "download it again")
        return root

    def _chapters(self, package: Any, folder: str) -> Iterator[str]:
        """The names of the chapters in their order, each once."""
        pages: dict[str, str] = {}
        for item in package.iter("{*}item"):
            if str(item.get("media-type") or "").lower() in _PAGES:
                pages[str(item.get("id"))] = posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href")))))
        wanted = dict.fromkeys(pages.get(str(one.get("idref")), "") for one in package.iter("{*}itemref"))
        yield from list(filter(self._names.__contains__, wanted))[:_MOST_CHAPTERS]

    def _page(self, name: str) -> Article | None:
        data = self._unpacked(name, self._left)
        try:
            return load_html(data, self._location)
        except LoadError:  # a cover, which is a picture
            return None

    def _unpacked(self, name: str, most: int) -> bytes:
        """A file of the archive, at most `most` bytes of it, whatever size the archive states."""
        if name not in self._names:
            raise LoadError(f"{self._location} is damaged: a file that it lists is missing", "download it again")
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise LoadError(f"{self._location} is compressed in a way that .epub books are not", "download it again")
        with self._archive.open(name) as file:
            data = file.read(min(most, self._left) + 1)
        if len(data) > min(most, self._left):
            raise LoadError(
                f"{self._location} has more than {LARGEST // 1024**2} MB of text in it", "open a part of it"
            )
        self._left -= len(data)
        return data


def _metadata(package: Any) -> Metadata:
    """The metadata of the book."""

    def said(name: str) -> str | None:
        words = (" ".join("".join(one.itertext()).split()) for one in package.iter(f"{{*}}{name}"))
        return "; ".join(dict.fromkeys(filter(None, words)))[:500] or None

    language = (said("language") or "").partition(";")[0]
    return Metadata(
        title=said("title"), byline=said("creator"), published=said("date"), site=said("publisher"),
        language=language or None,
    )  # fmt: skip
