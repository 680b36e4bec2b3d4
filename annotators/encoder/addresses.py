"""Mail and web addresses: words of which none is a name, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotators.annotation import Span

__all__ = ["find_addresses"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\w[\w.+-]*@[\w-]*\.[\w.-]*\w")
"""`https://site/path`, `www.site`, `name@site.com`, also with a part left out (`n...@site.com`). A bare `site.com`
stays a word: papers and companies go by it."""

_HINTS = ("@", "://", "www.")


def find_addresses(text: str, start: int, end: int) -> Iterator[Span]:
    """Where addresses lie in `text[start:end]`, in order."""
    if any(text.find(hint, start, end) >= 0 for hint in _HINTS):
        for match in _ADDRESS.finditer(text, start, end):
            yield Span(match.start(), match.end())
