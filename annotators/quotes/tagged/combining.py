"""Combines the claims of rules and model: the rules decide inside quotation marks, the model outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Span, Spanned
from annotators.quotes.claims import Claim
from annotators.quotes.nearby import Nearby
from annotators.quotes.tagged.agreeing import merged_claim, share_in_common
from annotators.quotes.tagged.of_speech import holds_speech, is_quoted, of_speech
from annotators.quotes.tagged.roles import RoleSpan

__all__ = ["combine"]

_TOUCHING: Final = 0.15
_RULE_ALONE: Final = 0.7
"""The least score of a rule's claim outside quotation marks without a counterpart from the model."""
_RULE_WITH_CUE: Final = 0.5
"""The same where the model confirms its cue."""
_SURE_CUE: Final = 0.8
_MODEL_ALONE: Final = 0.65
"""The least score of a model's claim without a counterpart from the rules."""
_MODEL_QUOTED: Final = 0.5
"""The same if it holds a quotation."""
_JOINED: Final = len(", and ")
"""The most code points between one statement and the verb of the next."""
_IS: Final = frozenset("are is was were".split())


def combine(
    text: str,
    ruled: Sequence[Claim],
    read: Sequence[Claim],
    marks: Sequence[Mark],
    roles: Sequence[RoleSpan] = (),
) -> list[Claim]:
    """One list of claims from those of the rules (`ruled`) and of the model (`read`), no two about the same words.

    `roles` are the spans that the model's claims were made of: a cue among them confirms a rule's claim even where the
    model found no content for it.
    """
    kinds = [mark for mark in marks if mark.kind in ("direct", "fragment")]
    speech = Nearby.of(kinds, kinds)
    read = of_speech(text, read, marks, speech)
    kept, used = _kept(text, ruled, read, speech, [one for one in roles if one.role == "cue"])
    return _without_strays(text, _once(kept + _new(read, used, kept, speech)))


def _kept(
    text: str, ruled: Sequence[Claim], read: Sequence[Claim], speech: Nearby[Mark], heard: Sequence[RoleSpan]
) -> tuple[list[Claim], set[int]]:
    """The claims of the rules that are kept, and the indexes of the model's claims that were merged into them."""
    sure = [one for one in heard if one.score >= _SURE_CUE]
    cues: Nearby[Spanned] = Nearby.of(sure, sure)
    told = [claim.cue for claim in ruled if claim.cue and claim.content]
    verbs = Nearby.of(told, told)
    places: Nearby[int] = Nearby()
    for number, claim in enumerate(read):
        for span in claim.content:
            places.add(span, number)
    by_cue = {claim.cue.end: claim for claim in read if claim.cue is not None}
    owners = {claim.cue.end: claim for claim in ruled if claim.cue is not None}
    kept: list[Claim] = []
    used: set[int] = set()
    for claim in ruled:
        partner = None if _is_settled(claim, speech) else _partner(claim, read, places, used)
        if partner is not None and _is_answered(text, claim, read[partner], owners):
            partner = None
        if partner is not None:
            used.add(partner)
            following = _next_verb(claim, read[partner], verbs)
            if following is not None:
                cues.add(following, following)
            kept.append(merged_claim(text, claim, read[partner], speech, runs_on=following is not None))
        elif _is_settled(claim, speech) or (
            _stands_alone(claim, speech, cues) and not _takes_speaker_for_speech(claim, by_cue)
        ):
            kept.append(claim)
    return kept, used


def _is_answered(text: str, claim: Claim, read: Claim, owners: Mapping[int, Claim]) -> bool:
    """Whether the model merges a question with its answer, to which the verb belongs: `“Over?” “No,” she said`."""
    owner = owners.get(read.cue.end) if read.cue else None
    if owner is None or claim.cue is not None or not claim.carried or not owner.content:
        return False
    between = text[claim.end : owner.content[0].start]
    return bool(claim.content) and between.isspace() and "\n" not in between


def _is_settled(claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether a claim is a turn of an interview or a quotation in one; the model does not change these."""
    return bool(claim.part) or (claim.turn is not None and is_quoted(claim, speech))


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those with a carried-over speaker whose content another claim has with its own speaker."""
    owned = [span for claim in claims if not claim.carried and not claim.part for span in claim.content]
    places = Nearby.of(owned, owned)
    return [
        claim
        for claim in claims
        if not claim.carried
        or not all(
            any(one.start <= span.start and span.end <= one.end for one in places.over(span)) for span in claim.content
        )
    ]


def _without_strays(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without content that is in their speaker or begins with another claim's cue, or is a predicate."""
    cues = Nearby.of([claim.cue for claim in claims if claim.cue], [claim.cue for claim in claims if claim.cue])
    found = []
    for claim in claims:
        pieces = tuple(
            span
            for span in claim.content
            if not _is_speaker(span, claim)
            and not any(cue.start == span.start and cue != claim.cue and cue.end < span.end for cue in cues.over(span))
        )
        if not claim.content or not all(_is_predicate(text, span, claim) for span in pieces):
            found.append(replace(claim, content=pieces))
    return found


def _is_predicate(text: str, span: Span, claim: Claim) -> bool:
    """Whether content right after the cue is the predicate of the main clause: `everything Mora says is a lie`."""
    return (
        claim.cue is not None
        and claim.cue.end <= span.start
        and text[claim.cue.end : span.start] == " "
        and text[span.start : span.end].split(maxsplit=1)[0] in _IS
    )


def _is_speaker(span: Span, claim: Claim) -> bool:
    """Whether content lies inside the words that name the speaker: `Ann “Nan” Lee`."""
    speaker = claim.speaker
    return speaker is not None and speaker.start <= span.start and span.end <= speaker.end


def _takes_speaker_for_speech(claim: Claim, by_cue: Mapping[int, Claim]) -> bool:
    """Whether the rule's content is what the model takes for the speaker of the same cue."""
    other = by_cue.get(claim.cue.end) if claim.cue else None
    if other is None or other.speaker is None or len(claim.content) != 1:
        return False
    said, speaker = claim.content[0], other.speaker
    return 2 * (min(said.end, speaker.end) - max(said.start, speaker.start)) > said.end - said.start


def _new(read: Sequence[Claim], used: set[int], kept: Sequence[Claim], speech: Nearby[Mark]) -> list[Claim]:
    """The model's claims without a counterpart whose score is high enough and whose words no other claim has."""
    taken: Nearby[Claim] = Nearby()
    for claim in kept:
        for span in claim.content or ((claim.cue,) if claim.cue else ()):  # no content: its cue is taken
            taken.add(span, claim)
    found: list[Claim] = []
    for number, claim in enumerate(read):
        least = _MODEL_QUOTED if holds_speech(claim, speech) else _MODEL_ALONE
        free = not any(True for span in claim.content for _ in taken.over(span))
        if number not in used and claim.score >= least and free:
            found.append(claim)
            for span in claim.content:
                taken.add(span, claim)
    return found


def _partner(claim: Claim, read: Sequence[Claim], places: Nearby[int], used: set[int]) -> int | None:
    """The index of the model's claim that shares most content with a rule's claim; `None` if none shares enough."""
    best: tuple[float, int] | None = None
    for number in sorted({number for span in claim.content for number in places.over(span)} - used):
        share = share_in_common(claim.content, read[number].content)
        if share > _TOUCHING and (best is None or share > best[0]):
            best = (share, number)
    return best[1] if best else None


def _next_verb(ruled: Claim, read: Claim, verbs: Nearby[Span]) -> Span | None:
    """The verb of the next statement that the model's content runs over: `said that it had failed and warned of`."""
    (start, _), end = ruled.content[0], ruled.content[-1].end
    pieces = [piece for piece in read.content if piece.start == start and end < piece.end]
    following = (verb for piece in pieces for verb in verbs.over(piece) if verb.end < piece.end)
    return next((verb for verb in following if end <= verb.start <= end + _JOINED), None)


def _stands_alone(claim: Claim, speech: Nearby[Mark], cues: Nearby[Spanned]) -> bool:
    borne_out = claim.cue is not None and any(True for _ in cues.over(claim.cue))
    return is_quoted(claim, speech) or claim.score >= (_RULE_WITH_CUE if borne_out else _RULE_ALONE)
