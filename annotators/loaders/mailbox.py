"""Mailboxes (mbox): files of many messages, each an article named `inbox.mbox#ID`.

The id is derived from the message, so that it stays the same when others are deleted or added.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from annotators.loaders.errors import LoadError
from annotators.loaders.reading import read_path

__all__ = ["first_message", "member_of", "message_bytes", "messages_in"]

_BEGINS: Final = b"From "
_LINE: Final = re.compile(rb"(?m)^From \S+ [^\n]{0,200}\d{4}[^\n]{0,80}\n(?=[A-Za-z][\w-]{0,80}:)")
"""The line before each message, with sender and date. Such a line inside a text begins with `>`."""
_BLANK: Final = (b"\n\n", b"\n\r\n")
_QUOTED: Final = re.compile(rb"(?m)^>(?=>*From )")
_ID: Final = re.compile(r"(?P<box>.+)#(?P<id>[0-9a-f]{12})", re.S)
_CHANGED_BY_READING: Final = re.compile(rb"(?mi)^(?:x-)?(?:status|mozilla-status2?|keywords|uid):[^\n]*\n")
"""Header lines in which mail programs keep that a message has been read."""


def messages_in(path: str) -> list[str]:
    """The names of the messages of a mailbox; empty if the file is not a mailbox or has only one message."""
    if not _may_be_mailbox(path):
        return []
    try:
        found = _index(*_state(path))
    except (LoadError, OSError):  # reported when it is opened
        return []
    return [f"{path}#{name}" for name in found] if len(found) > 1 else []


def member_of(source: str) -> tuple[str, str] | None:
    """The mailbox and the id in a name, unless there is a file of that name."""
    found = _ID.fullmatch(source)
    return (found["box"], found["id"]) if found and not os.path.lexists(source) else None


def message_bytes(path: str, name: str) -> bytes:
    """The message with that id in a mailbox, as it was sent; raises `LoadError` if it is not there any more."""
    try:
        span = _index(*_state(path)).get(name)
    except OSError:
        read_path(path)  # which says what is wrong
        raise
    if span is None:
        raise LoadError(f"{path} no longer has this message", "open the mailbox itself")
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(span[0])
        return _QUOTED.sub(b"", file.read(span[1] - span[0]))


def first_message(data: bytes) -> tuple[bytes, int]:
    """The first message of a mailbox, as it was sent, and the number of messages; other data unchanged, and 1."""
    spans = list(_spans(data)) if data.startswith(_BEGINS) else []
    return (_QUOTED.sub(b"", data[slice(*spans[0])]), len(spans)) if spans else (data, 1)


def _may_be_mailbox(path: str) -> bool:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - what is read from a pipe is gone
            return False
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(len(_BEGINS)) == _BEGINS
    except (OSError, ValueError):
        return False


def _state(path: str) -> tuple[str, int, int]:
    status = os.stat(path)  # noqa: PTH116
    return path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _index(path: str, _changed: int, _size: int) -> Mapping[str, tuple[int, int]]:
    """The place of each message in the file, by id; of identical ones, that of the first."""
    data = read_path(path)
    if not data.startswith(_BEGINS):
        return {}
    found: dict[str, tuple[int, int]] = {}
    for start, end in _spans(data):
        found.setdefault(_id_of(data[start:end]), (start, end))
    return found


def _spans(data: bytes) -> Iterator[tuple[int, int]]:
    """The place of each message of a mailbox, without the line before it; a "From " inside a text separates nothing."""
    begins = [line.span() for line in _LINE.finditer(data) if _begins_anew(data, line.start())]
    for number, (_, start) in enumerate(begins):
        yield start, begins[number + 1][0] if number + 1 < len(begins) else len(data)


def _begins_anew(data: bytes, at: int) -> bool:
    return not at or data[max(0, at - 3) : at].endswith(_BLANK)


def _id_of(message: bytes) -> str:
    import hashlib

    head, blank, body = message.replace(b"\r\n", b"\n").partition(b"\n\n")
    same = _CHANGED_BY_READING.sub(b"", head + b"\n") + blank + body.rstrip()
    return hashlib.sha256(same).hexdigest()[:12]
