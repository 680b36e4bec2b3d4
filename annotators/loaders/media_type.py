"""The media type of a source, by its name or else by its first bytes."""

from __future__ import annotations

import os
import re

__all__ = ["DOCUMENT", "MEDIA_TYPES", "media_type_of", "sniff"]

DOCUMENT = "application/vnd.broadsheet+json"
"""The type of broadsheet's own JSON; the article in it has the media type of its source."""

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".eml": "message/rfc822",
    ".mbox": "message/rfc822",
    ".epub": "application/epub+zip",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".webarchive": "application/x-webarchive",
}
"""Media types by file name extension in lower case."""

_HEAD = 2048
_ARCHIVE = b"PK\x03\x04"
_BOOK = b"application/epub+zip"
"""The content of the first file in a book's archive (EPUB, 4.2)."""
_PROPERTY_LIST = b"bplist"
_DOCUMENT = rb'\s*(?:\[\s*)?\{\s*"format"\s*:\s*"broadsheet/'
_HTML = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]"
_FRONT_MATTER = rb"---[ \t]*\r?\n(?:[A-Za-z_][\w-]*:[^\n]*\n)"
_HEADING = rb"\s*#{1,3} \S[^\n]*\n\s*\n"
_HEADERS = rb"(?:From [^\n]*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?=\r?\n|\Z)"
_LONGEST_HEADERS = 1 << 16
_ONLY_IN_MAIL = rb"(?mi)^(?:mime-version|message-id|received|return-path|delivered-to):"


def media_type_of(name: str) -> str | None:
    """The media type of a file name's extension, or `None`."""
    return MEDIA_TYPES.get(os.path.splitext(name)[1].lower())  # noqa: PTH122 - pathlib takes its time to import


def sniff(data: bytes) -> str:
    """The media type that the first bytes suggest: a book, mail, a document, HTML, Markdown, else plain text."""
    if data.startswith(_ARCHIVE) and _BOOK in data[:_HEAD]:
        return "application/epub+zip"
    if data.startswith(_PROPERTY_LIST):
        return "application/x-webarchive"
    if _is_mail(data[:_LONGEST_HEADERS]):
        return "message/rfc822"
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in head:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if re.match(_DOCUMENT, head):
        return DOCUMENT
    if re.match(_HTML, head):
        return "text/html"
    if re.match(_FRONT_MATTER, head) or re.match(_HEADING, head):
        return "text/markdown"
    return "text/plain"


def _is_mail(data: bytes) -> bool:
    """Whether data begin with the headers of a message, one of which only mail programs write.

    A text that begins with a subject and a date is not a message.
    """
    headers = re.match(_HEADERS, data.removeprefix(b"\xef\xbb\xbf"))
    return headers is not None and re.search(_ONLY_IN_MAIL, headers.group()) is not None
