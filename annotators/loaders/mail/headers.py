"""Reads the headers of a message: subject, sender, date and address of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from annotators.article import Metadata

__all__ = ["AS_WRITTEN", "charset_of", "header", "is_saved_page", "metadata_of", "parts_of", "with_missing"]


class _AsWritten(Compat32):
    """A policy that returns headers as they are written.

    `email.policy.default` parses them on access, and fails on some damaged ones with undocumented errors, even if only
    the content type of a part is asked for.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


AS_WRITTEN: Final = _AsWritten()
"""The policy to parse messages with."""

_LONGEST: Final = 500
_LONGEST_WRITTEN: Final = 8000
"""The most characters of a header that are read; `_LONGEST` decoded characters never take more."""
_ANSWERED: Final = re.compile(r"^(?:(?:re|aw|sv|fwd?|wg|tr)\s*(?:\[\d+\])?:\s*)+", re.I)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SENT: Final = ("To", "Received", "Message-ID", "Return-Path", "Delivered-To")


def header(message: Message, name: str) -> str:
    """A header on one line with its encoded words decoded; empty if there is none."""
    raw = str(message.get(name, "")).encode("utf-8", "surrogateescape")
    try:
        written = raw.decode()
    except UnicodeDecodeError:
        written = raw.decode("cp1252", "replace")
    return " ".join(_words(" ".join(written[:_LONGEST_WRITTEN].split())).replace("\0", "").split())[:_LONGEST]


def _words(written: str) -> str:
    if "=?" not in written:
        return written
    try:
        return "".join(_decoded(word, charset) for word, charset in decode_header(written))
    except (HeaderParseError, ValueError):
        return written


def _decoded(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    with suppress(LookupError, ValueError):
        return word.decode(charset or "latin-1", "replace")
    return word.decode("utf-8", "replace")


def charset_of(part: Message) -> str | None:
    """The declared character set of a part."""
    with suppress(ValueError, LookupError):
        return part.get_content_charset()
    return None


def is_saved_page(message: Message) -> bool:
    """Whether the message is a page saved by a browser, and not mail."""
    if message.get("Snapshot-Content-Location"):
        return True
    located = any(part.get("Content-Location") for part in parts_of(message))
    return located and not any(message.get(name) for name in _SENT)


def metadata_of(message: Message) -> Metadata:
    """The metadata of a message. For a saved page date and sender are left out, as they are those of the saving."""
    title = _ANSWERED.sub("", header(message, "Subject"), count=1) or None
    if is_saved_page(message):
        return Metadata(title=title, url=_address(header(message, "Snapshot-Content-Location")) or _page_of(message))
    name, address = _sender(header(message, "From"))
    language = header(message, "Content-Language").split(",")[0].strip()
    return Metadata(
        title=title,
        byline=name or address or None,
        published=_date(header(message, "Date")),
        language=language if _LANGUAGE.fullmatch(language) else None,
        url=_address(header(message, "Archived-At").strip("<> ")),
    )


def parts_of(message: Message) -> Iterator[Message]:
    """A message and all its parts in order, like `Message.walk`, but without recursion."""
    left = [message]
    while left:
        part = left.pop()
        yield part
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list):
            left += [one for one in reversed(inside) if isinstance(one, Message)]


def _sender(written: str) -> tuple[str, str]:
    """The name and the address of a sender; empty if comments are nested too deep."""
    with suppress(RecursionError):
        return parseaddr(written)
    return "", ""


def with_missing(known: Metadata, more: Metadata) -> Metadata:
    """The metadata `known`, with missing fields taken from `more`."""
    return Metadata(
        title=known.title or more.title,
        byline=known.byline or more.byline,
        published=known.published or more.published,
        site=known.site or more.site,
        language=known.language or more.language,
        url=known.url or more.url,
    )


def _page_of(message: Message) -> str | None:
    """The address from which the first page among the parts was saved."""
    for part in parts_of(message):
        if part.get_content_type() == "text/html" and (found := _address(header(part, "Content-Location"))):
            return found
    return None


def _address(text: str) -> str | None:
    return text if text.lower().startswith(("http://", "https://")) else None


def _date(text: str) -> str | None:
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(text).isoformat()
    return text or None
