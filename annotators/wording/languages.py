"""What there is to say about text in a language that names are not looked for in."""

from __future__ import annotations

from typing import Final

from annotators.text.languages import language_name

__all__ = ["why_no_names"]

_LITTLE: Final = 0.2
_MOST: Final = 0.5


def why_no_names(language: str, share: float, *, some: bool = False) -> str:
    """Why an article of which that `share` (0 to 1) is in other languages than English has few names or none.

    `language` is the one that most of it is in, by its code; `some` says that names are told in it, if few. Empty
    where it is no more than a quotation or two.
    """
    if share < _LITTLE:
        return ""
    subject = "this article" if share > _MOST else "part of this article"
    name = language_name(language)
    reads = f"reads as {name}" if name else "does not read as English"
    told = "only names that are near certain are shown, since names are found best in English"
    return f"{subject} {reads}: {told if some else 'no names are looked for in it'}"
