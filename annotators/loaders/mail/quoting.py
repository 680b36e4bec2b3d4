"""Takes the quotation marks (`> `) off an article that somebody forwards.

A mail program puts one before each line of what is forwarded, so that none of it reads like an article. In a reply,
where quoted and new paragraphs take turns, the marks say who wrote what, and stay (RFC 3676, section 4.5).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_quoting"]

_MARK: Final = re.compile(r">[ \t]?")
_FEWEST: Final = 5
"""Quoted lines of the shortest forwarded article."""
_SHARE: Final = 2 / 3
"""Least share of the lines, from the first quoted one on, that are quoted."""


def without_quoting(lines: list[str]) -> list[str]:
    """The lines of a message, without the marks before those of one quotation that ends it; else as they are.

    What stands above it may be the sender's own; below it stands little, such as a signature. All levels are taken off
    that the whole quotation has.
    """
    while (first := _first_quoted(lines)) is not None:
        written = [line for line in lines[first:] if line.strip()]
        quoted = [line.startswith(">") for line in written]
        if sum(quoted) < max(_FEWEST, _SHARE * len(written)) or not all(quoted[: sum(quoted)]):
            break
        lines = lines[:first] + [
            _MARK.sub("", line, count=1) if line.startswith(">") else line for line in lines[first:]
        ]
    return lines


def _first_quoted(lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines) if line.startswith(">")), None)
