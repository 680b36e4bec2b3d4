"""Removes the quotation marks (`> `) of a forwarded article.

Mail programs put one before each forwarded line, so that no line looks like part of an article. In a reply, in which
quoted and new paragraphs alternate, the marks show who wrote what and are kept (RFC 3676, section 4.5).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_quoting"]

_MARK: Final = re.compile(r">[ \t]?")
_FEWEST: Final = 5
"""Fewest quoted lines of a forwarded article."""
_SHARE: Final = 2 / 3
"""Least share of the lines, from the first quoted one on, that are quoted."""
_DEEPEST: Final = 50
"""Most levels that are removed: each takes time in proportion to the text, and nobody forwards as often."""


def without_quoting(lines: list[str]) -> list[str]:
    """The lines of a message without the marks of one quotation that takes up its end; else unchanged.

    The sender's own words may precede it, and little, such as a signature, may follow. As many levels are removed as
    all quoted lines have, up to fifty.
    """
    for _ in range(_DEEPEST):
        first = _first_quoted(lines)
        if first is None:
            break
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
