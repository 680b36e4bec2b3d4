"""What a source is: by its name, and where that says nothing by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

__all__ = ["MEDIA_TYPES", "media_type_of", "sniff"]

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""Media types by file name extension, in lower case."""

_HEAD = 2048
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[A-Za-z_][\w-]*:[^\n]*\n)")
_HEADING = re.compile(rb"\s*#{1,3} \S[^\n]*\n\s*\n")


def media_type_of(name: str) -> str | None:
    """The media type that a file name stands for, or `None`."""
    return MEDIA_TYPES.get(PurePath(name).suffix.lower())


def sniff(data: bytes) -> str:
    """The media type that the first bytes look like: a page, Markdown, else plain text."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in head:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML.match(head):
        return "text/html"
    if _FRONT_MATTER.match(head) or _HEADING.match(head):
        return "text/markdown"
    return "text/plain"
