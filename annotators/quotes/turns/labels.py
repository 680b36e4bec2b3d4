"""Labels at the beginning of a line that may name its speaker: `Q:`, `Ann Lee:`, `MORA —`, `**AL:**`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from annotators.annotation import Span
from annotators.quotes.english.gender import given_names
from annotators.quotes.english.lexicon import table
from annotators.text.patterns import compiled_late

__all__ = ["ANSWERS", "QUESTIONS", "Label", "labels_in", "says_what_follows"]

_LEAD: Final = re.compile(
    r"[\t \xa0>•*_#\"“'-]*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[\t \xa0*_|–—-]+(?=[^\W\d_]))?"
)
"""What may stand before a label: list and quotation signs, then the time at which a transcript's turn begins."""
_SIGN: Final = re.compile(r"[*_]{0,3}(?::[*_]{0,3}[ \xa0\t]+|[ \xa0](?:—|–|―|--)[*_]{0,3}[ \xa0]+)(?=[^\s:])")
_LETTER: Final = re.compile(r"([QA]\d{0,2})[*_]{0,3}([.):—–-])[*_]{0,3}[ \xa0\t]+(?=\S)")
_ROLE: Final = re.compile(r"[ \xa0][(\[][^)\]\n]{1,40}[)\]]$")
_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'.&-]*[\w.])?")
_OFFICE: Final = compiled_late(r"(?:[a-z][\w’'-]*|[A-Z]{2,4})(?: [\w’'-]+){0,5}")
_LONGEST: Final = 64
"""The most code points of a label with its sign."""
_MOST_WORDS: Final = 5
_PARTICLES: Final = frozenset("al ap bin da de del della den der di dos du el la le of the van von y".split())

QUESTIONS: Final = frozenset("q question interviewer moderator host presenter reporter journalist".split())
"""Labels of the person who asks, case-folded, where no name is given."""
ANSWERS: Final = frozenset("a answer".split())


class Label(NamedTuple):
    """A label without its sign: `span` are its words, `key` these case-folded, `start` where what is said begins.

    `dashed`: the sign is not a colon but a dash, which datelines have too, or the like. `office` is what follows a
    comma after the name: `Dev Marsh, architect:`.
    """

    span: Span
    key: str
    start: int
    dashed: bool = False
    office: str = ""


def labels_in(text: str, start: int, end: int) -> Iterator[Label]:
    """The labels of a block, one for each of its lines that begins with words that could name someone."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        label = _label_at(text, start, stop) if _has_sign(text[start : min(stop, start + _LONGEST)]) else None
        if label is not None:
            yield label
        start = stop + 1


def _has_sign(head: str) -> bool:
    """Whether the beginning of a line may hold a label: a quick test, because most lines have none."""
    if ":" in head or "—" in head or "–" in head or "--" in head or "―" in head:
        return True
    begin = head.lstrip(" *_>")[:2]
    return begin[:1] in ("Q", "A") and not begin.isalpha()


def _label_at(text: str, start: int, end: int) -> Label | None:
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    letter = _LETTER.match(text, first, end)
    if letter is not None:
        return Label(Span(*letter.span(1)), letter[1][0].lower(), letter.end(), letter[2] != ":")
    sign = _SIGN.search(text, first, min(end, first + _LONGEST))
    if sign is None or text.startswith(("http", "www."), sign.end()):
        return None
    words, office = _ROLE.sub("", text[first : sign.start()]), ""
    if "," in words:
        words, _, office = words.partition(",")
        words, office = words.rstrip("*_"), office.strip(" \xa0*_")
        if not _OFFICE.fullmatch(office):
            return None
    if not _may_name(words):
        return None
    return Label(Span(first, first + len(words)), _folded(words), sign.end(), ":" not in sign[0], office)


def _may_name(words: str) -> bool:
    """Whether the words may be a name or a title."""
    parts = words.replace("\xa0", " ").split(" ")
    if not 0 < len(parts) <= _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if not parts[0][0].isupper() or not parts[-1][0].isupper():
        return False
    return all(part[0].isupper() or part.lower() in _PARTICLES for part in parts)


def says_what_follows(key: str) -> bool:
    """Whether a case-folded label describes its line and is no speaker: `photo`, `release date`, `best for`."""
    parts = [part.strip(".").removesuffix("'s").removesuffix("’s") for part in key.split()]
    others = _others()
    if len(parts) == 1 or parts[0] in others:
        return parts[0] in others
    return parts[-1] in others and parts[0] not in given_names()


@cache
def _others() -> frozenset[str]:
    return frozenset(table("labels", "annotators.quotes.turns")["no_speakers"]["words"].split())


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("\xa0", " ").split()).rstrip(".")
