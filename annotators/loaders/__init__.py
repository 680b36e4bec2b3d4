"""Loads an `Article` from a source: text, Markdown, HTML, mail, a saved page, a book, JSON, a pipe or an address.

`load` opens one source; `expand` replaces folders by the articles in them. Nothing here loads spaCy or Textual, and for
a plain text neither lxml nor markdown-it is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from annotators.loaders.errors import LoadError
from annotators.loaders.media_type import DOCUMENT, media_type_of, sniff
from annotators.loaders.naming import as_named
from annotators.loaders.reading import read_path, read_stream

if TYPE_CHECKING:
    from annotators.article import Article
    from annotators.loaders.decoding import Decoded

__all__ = ["PIPE", "LoadError", "as_named", "expand", "load", "load_bytes", "read_plain"]

PIPE = "-"
_PIPE_NAME = "standard input"


def load(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """The article at a path or a web address, or for `-` the one on `stdin`.

    Raises `LoadError`, a line with what to do about it, for anything that keeps it from being read.
    """
    if source == PIPE:
        if stdin is None:
            raise LoadError("nothing is piped in", "give a file, or pipe an article into `broadsheet -`")
        from dataclasses import replace

        data = read_stream(stdin, _PIPE_NAME)
        article = load_bytes(data, _PIPE_NAME, _told_by(data, _PIPE_NAME))
        return replace(article, source=replace(article.source, location=PIPE))
    if _is_address(source):
        from annotators.loaders.web import load_address

        return load_address(source)
    if media_type_of(source) == "application/epub+zip" and os.path.isfile(source):  # noqa: PTH113
        from annotators.loaders.epub import open_epub

        return open_epub(source)  # reads only the text of a book with pictures
    if "#" in source:
        from annotators.loaders.mailbox import member_of, message_bytes

        if (member := member_of(source)) is not None:
            return load_bytes(message_bytes(*member), source, "message/rfc822")
    _refuse_what_is_no_file(source)
    data = read_path(source)
    return load_bytes(data, source, media_type_of(source) or _told_by(data, source))


def _told_by(data: bytes, name: str) -> str:
    """The media type of data whose name does not tell it; raises `LoadError` for data that are made for programs."""
    media_type = sniff(data)
    if media_type == "text/plain":
        from annotators.loaders.data_formats import refuse_data

        refuse_data(data, name)
    return media_type


def _refuse_what_is_no_file(source: str) -> None:
    """Raise `LoadError` for a source that is meant as an address, unless there is a file of that name."""
    scheme, apart, _ = source.partition("://")
    if not (apart and scheme.isalpha()) and not source.lower().startswith("www."):
        return
    if os.path.lexists(source):
        return
    if not apart:
        raise LoadError(f"{source} does not exist", f"if it is an address, give https://{source}")
    if scheme.lower() == "file":
        raise LoadError(f"{source} begins with file:, and only http and https are read", "give the file's path")
    raise LoadError(f"{source} begins with {scheme}:, and only http and https are read", "save it and open the file")


def load_bytes(data: bytes, location: str, media_type: str) -> Article:
    """The article in `data`, which came from `location` and has one of the supported media types."""
    if media_type == "text/html":
        from annotators.loaders.html import load_html

        return load_html(data, location)
    if media_type == "text/markdown":
        from annotators.loaders.markdown import load_markdown

        return load_markdown(data, location)
    if media_type in {"message/rfc822", "multipart/related"}:
        from annotators.loaders.mail import load_mail

        return load_mail(data, location)
    if media_type == "application/epub+zip":
        from annotators.loaders.epub import load_epub

        return load_epub(data, location)
    if media_type == "application/x-webarchive":
        from annotators.loaders.webarchive import load_webarchive

        return load_webarchive(data, location)
    if media_type == DOCUMENT:
        from annotators.loaders.document import load_document

        return load_document(data, location)
    from annotators.loaders.text import load_text

    return load_text(data, location)


def read_plain(source: str) -> Decoded | None:
    """The text of a plain text source, to be shown before there is an `Article`; `None` for any other source.

    `loaders.text.article_from_text` makes the article. Raises `LoadError` as `load` does.
    """
    if source == PIPE or _is_address(source) or media_type_of(source) != "text/plain":
        return None
    from annotators.loaders.decoding import decode

    return decode(read_path(source), source)


def _is_address(source: str) -> bool:
    return source[:8].lower().startswith(("http://", "https://"))


def expand(sources: Iterable[str]) -> Iterator[str]:
    """The sources with each folder replaced by the articles in it, at any depth, in order of name.

    A mailbox with several messages is replaced by these, and a `file:` address by its path. A folder without articles
    stays, so that `load` reports it.
    """
    for source in map(as_named, sources):
        if source != PIPE and os.path.isdir(source):  # noqa: PTH112 - a str may hold what Path refuses
            yield from (member for name in _articles_in(source) or [source] for member in _members(name))
        else:
            yield from _members(source)


def _members(source: str) -> Sequence[str]:
    """The messages of a mailbox, or the source itself."""
    if source == PIPE or _is_address(source) or media_type_of(source) not in {None, "message/rfc822"}:
        return (source,)
    from annotators.loaders.mailbox import messages_in

    return messages_in(source) or (source,)


def _articles_in(folder: str) -> list[str]:
    from pathlib import Path

    found: list[str] = []
    for where, folders, names in os.walk(Path(folder)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        articles = (name for name in sorted(names) if not name.startswith(".") and media_type_of(name))
        found.extend(str(Path(where, name)) for name in articles)
    return found
