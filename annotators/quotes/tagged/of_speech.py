"""Filters the model's claims for those that report speech, and fits their content to quotation marks.

The model also marks what people think, want and show; its content may end inside a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import cue_forms
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.nearby import Nearby
from annotators.quotes.phrases.offices import head_of
from annotators.quotes.saying.forward import SPEAKING

__all__ = ["holds_speech", "is_quoted", "of_speech"]

_READING: Final = frozenset("post posted posting posts publish published publishes read reading reads shared".split())
"""Verbs whose object is more often a thing than words; only `that` after them shows reported speech."""
_BEFALLS: Final = [[be, done] for be in ("was", "were") for done in ("called", "seen")]
"""Cues of what happens to people, not of what is said: `Police were called to reports of a fire`."""
_FINDING: Final = frozenset("find finds found reveal".split())
_PICTURING: Final = frozenset("indicate indicates indicated show shows showed shown".split())
_FIGURES: Final = frozenset("datum data figure number record research result finding statistic".split())
_CLAUSE_ENDS: Final = '.;!?”"'
_ASKED: Final = frozenset("asked pressed questioned quizzed".split())
_OTHER_CUES: Final = frozenset(
    ": according per attack attacked attacking attacks allegation allegations announcement answer argument assertion "
    "claim claims comment comments complaint complaints concern concerns criticism remark remarks statement "
    "statements suggestion warning warnings words pointed points put puts spoke speaking talked referred refers "
    "speech speeches".split()
)
_TRIMMED: Final = " \t\n\r\xa0,;:.—–-"


def of_speech(text: str, read: Sequence[Claim], marks: Sequence[Mark], speech: Nearby[Mark]) -> list[Claim]:
    """The model's claims that report speech, with contents fitted to the marks and without titles of works.

    `read` are the model's claims, `marks` all quotation marks, `speech` those that hold direct speech or fragments.
    """
    titles = frozenset(place for mark in marks if mark.kind == "title" for place in range(mark.start, mark.end))
    snapped = (_snap(text, claim, speech) for claim in read if _reports(text, claim, speech))
    return [_without_titles(claim, titles) for claim in snapped if claim is not None]


def _reports(text: str, claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether something is quoted or the cue is one of saying, and not of thinking, wanting or doing."""
    if _refuses_to_act(text, claim) or _was_asked(text, claim):
        return False
    if claim.cue is None:
        return True
    words = text[claim.cue.start : claim.cue.end].lower().replace("’", "'").split()
    if (claim.speaker is None and words[-2:] in _BEFALLS) or words == ["see"]:
        return False
    if words[-1] in _PICTURING:
        return _is_paper(text, claim.speaker)
    if holds_speech(claim, speech):
        return True
    if words[-1] in _READING and not text.startswith("that ", claim.content[0].start):
        return False
    known = cue_forms("verbs").keys() | cue_forms("nouns").keys() | _OTHER_CUES
    if any(word in known or word.strip(",:'s") in known or word.strip(",:") in known for word in words):
        return True
    return words[-1] in _FINDING and _is_paper(text, claim.speaker)


def _is_paper(text: str, speaker: Span | None) -> bool:
    """Whether the speaker is a study, a poll or the like."""
    if speaker is None:
        return False
    head = head_of(tokenize(text, speaker.start, speaker.end))
    return head in people_words("nouns", "papers") | _FIGURES


def _was_asked(text: str, claim: Claim) -> bool:
    """Whether the speaker is the one who was asked: `Asked whether he would stay, Voss laughed`."""
    if claim.cue is None or text[claim.cue.start : claim.cue.end].lower().removesuffix(" about") not in _ASKED:
        return False
    if claim.speaker is None:
        before = text[max(0, claim.cue.start - 2) : claim.cue.start].strip()
        return not before or before[-1] in _CLAUSE_ENDS
    return claim.cue.end <= claim.speaker.start and all(span.start >= claim.cue.end for span in claim.content)


def _refuses_to_act(text: str, claim: Claim) -> bool:
    """Whether what the speaker refuses is to act, not to speak: `declined to blame the crew`."""
    if claim.cue is None:
        return False
    cue = text[claim.cue.start : claim.cue.end].lower().removesuffix(" to")
    if not cue.endswith(("declined", "refused")):
        return False
    words = text[claim.content[0].start : claim.content[0].end].lower().split()
    return words[:1] == ["to"] and not set(words[1:2]) & SPEAKING


def _snap(text: str, claim: Claim, speech: Nearby[Mark]) -> Claim | None:
    """The claim with its content widened to whole quotations and trimmed of loose punctuation."""
    spans: list[Span] = []
    for span in claim.content:
        start, end = span
        near = list(speech.over(span))
        for mark in near:
            reach = min(end, mark.end) - max(start, mark.start)
            if 2 * reach >= mark.end - mark.start:
                start, end = min(start, mark.start), max(end, mark.end)
        while start < end and text[start] in _TRIMMED:
            start += 1
        while end > start and text[end - 1] in _TRIMMED and not any(mark.end == end for mark in near):
            end -= 1
        if start < end and spans and start > spans[-1].end and not text[spans[-1].end : start].strip():
            spans[-1] = Span(spans[-1].start, end)
        elif start < end:
            spans.append(Span(start, end))
    apart = tuple(piece for span in spans for piece in _quotations(text, span, speech))
    return replace(claim, content=apart) if apart else None


def _quotations(text: str, span: Span, speech: Nearby[Mark]) -> Sequence[Span]:
    """The quotations in a span that consists of several and nothing else, else the span itself.

    Separated, each can be matched with a rule's claim.
    """
    inside = sorted(Span(mark.start, mark.end) for mark in speech.over(span))
    edges = [span.start, *(place for mark in inside for place in mark), span.end]
    bare = all(not text[left:right].strip() for left, right in zip(edges[::2], edges[1::2], strict=True))
    return inside if len(inside) > 1 and bare else (span,)


def _without_titles(claim: Claim, titles: frozenset[int]) -> Claim:
    """The claim without content that is a title in quotation marks, unless it has no other.

    `titles` are the code points inside titles.
    """
    kept = tuple(span for span in claim.content if not {span.start, span.end - 2} <= titles)
    return replace(claim, content=kept) if kept else claim


def is_quoted(claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether all of the content lies inside quotation marks."""
    return all(
        any(mark.start <= span.start and span.end <= mark.end for mark in speech.over(span)) for span in claim.content
    )


def holds_speech(claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether a whole quotation lies inside the content."""
    return any(
        span.start <= mark.start and mark.end <= span.end for span in claim.content for mark in speech.over(span)
    )
