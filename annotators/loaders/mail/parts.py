"""Selects the parts of a message to read, in order; of alternative versions the best one."""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Iterable, Sequence
from dataclasses import replace
from email.message import Message
from typing import Final

from annotators.article import Article
from annotators.loaders.errors import LoadError
from annotators.loaders.html import load_html
from annotators.loaders.html.encoding import decode_page
from annotators.loaders.mail.headers import charset_of, is_saved_page, metadata_of, parts_of, with_missing
from annotators.loaders.mail.quoting import without_quoting
from annotators.loaders.media_type import sniff
from annotators.loaders.text import article_from_text

__all__ = ["how_sealed", "read_parts"]

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_ENCRYPTED: Final = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_ONLY_PACKED: Final = frozenset({"signed-data", "compressed-data"})
"""S/MIME types that need no key, but are not unpacked here (RFC 8551, 3.2.2)."""
_NO_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]+")
_BREAK: Final = re.compile(r"\r\n|\r|\n")


def how_sealed(message: Message) -> str:
    """How a part of the message is encrypted or packed so that only a mail program can read it; empty if none is."""
    for part in parts_of(message):
        if part.get_content_type() in _ENCRYPTED:
            return "packed into its signature" if part.get_param("smime-type") in _ONLY_PACKED else "encrypted"
    return ""


def read_parts(message: Message, location: str, *, attachments: bool = False) -> list[Article]:
    """The texts of a message as articles; with `attachments`, those of attachments too."""
    try:
        found = _read(message, location, attachments)
    except RecursionError:
        return []
    own = metadata_of(message)
    if own.title is not None and not is_saved_page(message) and not _passes_on(message):
        # The subject names the issue; the first heading of a newsletter's page is often the newsletter's name.
        found = [replace(one, metadata=replace(one.metadata, title=own.title)) for one in found]
    return [replace(one, metadata=with_missing(one.metadata, own)) for one in found]


def _passes_on(message: Message) -> bool:
    """Whether a message contains another, which has a subject of its own."""
    return any(part.get_content_type() == "message/rfc822" for part in parts_of(message))


def _read(part: Message, location: str, attachments: bool) -> list[Article]:
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment" and not attachments and kind != "message/rfc822":
        return []
    if part.is_multipart():
        inside = _children(part)
        if kind == "message/rfc822":
            return [text for message in inside for text in read_parts(message, location, attachments=attachments)]
        if kind == "multipart/alternative":
            inside.reverse()
            return _first(sorted(inside, key=_is_plain), location, attachments)
        if kind == "multipart/related":
            return _first(_root_first(part, inside), location, attachments)
        return [text for one in inside for text in _read(one, location, attachments)]
    if kind in _PAGES or (part.get_content_maintype() == "text" and kind in {"text/plain", "text/markdown"}):
        return _text(part, location, kind)
    return []


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _first(parts: Iterable[Message], location: str, attachments: bool) -> list[Article]:
    """The articles of the first of these parts that has any."""
    return next((found for one in parts if (found := _read(one, location, attachments))), [])


def _is_plain(part: Message) -> bool:
    """Whether a part contains no HTML; not all senders put the best alternative last, as the standard asks."""
    return not any(one.get_content_type() in _PAGES for one in parts_of(part))


def _root_first(part: Message, inside: Sequence[Message]) -> list[Message]:
    """The parts of a page with the page itself first: the one named by `start`, else the first HTML part."""
    start = part.get_param("start")
    root = next((one for one in inside if isinstance(start, str) and one.get("Content-ID", "").strip() == start), None)
    return sorted(inside, key=lambda one: (one is not root, _is_plain(one)))


def _text(part: Message, location: str, kind: str) -> list[Article]:
    data = _unpacked(part)
    if data is None:
        return []
    try:
        if kind in _PAGES or sniff(data) == "text/html":
            base = str(part.get("Content-Location", ""))
            return [load_html(data, location, charset=charset_of(part), base=base)]
        decoded = decode_page(data, location, charset_of(part))
        return [article_from_text(_plain(part, decoded.text), location, decoded.notices)]
    except LoadError:  # an empty part, or one that is not text despite its type
        return []


def _unpacked(part: Message) -> bytes | None:
    """The decoded bytes of a part; of damaged base64, as much as can be decoded."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64" or not data.isascii():
        return data
    written = part.get_payload()
    if not isinstance(written, str) or data.split() != written.encode("ascii", "replace").split():
        return data
    signs = _NO_BASE64.sub(b"", data)
    return a2b_base64(signs[: len(signs) // 4 * 4])


def _plain(part: Message, text: str) -> str:
    """The text with line feeds, without soft breaks (`format=flowed`, RFC 3676) and the marks of what is forwarded."""
    return "\n".join(without_quoting(_lines(part, text)))


def _lines(part: Message, text: str) -> list[str]:
    lines = _BREAK.split(text)
    if str(part.get_param("format", "")).lower() != "flowed":
        return lines
    closed = str(part.get_param("delsp", "")).lower() == "yes"
    flowed: list[list[str]] = []
    goes_on = -1
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if goes_on != depth:
            flowed.append([">" * depth + (" " if depth else "")])
        goes_on = depth if words.endswith(" ") and words != "-- " else -1
        flowed[-1].append(words[:-1] if closed and goes_on == depth else words)
    return ["".join(pieces) for pieces in flowed]
