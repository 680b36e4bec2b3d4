"""JSON as found on pages: inside comments, several values in a row, trailing commas, HTML escapes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from annotators.text.patterns import compiled_late

__all__ = ["objects_written"]

_DECODER: Final = json.JSONDecoder(strict=False)
_WRAPPING: Final = compiled_late(r"[\s;]*(?://[^\S\n]*|/\*\s*)?(?:<!--|<!\[CDATA\[)?[\s;]*(?:\*/)?[\s;]*")
"""Text before the JSON: comments once hid scripts from browsers that did not support them."""
_COMMA_TOO_MANY: Final = re.compile(r",\s{0,200}+(?=[}\]])")
_MOST: Final = 20


def objects_written(script: str) -> list[Any]:
    """The consecutive JSON values in a script, up to the first that cannot be parsed."""
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        pass
    found = list(_one_by_one(script))
    if not found and "&quot;" in script:
        found = list(_one_by_one(unescape(script)))
    return found or list(_one_by_one(_COMMA_TOO_MANY.sub("", script)))


def _one_by_one(script: str) -> Iterator[Any]:
    at = 0
    for _ in range(_MOST):
        begin = _WRAPPING.match(script, at)
        try:
            value, at = _DECODER.raw_decode(script, begin.end() if begin else at)
        except (ValueError, RecursionError):
            return
        yield value
