"""The notice about text in languages that are not searched for names."""

from __future__ import annotations

from typing import Final

from annotators.text.languages import language_name

__all__ = ["why_no_names"]

_LITTLE: Final = 0.2
_MOST: Final = 0.5


def why_no_names(language: str, share: float, *, some: bool = False) -> str:
    """Why an article has few names or none: a `share` (0 to 1) of it is in languages other than English.

    `language` is the code of the main one of these; `some` says that few names of it are shown. Empty if the share is
    small.
    """
    if share < _LITTLE:
        return ""
    subject = "this article" if share > _MOST else "part of this article"
    name = language_name(language)
    reads = f"reads as {name}" if name else "does not read as English"
    told = "only names that are near certain are shown, since names are found best in English"
    return f"{subject} {reads}: {told if some else 'no names are looked for in it'}"
