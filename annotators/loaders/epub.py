"""A book (`.epub`) to an `Article`: its chapters one below the other, each as the page that it is.

A book is a zip archive that somebody else has made. Nothing in it is unpacked into a file, a name in it is only
looked up among its names, and no more is unpacked than an article may have, whatever the archive says of itself.
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
"""Bytes of the list of what is in a book."""
_MOST_FILES: Final = 50_000
_MOST_CHAPTERS: Final = 5000
_END: Final = Struct("<4s4H2IH")
"""The record at the end of an archive: how many files are listed, and in how many bytes."""
_FARTHEST_END: Final = _END.size + 0xFFFF
_PACKED: Final = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""How files in a book are packed. Of what is packed otherwise `zipfile` unpacks all, however little it is asked for."""
_PAGES: Final = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What reading a damaged, an encrypted or a newer archive raises."""


def load_epub(data: bytes, location: str) -> Article:
    """The book in the bytes of a file; `LoadError` where it has no text that could be read."""
    return read_epub(BytesIO(data), location)


def read_epub(stream: BinaryIO, location: str) -> Article:
    """The same from an open file, of which only the chapters are read."""
    try:
        _check_directory(stream, location)
        with zipfile.ZipFile(stream) as archive:
            return _Book(archive, location).article()
    except _BROKEN as error:
        raise LoadError(f"{location} is no book that can be read", "download it again") from error


def open_epub(path: str) -> Article:
    """The same by the name of a file."""
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115
    except OSError:
        read_path(path)  # which says what is wrong
        raise
    with file:
        return read_epub(file, path)


def _check_directory(stream: BinaryIO, location: str) -> None:
    """Refuse an archive whose list of files is larger than a book's, before all of it is read."""
    size = stream.seek(0, SEEK_END)
    stream.seek(max(0, size - _FARTHEST_END))
    end = stream.read()
    at = end.rfind(b"PK\5\6")
    stream.seek(0)
    if at < 0 or len(end) - at < _END.size:
        raise LoadError(f"{location} is no whole archive", "download it again")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(end, at)
    if entries > _MOST_FILES or directory > LARGEST:
        raise LoadError(f"{location} has more than {_MOST_FILES} files in it", "open another copy")


class _Book:
    """An open archive, and how much may still be unpacked from it."""

    def __init__(self, archive: zipfile.ZipFile, location: str) -> None:
        self._archive = archive
        self._location = location
        self._left = LARGEST
        self._names = frozenset(archive.namelist())
        if _CONTAINER not in self._names:
            raise LoadError(f"{location} is an archive and no book", "give an article")

    def article(self) -> Article:
        package, folder = self._package()
        chapters = [one for name in self._chapters(package, folder) if (one := self._page(name)) is not None]
        if not chapters:
            locked = _LOCKED in self._names or "META-INF/encryption.xml" in self._names
            what = "is locked to the program it was sold for" if locked else "has no text in it"
            raise LoadError(f"{self._location} {what}", "open another copy")
        return replace(joined(chapters, self._location, MEDIA_TYPE), metadata=_metadata(package))

    def _package(self) -> tuple[Any, str]:
        """The list of what the book has, and the folder in the archive that its names start from."""
        container = self._xml(_CONTAINER)
        name = next((str(one.get("full-path") or "") for one in container.iter("{*}rootfile")), "")
        return self._xml(name), posixpath.dirname(name)

    def _xml(self, name: str) -> Any:
        data = self._unpacked(name, _LARGEST_LIST)
        # An entity could stand for a file of the reader's, or for a million others.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        root = etree.fromstring(data, parser) if data.strip() else None
        if root is None:
            raise LoadError(f"{self._location} does not say what is in it", "download it again")
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
        """A file of the archive; never more of it than may be, whatever size it says that it has."""
        if name not in self._names:
            raise LoadError(f"{self._location} lacks what it says is in it", "download it again")
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise LoadError(f"{self._location} is packed as no book is", "download it again")
        with self._archive.open(name) as file:
            data = file.read(min(most, self._left) + 1)
        if len(data) > min(most, self._left):
            raise LoadError(
                f"{self._location} has more than {LARGEST // 1024**2} MB of text in it", "open a part of it"
            )
        self._left -= len(data)
        return data


def _metadata(package: Any) -> Metadata:
    """What the book says of itself."""

    def said(name: str) -> str | None:
        words = (" ".join("".join(one.itertext()).split()) for one in package.iter(f"{{*}}{name}"))
        return "; ".join(dict.fromkeys(filter(None, words)))[:500] or None

    language = (said("language") or "").partition(";")[0]
    return Metadata(
        title=said("title"), byline=said("creator"), published=said("date"), site=said("publisher"),
        language=language or None,
    )  # fmt: skip
