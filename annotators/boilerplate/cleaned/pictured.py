"""Captions of cleaned text that say that they stand below a picture: by its credit, or by who is where in it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONGEST", "is_pictured"]

LONGEST: Final = 800
"""Characters of a line that is looked at."""
_LIBRARY: Final = (
    r"(?:alamy|file(?: photo)?|flickr|getty(?: images)?|handout|istock(?:photo)?|pexels|pixabay|shutterstock|supplied"
    r"|unsplash|wikimedia(?: commons)?)"
)
_NAME: Final = r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3}"
_CREDITED: Final = re.compile(
    rf".*[.!?”\"’']\s*\((?:{_NAME}\s?/\s?[^\W\d_a-z][^()/]{{1,30}}(?:/[^()/]{{1,30}})?|(?i:{_LIBRARY}))\)\.?", re.S
)
"""A sentence, and in brackets who took the picture for whom, or where it is from."""
_LABELLED: Final = re.compile(r".*\((?:credit|image|photo(?:graph)?|picture)s?\s?:\s?[^()]{2,90}\)\.?", re.S | re.I)
_AGENCY: Final = re.compile(r"[^.!?]*[.!?][”\"’']?\s(?:AAP|AFP|AP|EPA|Reuters|Getty Images|Supplied)")
"""One sentence and an agency: the last of a report has a dash or bracket before it."""
_SIDE: Final = r"(?:(?:far|second|third)(?: from)? )?(?:left|right|cent(?:er|re))"
_SHOWN: Final = (
    r"(?:[a-z]+(?:ing|[^\Ws]s)\b(?<!\bwas)(?<!\bhis)|attend|greet|hold|leave|listen|look|meet|participate|pose|react|shake"
    r"|sit|speak|stand|take part|talk|walk|watch|wave|with)\b"
)
"""What somebody does in a picture, as captions tell it: now."""
_PLACED: Final = re.compile(rf"\b[^\W\d_a-z][\w.’'-]+(?:, {_SIDE},| \({_SIDE}\)) {_SHOWN}")
_MOST: Final = 45
"""Spaces in a sentence that tells who is where."""


def is_pictured(said: str, last: bool) -> bool:
    """Whether a line says that it stands below a picture; the `last` one of a text may be signed by an agency."""
    if len(said) > LONGEST:
        return False
    credited = _CREDITED.fullmatch(said) or _LABELLED.fullmatch(said) or (not last and _AGENCY.fullmatch(said))
    return bool(credited) or (said.count(" ") <= _MOST and _PLACED.search(said) is not None)
