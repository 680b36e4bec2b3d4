"""Captions in extracted text, recognised by a credit at their end or by words on who is where in the picture."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONGEST", "is_pictured"]

LONGEST: Final = 800
"""Longest line that is looked at, in characters."""
_LIBRARY: Final = (
    r"(?:alamy|file(?: photo)?|flickr|getty(?: images)?|handout|istock(?:photo)?|pexels|pixabay|shutterstock|supplied"
    r"|unsplash|wikimedia(?: commons)?)"
)
_NAME: Final = r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3}"
_CREDITED: Final = re.compile(
    rf".*[.!?”\"’']\s*\((?:{_NAME}\s?/\s?[^\W\d_a-z][^()/]{{1,30}}(?:/[^()/]{{1,30}})?|(?i:{_LIBRARY}))\)\.?", re.S
)
"""A sentence followed by a photographer, agency or source in brackets."""
_LABELLED: Final = re.compile(r".*\((?:credit|image|photo(?:graph)?|picture)s?\s?:\s?[^()]{2,90}\)\.?", re.S | re.I)
_AGENCY: Final = re.compile(r"[^.!?]*[.!?][”\"’']?\s(?:AAP|AFP|AP|EPA|Reuters|Getty Images|Supplied)")
"""A single sentence followed by an agency. An agency that signs a report has a dash or bracket before it."""
_SIDE: Final = r"(?:(?:far|second|third)(?: from)? )?(?:left|right|cent(?:er|re))"
_SHOWN: Final = (
    r"(?:[a-z]+(?:ing|[^\Ws]s)\b(?<!\bwas)(?<!\bhis)|attend|greet|hold|leave|listen|look|meet|participate|pose|react|shake"
    r"|sit|speak|stand|take part|talk|walk|watch|wave|with)\b"
)
"""Verb phrases of captions, which describe a picture in the present tense."""
_PLACED: Final = re.compile(rf"\b[^\W\d_a-z][\w.’'-]+(?:, {_SIDE},| \({_SIDE}\)) {_SHOWN}")
_MOST: Final = 45
"""Most spaces in a sentence that tells who is where."""


def is_pictured(said: str, last: bool) -> bool:
    """Whether a line is worded like a caption. The `last` line of a text may be signed by an agency."""
    if len(said) > LONGEST:
        return False
    credited = _CREDITED.fullmatch(said) or _LABELLED.fullmatch(said) or (not last and _AGENCY.fullmatch(said))
    return bool(credited) or (said.count(" ") <= _MOST and _PLACED.search(said) is not None)
