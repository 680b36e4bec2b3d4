"""Merges a claim of a rule with the model's claim about the same words: content, speaker and score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import is_cue_form
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.nearby import Nearby
from annotators.quotes.phrases.subjects import looks_past
from annotators.quotes.reasons import AGREES
from annotators.quotes.saying.content_end import CHARGING, NO_COMMENT
from annotators.quotes.saying.fronted import FRONTED
from annotators.quotes.tagged.of_speech import is_quoted

__all__ = ["merged_claim", "share_in_common"]

_SAME: Final = 0.5
"""The least intersection over union of the contents of one statement."""


def merged_claim(text: str, ruled: Claim, read: Claim, speech: Nearby[Mark], runs_on: bool) -> Claim:
    """The claim merged from a rule's and the model's claim about the same words.

    `speech` are the quotation marks around speech; `runs_on`: the model's content runs on into the next statement.
    """
    score = 1 - (1 - ruled.score) * (1 - read.score)
    share = share_in_common(ruled.content, read.content)
    if (
        is_quoted(ruled, speech)
        and not ruled.carried
        and (share >= _SAME or is_quoted(read, speech) or not _covers(read, ruled) or _is_led_up_to(text, ruled))
    ):
        return replace(ruled, speaker=_speaker(text, ruled, read), score=max(ruled.score, score))
    if _swallows_speaker(ruled, read):
        return ruled
    if share >= _SAME or runs_on or _is_framed(ruled) or _knows_end(text, ruled, read):
        return replace(
            ruled,
            content=ruled.content if runs_on or _is_framed(ruled) or _is_closer(text, ruled, read) else read.content,
            speaker=_speaker(text, ruled, read),
            cue=ruled.cue or _of_saying(text, read.cue),
            carried=ruled.carried and read.speaker is None,
            rule=ruled.rule + AGREES,
            score=score,
        )
    return replace(read, score=score, addressee=ruled.addressee, medium=ruled.medium)


def _of_saying(text: str, cue: Span | None) -> Span | None:
    """The model's cue unless it is a verb of something else, as before a quotation without a clause of its own."""
    if cue is None or not text[cue.start : cue.end].isalpha() or is_cue_form(text[cue.start : cue.end]):
        return cue
    return None if looks_past(tokenize(text, *cue)[0]) else cue


def _is_led_up_to(text: str, ruled: Claim) -> bool:
    """Whether the writer's words and a colon stand before what is quoted: `Berlin was calm: “We wait,” he said`."""
    start = ruled.content[0].start
    after = ruled.cue is not None and ruled.cue.start >= ruled.content[0].end
    return after and text[max(0, start - 2) : start].rstrip(" ").endswith(":")


def _swallows_speaker(ruled: Claim, read: Claim) -> bool:
    """Whether the model includes the speaker in the content: `The law, say critics, is void`."""
    speaker = ruled.speaker
    if speaker is None or read.speaker is not None or ruled.cue is None or read.cue is None or ruled.carried:
        return False
    return ruled.cue.end == read.cue.end and any(
        one.start <= speaker.start and speaker.end <= one.end for one in read.content
    )


def share_in_common(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Intersection over union of two contents, measured in code points."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    joint = sum(a.end - a.start for a in left) + sum(b.end - b.start for b in right) - common
    return common / joint if joint else 0.0


def _speaker(text: str, ruled: Claim, read: Claim) -> Span | None:
    """The rule's speaker, unless it is carried over from an earlier sentence or only part of the model's."""
    if ruled.speaker is None or read.speaker is None:
        return ruled.speaker or read.speaker
    longer = read.speaker.start <= ruled.speaker.start and ruled.speaker.end <= read.speaker.end
    if longer and any(mark in text[read.speaker.start : ruled.speaker.start] for mark in '“”"'):
        longer = False  # a title in marks before the name
    return read.speaker if ruled.carried or longer else ruled.speaker


def _covers(outer: Claim, inner: Claim) -> bool:
    """Whether each span of one content lies inside the other."""
    return all(any(big.start <= span.start and span.end <= big.end for big in outer.content) for span in inner.content)


def _is_framed(ruled: Claim) -> bool:
    """Whether the construction itself delimits the content: `accused X of Y`, `Minister: no plan`."""
    labelled = ruled.cue is None and ruled.speaker is not None and not ruled.carried
    return labelled or ruled.lemma in CHARGING | NO_COMMENT


def _knows_end(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the rule is more reliable than the model about where the content begins or ends."""
    relative = ruled.rule.startswith("relative clause") and _ends_sooner(text, ruled, read)
    return relative or ruled.lemma == FRONTED or _adds_apposition(text, ruled, read)


def _ends_sooner(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether both begin at one place, and the rule ends at a comma or semicolon and the model later."""
    left, right = ruled.content[0], read.content[0]
    return left.start == right.start and left.end < read.content[-1].end and text[left.end : left.end + 1] in (",", ";")


def _is_closer(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the rule's content is better: it ends where the writer's words begin, or begins after a colon."""
    start = ruled.content[0].start
    if ruled.lemma == FRONTED and read.content[0].start != start:
        return True
    if ruled.cue and ruled.cue.start > start and _breaks_off(text, ruled, read):
        return True
    after_colon = read.content[0].start < start and text[max(0, start - 2) : start].rstrip(" ").endswith(":")
    return after_colon or _ends_sooner(text, ruled, read)


def _breaks_off(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the model's content ends inside the clause that the rule takes as a whole."""
    if len(ruled.content) != 1 or len(read.content) != 1 or read.content[0].start != ruled.content[0].start:
        return False
    left_out = text[read.content[0].end : ruled.content[0].end]
    return bool(left_out) and "," not in left_out and ";" not in left_out


def _adds_apposition(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the model's content runs on into an apposition: `its plan to close the strait, the shortest way`."""
    following = text[ruled.content[0].end : ruled.content[0].end + 6].lower()
    return _ends_sooner(text, ruled, read) and following.startswith((", the ", ", a ", ", an ", ", who ", ", which"))
