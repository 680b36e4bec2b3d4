"""Lines of extracted text whose own words tell their kind, whatever the lines around them are.

Extractors leave captions, links to other articles and credits of co-writers in running text. A sentence that is
repeated directly is a caption, too, or a slip.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.pictured import LONGEST, is_pictured
from annotators.boilerplate.cleaned.to_readers import said_to_readers
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_explicit_lines"]

_OPENED: Final = re.compile(r"[(\[](?:credit|image|photo(?:graph)?|pic|picture|video)s?:?\s*$", re.I)
"""End of a caption whose credit is on the next line."""
_CLOSED: Final = re.compile(r"[^()\[\]]{2,60}[)\]]")
_CAPTION: Final = re.compile(r"FILE(?: PHOTO)?\s?[-–—:]\s?\S|Pictured\b[^.]{0,30}\b(?:left|right)\b")
_SIGNPOST: Final = re.compile(
    r"(?:ALSO READ|LISTEN|MORE|READ|READ ALSO|READ MORE|READ NEXT|RELATED|SEE ALSO|WATCH)\s*[|:]\s*\S.*", re.S
)
_HELPED: Final = re.compile(r"\W*(?:with )?additional reporting by (?-i:[^\W\d_a-z]).{2,80}", re.I)
_WRITER: Final = compiled_late(
    r"[A-Z][\w.’'-]+ (?:(?P<last>[A-Z][\w.’'-]+) ){1,3}"
    r"is (?:an?|the(?! (?:first|last|latest|oldest|only|second|third|youngest)\b)) [^.]{0,60}"
    r"\b(?:author|columnist|contributor|correspondent|editor|fellow|journalist|lecturer|professor|reporter|researcher"
    r"|writer)\b.*",
    re.S,
)
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d[A-Z][\w.’'-]*(?: [\w.’'-]+){0,3}")
"""Time of an entry in a live blog, directly followed by the writer's name."""
_SOURCE: Final = re.compile(r"(?:data )?sources?\s?:\s(?:\S+\s){0,12}\S+", re.I)
_LOW: Final = 0.75
"""Position in the text, as a share of its lines, from which a line may introduce the writer."""
_NEAR: Final = 2
"""Most lines back to the same sentence: captions are repeated as alternative text."""
_WORDS: Final = 7
"""Fewest spaces in a sentence whose repetition is a slip; a shorter one may be a refrain."""
_LONGEST: Final = 400
"""Longest line that is looked at, in characters."""
_TAKEN: Final = frozenset(("body", "deck", "note", "subhead"))
_SURE: Final = 0.8


def with_explicit_lines(texts: Sequence[str], labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with kept lines that tell their own kind relabelled."""
    settled = list(labels)
    opened = False
    for number, (said, label) in enumerate(zip(texts, labels, strict=True)):
        kind, reason = "", ""
        if label.kind in _TAKEN and len(said) <= LONGEST and is_pictured(said, number + 1 == len(texts)):
            kind, reason = "caption", "says that it is below a picture"
        elif label.kind in _TAKEN and len(said) <= _LONGEST:
            kind, reason = ("credit", "ends a caption's credit") if opened and _CLOSED.fullmatch(said) else _told(said)
            if not kind and number >= _LOW * len(texts) and _introduces(said, texts[:number]):
                kind, reason = "author_box", "introduces who wrote, after the story"
            elif not kind and said in texts[max(0, number - _NEAR) : number] and _is_sentence(said):
                kind, reason = "other", "says again what stands right above"
        if kind:
            settled[number] = relabelled(label, kind, _SURE, reason)
        opened = _OPENED.search(said) is not None
    return tuple(settled)


def _introduces(said: str, above: Sequence[str]) -> bool:
    """Whether a line introduces a writer whom no line above mentions; otherwise the article is about that person."""
    writer = _WRITER.fullmatch(said)
    return writer is not None and not any(writer["last"] in line for line in above if line.count(" ") >= _WORDS)


def _is_sentence(said: str) -> bool:
    return said.count(" ") >= _WORDS and ends_sentence(said)


def _told(said: str) -> tuple[str, str]:
    """The kind that a line's own words give it, with the reason; two empty strings if they give none."""
    if _OPENED.search(said):
        return "caption", "ends where a picture's credit begins"
    if _CAPTION.match(said):
        return "caption", "is worded like a caption"
    if _SIGNPOST.fullmatch(said) and not ends_sentence(said):
        return "related", "announces another story"
    if _HELPED.fullmatch(said):
        return "byline", "names who else reported"
    if _SOURCE.fullmatch(said) and not ends_sentence(said):
        return "source", "names where figures are from"
    if _CLOCK.fullmatch(said):
        return "timestamp", "is a time with a name"
    return said_to_readers(said)
