"""Writes a file completely or not at all, and never over another one unless told to."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

__all__ = ["SaveError", "safe_name", "save", "save_text"]

_LONGEST: Final = 255
"""Bytes that a file name may have on the usual file systems."""

_RESERVED: Final = frozenset(
    "con prn aux nul conin$ conout$".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_UNSAFE: Final = frozenset('/\\:*?"<>|')


class SaveError(Exception):
    """A file could not be written; the message is one line that says why and what to do."""


def save_text(path: Path, text: str, *, force: bool = False) -> None:
    """`save` for text: in UTF-8, with its line breaks unchanged."""
    save(path, text.encode("utf-8", "backslashreplace"), force=force)


def save(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write `data` to `path`, which afterwards has all of it, or is as it was before.

    Raises `SaveError` if something exists there and `force` is false, and if `path` is a folder, a symbolic link or
    a device, whatever `force` is.
    """
    try:
        _check_target(path, force)
        _put(path, data, force)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise SaveError(f"{path} was not written ({reason}); choose another place") from error


def _check_target(path: Path, force: bool) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise SaveError(f"{path} is a folder; name a file in it")
    if stat.S_ISLNK(mode):
        raise SaveError(f"{path} is a symbolic link; name the file that it leads to")
    if not stat.S_ISREG(mode):
        raise SaveError(f"{path} is not a regular file; choose another place")
    if not force:
        raise SaveError(f"{path} exists already; choose another name, or --force to replace it")


def _put(path: Path, data: bytes, force: bool) -> None:
    """Write the data to a temporary file, and give it the name only when it is complete on the disk."""
    descriptor, temporary = tempfile.mkstemp(prefix=".broadsheet-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        if force or not _linked(temporary, path):
            Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_folder(path.parent)


def _linked(temporary: str, path: Path) -> bool:
    """Give the file its name by a hard link, which unlike `replace` never overwrites; whether links work here.

    Raises `FileExistsError` if a file has come into being since the target was checked.
    """
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # FAT, some network folders, phones
        return False
    Path(temporary).unlink()
    return True


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of a new file."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def safe_name(name: str, extension: str) -> str:
    """A file name made of any text: valid on every system, without folders, at most 255 bytes.

    `extension` (`".md"`) is added to it. A text of dots, white space and control characters alone becomes `article`.
    """
    kept = "".join(char if _harmless(char) else " " for char in name)
    stem = " ".join(kept.split()).strip(" .-")
    encoded = stem.encode("utf-8", "ignore")[: _LONGEST - len(extension.encode())]
    stem = encoded.decode("utf-8", "ignore").rstrip(" .")
    if not stem or stem.split(".")[0].strip().lower() in _RESERVED:
        stem = f"article {stem}".rstrip()
    return stem + extension


def _harmless(char: str) -> bool:
    return char not in _UNSAFE and unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
