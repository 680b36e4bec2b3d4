"""The kind of a pair of quotation marks: direct speech, a fragment, a scare quote, a title, a nickname."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.marks.east_asian import east_asian_kind, is_east_asian
from annotators.quotes.marks.pairing import Pair
from annotators.text.patterns import compiled_late

__all__ = ["kind_of"]

_WORD = re.compile(r"[\w’'-]+")
_NEAR: Final = 20
"""The most characters between two pairs that may share a sentence."""
_MINOR: Final = frozenset("a an and as at but by for from in is it nor of off on or the to up via vs with".split())
_TERMINAL = ".!?…,"
_LAST_WORD = re.compile(r"([\w’'-]+)[,:]?\W*$")
_INTRODUCED = re.compile(r"[:,]\s*[(\[]?$")
_DUBBED = compiled_late(
    r"(?:nicknamed|dubbed|aka|a\.k\.a\.|known (?:[a-z]+ )?as|called|calls? (?:her|him)self"
    r"|(?:by|under) the (?:nick)?name(?: of)?)(?: the)?[,:]?\s*$",
    re.IGNORECASE,
)
_KNOWN_SO = re.compile(
    r",? as (?:he|it|she|they)[’']?(?:s| is| was|re| are| were) (?:[a-z]+ )?(?:called|dubbed|known|nicknamed)\b"
)
"""What follows a nickname: `the “Roof Rats”, as they are known`."""
_MENTIONED = re.compile(r"\b(?:words?|terms?|phrases?|so-called|letters?|labels?|tag)\s*$", re.IGNORECASE)
_WRITTEN_BY = re.compile(r",?\s+by (?:the )?[A-Z]")
"""What follows the headline of an article that is quoted: `“Clubs close for good,” by the Post's Amy Lee`."""
_PLACED = re.compile(r"(?:\b(?:on|in|of|from|for)|['’]s)(?: the)? $", re.IGNORECASE)
"""What precedes the name of a programme that has its comma inside the marks: `on “Fox News Sunday,” he said`."""
_SHOWN = re.compile(
    r"\b(?:banners?|graffiti|headstones?|hoardings?|placards?|plaques?|posters?|signs?|stickers?|t-shirts?)\b[^.;!?]{0,40}"
    r"\b(?:read|reads|reading|said|saying|says)[,:]? $",
    re.IGNORECASE,
)
"""What precedes the words on a sign, which are no title whatever their capitals: `A banner read “Stop Dithering”`."""
_REPORTED = re.compile(r"\b(?:described|describes|said|says|told)\b[^.;:!?\n”\"]{0,60} $")
"""A verb of saying in the same clause: `said the plan was “dead”`."""
_COMMA_VERB = re.compile(r"[^\S\n]?,\s+[^\W\d_A-ZÀ-Þ]")
_NO_NOUN = re.compile(
    r"\s(?:a|after|all|an|and|any|are|as|at|because|but|by|for|from|her|his|if|in|is|its|of|on|or|our|that|the|their"
    r"|these|this|those|to|was|were|when|while|with)\b"
)
"""What follows a word in marks that modifies no noun: `“deeply regretted” the closure`."""
_WINDOW = 90


def kind_of(text: str, pair: Pair, parents: Sequence[Pair], siblings: Sequence[Pair], block: tuple[int, int]) -> str:
    """One of `MARK_KINDS` for a pair, from its words and those around it.

    `parents` are the pairs around it, `siblings` the outermost pairs of the same block, in order.
    """
    if parents:
        return "nested"
    inner = text[pair.start + pair.width : pair.end - (pair.width if pair.closed else 0)]
    before = text[max(block[0], pair.start - _WINDOW) : pair.start]
    after = text[pair.end : min(block[1], pair.end + _WINDOW)]
    words = _WORD.findall(inner)
    if not pair.closed:
        return "direct"
    if not inner.isascii() and is_east_asian(inner):
        return east_asian_kind(inner, before, after)
    if _is_nickname(before, after, words):
        return "nickname"
    if _is_title(before, after, words, inner):
        return "title"
    if _is_direct(before, after, words, inner):
        return "direct"
    if _is_word_of_speech(text, pair, before, after, words):
        return "fragment"
    return _fragment_or_scare(text, pair, siblings, words, (before, after))


def _is_nickname(before: str, after: str, words: list[str]) -> bool:
    if not 1 <= len(words) <= 3 or not words[-1][:1].isupper():
        return False
    capital = all(word[:1].isupper() or word.lower() in _MINOR for word in words)
    if capital and (_KNOWN_SO.match(after) or (_DUBBED.search(before) and not _is_work(before))):
        return True
    given = re.search(r"([A-Z][\w’'.-]*)\s$", before)
    family = re.match(r"\s[A-Z][\w’'-]+", after)
    return bool(given and family) and given is not None and given[1].lower() not in word_set("openers")


def _is_work(before: str) -> bool:
    """Whether the name is that of a book or the like: `a book called “Upper Left”`."""
    return not word_set("creations").isdisjoint(word.lower() for word in _WORD.findall(before)[-4:])


def _is_title(before: str, after: str, words: list[str], inner: str) -> bool:
    heading = not before.strip() and not after.strip() and len(words) > 2
    if len(words) > 1 and words[0][:1].isupper() and _WRITTEN_BY.match(after):
        return True
    if (
        not words
        or _SHOWN.search(before)
        or (inner.rstrip()[-1:] in (".", ";") and not heading)
        or (_INTRODUCED.search(before[-3:]) and len(words) > 6)
    ):
        return False
    if not (words[0][:1].isupper() or words[0][:1].isdigit()):
        return False
    major = [word for word in words[1:] if word.lower() not in _MINOR and not word[:1].isdigit()]
    capitals = sum(word[:1].isupper() for word in major)
    if capitals < len(major):
        return False
    near = {word.lower() for word in _WORD.findall(before)[-4:] + _WORD.findall(after)[:2]}
    created = bool(near & word_set("creations"))
    if len(words) == 1:
        return created
    last = _LAST_WORD.search(before)
    spoken = bool(last and is_cue_form(last[1])) or (inner.rstrip()[-1:] == "," and not _PLACED.search(before))
    return created or (not spoken and bool(major))


def _is_direct(before: str, after: str, words: list[str], inner: str) -> bool:
    """Whether it is speech of its own: a sentence, or introduced by punctuation or a cue, or followed by a cue."""
    lead = before.rstrip()
    whole = not lead or lead[-1:] in ".!?…:”\"'’»—–" or lead[-2:] == "--"
    ends = inner.rstrip()[-1:]
    clause = inner.lstrip("[(… .")[:1].isupper() or len(words) >= 4
    if whole and (ends in _TERMINAL or len(words) >= 4 or not after.strip(" .,;)")):
        return len(words) > 1 or ends in _TERMINAL
    if lead.endswith(",") and clause and len(words) > 2:
        return ends in _TERMINAL or _speech_near(lead)
    last = _LAST_WORD.search(lead)
    if last and is_cue_form(last[1]) and (clause or ends in _TERMINAL) and not lead.endswith(("called", "dubbed")):
        return True
    return ends == "," and _speech_follows(after)


def _is_word_of_speech(text: str, pair: Pair, before: str, after: str, words: list[str]) -> bool:
    """Whether one word in marks that English does not use may be a sentence of its own: `„Ja“, sagte Mora`."""
    opens = not before.strip() or before.rstrip()[-1] in ".!?…:"
    return len(words) == 1 and text[pair.start] in "„«»" and opens and _COMMA_VERB.match(after) is not None


def _speech_near(lead: str) -> bool:
    return any(is_cue_form(word) for word in _WORD.findall(lead)[-8:])


def _speech_follows(after: str) -> bool:
    return any(is_cue_form(word) for word in _WORD.findall(after)[:5])


def _fragment_or_scare(
    text: str, pair: Pair, siblings: Sequence[Pair], words: list[str], around: tuple[str, str]
) -> str:
    before, after = around
    if _MENTIONED.search(before):
        return "scare"
    if len(words) >= 3:
        return "fragment"
    heads = re.match(r"\s[a-z]", after) is not None and not _NO_NOUN.match(after)
    if len(words) == 2 and not heads:
        return "fragment"
    if not heads and _REPORTED.search(before):
        return "fragment"
    first = bisect_right(siblings, pair.start - _NEAR, key=attrgetter("end"))
    last = bisect_left(siblings, pair.end + _NEAR, key=attrgetter("start"))
    return "fragment" if any(_shares_sentence(text, pair, other) for other in siblings[first:last]) else "scare"


def _shares_sentence(text: str, pair: Pair, other: Pair) -> bool:
    """Whether the other pair, nearby in the same sentence, has three words or more: both then quote one speaker."""
    if other == pair:
        return False
    left, right = (pair, other) if pair.start < other.start else (other, pair)
    between = text[left.end : right.start]
    inner = text[other.start : other.end]
    return len(inner.split()) >= 3 and not re.search(r"[.!?]\s", between)
