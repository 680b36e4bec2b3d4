"""Mail and web addresses: words of which none is a name, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

__all__ = ["words_in_addresses"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\w[\w.+-]*@[\w-]*\.[\w.-]*\w")
"""`https://site/path`, `www.site`, `name@site.com`, also with a part left out (`n...@site.com`). A bare `site.com`
stays a word: papers and companies go by it."""

_HINTS = ("@", "://", "www.")


def words_in_addresses(doc: Doc) -> Iterator[int]:
    """The positions of the tokens that an address covers."""
    text = doc.text
    if not any(hint in text for hint in _HINTS):
        return
    for match in _ADDRESS.finditer(text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            yield from range(span.start, span.end)
