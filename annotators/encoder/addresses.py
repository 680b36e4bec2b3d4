"""Finds mail and web addresses, no word of which is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotators.annotation import Span

__all__ = ["find_addresses"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\w)\w[\w.+-]{0,63}@[\w-]*\.[\w.-]*\w")
"""`https://site/path`, `www.site`, `name@site.com`, also with a part left out (`n...@site.com`). A bare `site.com`
stays a word: papers and companies go by it. The name is at most the 64 characters of RFC 5321: without an end to it
every character of a long run would look through the rest of the run."""

_HINTS = ("@", "://", "www.")


def find_addresses(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans of addresses in `text[start:end]`, in order."""
    if any(text.find(hint, start, end) >= 0 for hint in _HINTS):
        for match in _ADDRESS.finditer(text, start, end):
            yield Span(match.start(), match.end())
