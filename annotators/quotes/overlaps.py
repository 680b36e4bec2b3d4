"""Mends claims whose parts overlap: a cue inside its content, content inside its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.phrases.offices import head_of, singular
from annotators.text.patterns import compiled_late

__all__ = ["is_label", "without_overlaps"]

_LEAD: Final = 12
"""The most code points of content before a cue inside it, as in `as saying that`."""
_REACH: Final = 200
_LABEL_NOUNS: Final = frozenset("answer claim comment demand note question remark reply report request warning".split())
"""Cue forms that are nouns as well: `Match report: Lodrum 2-1 Hull`."""
_ALWAYS_MANY: Final = frozenset("clergy crew media people police staff".split())
_BLANKS: Final = " \t\n\xa0,:;"
_QUOTES: Final = re.compile(r"\b(?:cited|cites|citing|quoted|quotes|quoting)$")
_AS_SAYING: Final = compiled_late(r"([^,;:.!?“”\"\n]{2,80}?) as ((?:adding|saying|telling|warning|writing)\b) ")
_ASKED: Final = re.compile(
    r"(?:^|[.!?”\"\n]\s*)(?:[Ww]hen )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b[^.!?“”\"\n]*\Z"
)
"""The beginning of a sentence in which a question is put to somebody."""
_OPENS: Final = re.compile(r"[\"“‘«„'\s,(]*\Z")


def without_overlaps(text: str, claim: Claim) -> Claim:
    """The claim with its content cut to begin after the cue, and its speaker cut to end where content begins."""
    claim = _as_saying(text, claim)
    pieces = tuple(piece for one in claim.content if (piece := _after_cue(text, one, claim.cue)) is not None)
    pieces = tuple(one for one in pieces if not _is_question_put(text, one, claim.speaker)) or pieces
    return replace(
        claim, content=pieces, speaker=_before_content(text, claim.speaker, pieces), cue=_bare(text, claim.cue)
    )


def _bare(text: str, cue: Span | None) -> Span | None:
    """The cue without a colon or comma at its end."""
    if cue is None:
        return None
    words = text[cue.start : cue.end].rstrip(_BLANKS)
    return Span(cue.start, cue.start + len(words)) if words else cue


def _as_saying(text: str, claim: Claim) -> Claim:
    """The claim as that of the person quoted: `State media quoted Haddad as saying the strait was closed`."""
    if claim.cue is None or len(claim.content) != 1 or not _QUOTES.search(text[claim.cue.start : claim.cue.end]):
        return claim
    content = claim.content[0]
    found = _AS_SAYING.match(text, content.start, content.end) if content.start >= claim.cue.end else None
    if found is None:
        return claim
    return replace(
        claim, speaker=Span(*found.span(1)), cue=Span(*found.span(2)), content=(Span(found.end(), content.end),)
    )


def _is_question_put(text: str, piece: Span, speaker: Span | None) -> bool:
    """Whether content before the speaker is a question they were asked: `Asked if she would go, Kern said ...`."""
    return speaker is not None and piece.end <= speaker.start and _is_asked(text, piece.start)


def _is_asked(text: str, at: int) -> bool:
    return _ASKED.search(text, max(0, at - _REACH), at) is not None


def _after_cue(text: str, piece: Span, cue: Span | None) -> Span | None:
    if cue is None or not (piece.start < cue.end < piece.end and cue.start - piece.start <= _LEAD):
        return piece
    rest = text[cue.end : piece.end]
    start = cue.end + len(rest) - len(rest.lstrip(_BLANKS))
    return Span(start, piece.end) if start < piece.end else None


def _before_content(text: str, speaker: Span | None, content: Sequence[Span]) -> Span | None:
    """The speaker up to the first piece of content that begins inside it: `Lund, whose house fell, “will ...`."""
    if speaker is None:
        return None
    inside = [one.start for one in content if speaker.start < one.start < speaker.end]
    if not inside:
        return speaker
    end = speaker.start + len(_OPENS.sub("", text[speaker.start : min(inside)]))
    return Span(speaker.start, end) if speaker.start < end else speaker


def is_label(text: str, claim: Claim) -> bool:
    """Whether the claim is only a label with a colon, `Match report: ...`: a singular does not go with the verb."""
    cue, speaker = claim.cue, claim.speaker
    if cue is None or speaker is None or text[cue.start : cue.end].lower() not in _LABEL_NOUNS:
        return False
    if text[cue.end : cue.end + 1] != ":":
        return False
    tokens = tokenize(text, *speaker)
    head = head_of(tokens)
    many = head is None or any(token.lower != head and singular(token.lower) == head for token in tokens)
    return not many and head not in _ALWAYS_MANY | word_set("pronouns_any")
