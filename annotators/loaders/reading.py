"""Reads the bytes of a file or pipe, with limits on size and waiting; raises `LoadError` with a reason."""

from __future__ import annotations

import errno
import os
import select
import stat
from collections.abc import Callable
from typing import BinaryIO

from annotators.loaders.errors import LoadError
from annotators.loaders.naming import names_nothing

__all__ = ["LARGEST", "read_path", "read_stream"]

LARGEST = 16 * 1024 * 1024
"""The largest article that opens, in bytes."""

_PATIENCE = 30.0
"""Seconds without data after which the writer of a pipe counts as gone."""

_REASONS = {
    errno.EACCES: ("may not be read", "check its permissions (chmod u+r)"),
    errno.EPERM: ("may not be read", "check its permissions"),
    errno.ELOOP: ("is a symbolic link that leads back to itself", "give the file itself"),
    errno.ENAMETOOLONG: ("has too long a name", "check the path"),
    errno.ENXIO: ("cannot be opened (no such device)", "give a file"),
}


def read_path(path: str) -> bytes:
    """The bytes of a regular file or of a named pipe with a writer."""
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    try:
        return _read_open(descriptor, path)
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        os.close(descriptor)


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream, at most `LARGEST`."""
    try:
        return _gather(lambda size: stream.read(size) or b"", name)
    except OSError as error:
        raise _unreadable(name, error) from error


def _read_open(descriptor: int, path: str) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise LoadError(
            f"{path} is a folder without a .txt, .md, .html, .epub, .eml, .mbox, .mhtml or .webarchive file",
            "name an article",
        )
    if stat.S_ISREG(status.st_mode):
        if status.st_size > LARGEST:
            raise _too_large(path)
        return _gather(lambda size: os.read(descriptor, size), path)
    if stat.S_ISFIFO(status.st_mode):
        return _gather(lambda size: _read_pipe(descriptor, size, path), path)
    raise LoadError(f"{path} is a device, not an article", "give a file")


def _gather(read: Callable[[int], bytes], name: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := read(1 << 20):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise _too_large(name)
    return b"".join(pieces)


def _read_pipe(descriptor: int, size: int, path: str) -> bytes:
    """The next bytes of a pipe; empty at its end, and if nothing has it open for writing."""
    while True:
        try:
            return os.read(descriptor, size)
        except BlockingIOError:
            if not select.select([descriptor], [], [], _PATIENCE)[0]:
                raise LoadError(f"{path} sends nothing", "check the program that writes to it") from None


def _too_large(name: str) -> LoadError:
    return LoadError(f"{name} is larger than {LARGEST // 1024**2} MB", "split it and open the parts")


def _unreadable(path: str, error: OSError | ValueError) -> LoadError:
    if isinstance(error, OSError) and error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return names_nothing(path)
    if isinstance(error, OSError):
        known = _REASONS.get(error.errno or 0)
        if known:
            return LoadError(f"{path} {known[0]}", known[1])
        return LoadError(f"{path} cannot be read ({error.strerror or error})", "check the file")
    return LoadError(f"{path} is not a file name ({error})", "check the path")
