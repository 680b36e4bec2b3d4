"""Loads mail and saved web pages (`.eml`, `.mhtml`): the HTML page in them, else the plain text.

Both are MIME messages with parts. Of alternative versions of a text the HTML one is taken; attachments are read only if
there is nothing else.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from quopri import decodestring
from typing import Final

from annotators.article import Article
from annotators.loaders.decoding import byte_order_mark, decode_as
from annotators.loaders.errors import LoadError
from annotators.loaders.foreign import refuse_foreign
from annotators.loaders.html import load_html
from annotators.loaders.joining import joined
from annotators.loaders.mail.headers import AS_WRITTEN, is_saved_page, parts_of
from annotators.loaders.mail.parts import how_sealed, read_parts
from annotators.loaders.mailbox import first_message
from annotators.loaders.text import load_text

__all__ = ["load_mail"]

_BOUNDARY: Final = re.compile(rb"(?mi)^--(?P<name>[^\s\"\x80-\xff]{1,70})[ \t]*\r?\n(?=content-[a-z-]+:)")
_TAG: Final = re.compile(rb"<(?:html|body|div|p|td)[\s>]", re.I)
_FILES: Final = frozenset({"application", "audio", "font", "image", "model", "video"})
_DAMAGED: Final = "the message is damaged; what could be read is shown"


def load_mail(data: bytes, location: str) -> Article:
    """The article in a message or a saved page; raises `LoadError` if it has no readable text."""
    mark, encoding = byte_order_mark(data)
    data = data[len(mark) :]
    if encoding not in {"", "utf-8"}:  # a mail is bytes; one that an editor has saved again may be wide
        data = decode_as(data, encoding).text.encode("utf-8", "replace")
    if not data.strip():
        raise LoadError(f"{location} is empty", "give a file with an article in it")
    refuse_foreign(data, location)
    data, number = first_message(data)
    notices = (f"{number} messages are in this file; the first is shown",) if number > 1 else ()
    message = _parsed(data)
    found = _read(message, location)
    if not found:
        if sealed := how_sealed(message):
            raise LoadError(f"{location} is {sealed}", "open it in a mail program and save its text")
        found, notices = [_as_it_stands(message, data, location)], (_DAMAGED,)
    return joined(found, location, "multipart/related" if is_saved_page(message) else "message/rfc822", notices)


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data, policy=AS_WRITTEN)
    except RecursionError:  # messages in messages in messages: nobody's mail, but no reason to fail
        return Message(policy=AS_WRITTEN)


def _read(message: Message, location: str) -> list[Article]:
    found = read_parts(message, location) or read_parts(message, location, attachments=True)
    if not found and not message.is_multipart() and (repaired := _with_boundary(message)) is not None:
        found = read_parts(repaired, location)
    return found


def _with_boundary(message: Message) -> Message | None:
    """A multipart message whose boundary parameter is lost, with the boundary taken from its separator lines."""
    body = message.get_payload(decode=True)
    if not isinstance(body, bytes) or message.get_content_maintype() != "multipart":
        return None
    found = _BOUNDARY.search(body)
    if found is None:
        return None
    repaired = _parsed(b'Content-Type: multipart/mixed; boundary="' + found["name"] + b'"\n\n' + body)
    for name, value in message.items():
        if not name.lower().startswith("content-"):
            repaired[name] = value
    return repaired


def _as_it_stands(message: Message, data: bytes, location: str) -> Article:
    """The text below the headers, or all of the data; read as HTML if it contains a page."""
    if _is_only_files(message) and not _TAG.search(data):
        raise LoadError(f"{location} has no text in it, only files", "open it in a mail program")
    body = message.get_payload(decode=True)
    text = body if isinstance(body, bytes) and body.strip() else data
    text = decodestring(text) if b"=3D" in text else text
    return load_html(text, location) if _TAG.search(text) else load_text(text, location)


def _is_only_files(message: Message) -> bool:
    """Whether the message contains only parts that are not text."""
    leaves = [part for part in parts_of(message) if not part.is_multipart()]
    return all(part.get_content_maintype() in _FILES for part in leaves)
