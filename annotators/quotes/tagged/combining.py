"""Rules and model together: rules win on what stands in marks, the model on what does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Span, Spanned
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import cue_forms
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.nearby import Nearby
from annotators.quotes.phrases.offices import head_of
from annotators.quotes.saying.content_end import CHARGING, NO_COMMENT
from annotators.quotes.saying.forward import SPEAKING
from annotators.quotes.saying.fronted import FRONTED
from annotators.quotes.tagged.roles import RoleSpan

__all__ = ["combine"]

_SAME: Final = 0.5
"""Share of their letters that two contents have in common when they are the same statement."""
_TOUCHING: Final = 0.15
_RULE_ALONE: Final = 0.7
"""How sure a rule has to be of speech outside marks that the model does not see."""
_RULE_WITH_CUE: Final = 0.5
"""The same where the model at least takes the verb for one of saying."""
_SURE_CUE: Final = 0.8
_MODEL_ALONE: Final = 0.65
"""How sure the model has to be of what no rule sees."""
_MODEL_QUOTED: Final = 0.5
"""The same of what holds a quotation."""
_JOINED: Final = len(", and ")
"""Code points between one statement and the verb of the next, at most."""
_TRIMMED: Final = " \t\n\r\xa0,;:.—–-"


def combine(
    text: str,
    ruled: Sequence[Claim],
    read: Sequence[Claim],
    marks: Sequence[Mark],
    roles: Sequence[RoleSpan] = (),
) -> list[Claim]:
    """One list of claims out of those of the rules and those of the model, no two about the same words.

    `roles` are the spans that the model's claims were made of: a cue among them bears out a rule
    even where the model found no content to go with it.
    """
    kinds = [mark for mark in marks if mark.kind in ("direct", "fragment")]
    speech = Nearby.of(kinds, kinds)
    read = _of_speech(text, read, marks, speech)
    kept, used = _kept(text, ruled, read, speech, [one for one in roles if one.role == "cue"])
    return _without_strays(text, _once(kept + _new(read, used, kept, speech)))


def _kept(
    text: str, ruled: Sequence[Claim], read: Sequence[Claim], speech: Nearby[Mark], heard: Sequence[RoleSpan]
) -> tuple[list[Claim], set[int]]:
    """What becomes of the claims of the rules, and which of the model's went into them."""
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
            kept.append(_agree(text, claim, read[partner], speech, parted=following is not None))
        elif _is_settled(claim, speech) or (
            _stands_alone(claim, speech, cues) and not _takes_speaker_for_speech(claim, by_cue)
        ):
            kept.append(claim)
    return kept, used


def _is_answered(text: str, claim: Claim, read: Claim, owners: Mapping[int, Claim]) -> bool:
    """Whether the model joins two quotations side by side, the second with the verb: `“Over?” “No,” she said`."""
    owner = owners.get(read.cue.end) if read.cue else None
    if owner is None or claim.cue is not None or not claim.carried or not owner.content:
        return False
    between = text[claim.end : owner.content[0].start]
    return bool(claim.content) and between.isspace() and "\n" not in between


def _is_settled(claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether a claim is a turn of an interview, or quoted in one: the model has no say in it."""
    return bool(claim.part) or (claim.turn is not None and _is_quoted(claim, speech))


def _of_speech(text: str, read: Sequence[Claim], marks: Sequence[Mark], speech: Nearby[Mark]) -> list[Claim]:
    """The model's claims that are of speech, their content as the marks have it and without titles."""
    titles = frozenset(place for mark in marks if mark.kind == "title" for place in range(mark.start, mark.end))
    snapped = (_snap(text, claim, speech) for claim in read if _reports(text, claim, speech))
    return [_without_titles(claim, titles) for claim in snapped if claim is not None]


def _without_titles(claim: Claim, titles: frozenset[int]) -> Claim:
    """The claim without pieces of content that are a title in quotation marks, where it has others.

    `titles` are the places of all titles, in code points.
    """
    kept = tuple(span for span in claim.content if not {span.start, span.end - 2} <= titles)
    return replace(claim, content=kept) if kept else claim


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that only took a speaker over for words that another claim has with its own."""
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
    """The claims without pieces of content that are their own speaker, or that belong to another verb."""
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
    """Whether a piece right after the cue only says something of its speaker: `everything Mora says is a lie`."""
    return (
        claim.cue is not None
        and claim.cue.end <= span.start
        and text[claim.cue.end : span.start] == " "
        and text[span.start : span.end].split(maxsplit=1)[0] in _IS
    )


_IS: Final = frozenset("are is was were".split())


def _is_speaker(span: Span, claim: Claim) -> bool:
    """Whether a piece of content is some of the words that name the speaker: `Ann “Nan” Lee`."""
    speaker = claim.speaker
    return speaker is not None and speaker.start <= span.start and span.end <= speaker.end


def _takes_speaker_for_speech(claim: Claim, by_cue: Mapping[int, Claim]) -> bool:
    """Whether the model reads the same cue the other way round: `..., said the director` is no speech of the dots."""
    other = by_cue.get(claim.cue.end) if claim.cue else None
    if other is None or other.speaker is None or len(claim.content) != 1:
        return False
    said, speaker = claim.content[0], other.speaker
    return 2 * (min(said.end, speaker.end) - max(said.start, speaker.start)) > said.end - said.start


def _new(read: Sequence[Claim], used: set[int], kept: Sequence[Claim], speech: Nearby[Mark]) -> list[Claim]:
    """What only the model sees, where it is sure enough and nothing else is said of the words."""
    taken: Nearby[Claim] = Nearby()
    for claim in kept:
        for span in claim.content or ((claim.cue,) if claim.cue else ()):  # who says nothing does it with the cue
            taken.add(span, claim)
    found: list[Claim] = []
    for number, claim in enumerate(read):
        least = _MODEL_QUOTED if _holds_speech(claim, speech) else _MODEL_ALONE
        free = not any(True for span in claim.content for _ in taken.over(span))
        if number not in used and claim.score >= least and free:
            found.append(claim)
            for span in claim.content:
                taken.add(span, claim)
    return found


def _reports(text: str, claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether something is quoted or the cue is one of saying: the model also marks what people think and want."""
    if _refuses_to_act(text, claim) or _was_asked(text, claim):
        return False
    if claim.cue is None:
        return True
    words = text[claim.cue.start : claim.cue.end].lower().replace("’", "'").split()
    if words[-1] in _PICTURING:
        return _is_paper(text, claim.speaker)
    if _holds_speech(claim, speech):
        return True
    if words[-1] in _READING and not text.startswith("that ", claim.content[0].start):
        return False
    known = cue_forms("verbs").keys() | cue_forms("nouns").keys() | _OTHER_CUES
    if any(word in known or word.strip(",:'s") in known or word.strip(",:") in known for word in words):
        return True
    return words[-1] in _FINDING and _is_paper(text, claim.speaker)


def _is_paper(text: str, speaker: Span | None) -> bool:
    """Whether a study, a poll or the like is what shows something."""
    if speaker is None:
        return False
    head = head_of(tokenize(text, speaker.start, speaker.end))
    return head in people_words("nouns", "papers") | _FIGURES


_READING: Final = frozenset("post posted posting posts publish published publishes read reading reads shared".split())
"""What is read or shared is more often a thing than words: only `that` after them shows it to be these."""
_FINDING: Final = frozenset("find finds found reveal".split())
_PICTURING: Final = frozenset("indicate indicates indicated show shows showed shown".split())
_FIGURES: Final = frozenset("datum data figure number record research result finding statistic".split())


def _was_asked(text: str, claim: Claim) -> bool:
    """Whether the cue is what was done to the speaker: `Asked whether he would stay, Voss laughed`."""
    if claim.cue is None or text[claim.cue.start : claim.cue.end].lower() not in _ASKED:
        return False
    if claim.speaker is None:
        before = text[max(0, claim.cue.start - 2) : claim.cue.start].strip()
        return not before or before[-1] in _CLAUSE_ENDS
    return claim.cue.end <= claim.speaker.start and all(span.start >= claim.cue.end for span in claim.content)


_CLAUSE_ENDS: Final = '.;!?”"'
_ASKED: Final = frozenset("asked pressed questioned quizzed".split())


def _refuses_to_act(text: str, claim: Claim) -> bool:
    """`declined to blame the crew`: no one says anything, nor refuses to say it."""
    if claim.cue is None:
        return False
    cue = text[claim.cue.start : claim.cue.end].lower().removesuffix(" to")
    if not cue.endswith(("declined", "refused")):
        return False
    words = text[claim.content[0].start : claim.content[0].end].lower().split()
    return words[:1] == ["to"] and not set(words[1:2]) & SPEAKING


_OTHER_CUES: Final = frozenset(
    ": according per attack attacked attacking attacks allegation allegations announcement answer argument assertion "
    "claim claims comment comments complaint complaints concern concerns criticism remark remarks statement "
    "statements suggestion warning warnings words pointed points put puts spoke speaking talked referred refers "
    "speech speeches".split()
)


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
    """The quotations of which a span is made where it holds nothing else, so that a rule can tell whose each is."""
    inside = sorted(Span(mark.start, mark.end) for mark in speech.over(span))
    edges = [span.start, *(place for mark in inside for place in mark), span.end]
    bare = all(not text[left:right].strip() for left, right in zip(edges[::2], edges[1::2], strict=True))
    return inside if len(inside) > 1 and bare else (span,)


def _partner(claim: Claim, read: Sequence[Claim], places: Nearby[int], used: set[int]) -> int | None:
    """Which of the model's claims is about the same words."""
    best: tuple[float, int] | None = None
    for number in sorted({number for span in claim.content for number in places.over(span)} - used):
        share = _share(claim.content, read[number].content)
        if share > _TOUCHING and (best is None or share > best[0]):
            best = (share, number)
    return best[1] if best else None


def _share(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Common length over joint length of two contents."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    joint = sum(a.end - a.start for a in left) + sum(b.end - b.start for b in right) - common
    return common / joint if joint else 0.0


def _is_quoted(claim: Claim, speech: Nearby[Mark]) -> bool:
    """Whether all of the content stands in marks."""
    return all(
        any(mark.start <= span.start and span.end <= mark.end for mark in speech.over(span)) for span in claim.content
    )


def _agree(text: str, ruled: Claim, read: Claim, speech: Nearby[Mark], parted: bool) -> Claim:
    """What becomes of a statement that both see."""
    score = 1 - (1 - ruled.score) * (1 - read.score)
    share = _share(ruled.content, read.content)
    if (
        _is_quoted(ruled, speech)
        and not ruled.carried
        and (share >= _SAME or _is_quoted(read, speech) or not _covers(read, ruled))
    ):
        return replace(ruled, speaker=_speaker(text, ruled, read), score=max(ruled.score, score))
    if share >= _SAME or parted or _is_framed(ruled) or _knows_end(text, ruled, read):
        return replace(
            ruled,
            content=ruled.content if parted or _is_framed(ruled) or _is_closer(text, ruled, read) else read.content,
            speaker=_speaker(text, ruled, read),
            cue=ruled.cue or read.cue,
            carried=ruled.carried and read.speaker is None,
            rule=f"{ruled.rule}, and the model agrees",
            score=score,
        )
    return replace(read, score=score, addressee=ruled.addressee, medium=ruled.medium)


def _next_verb(ruled: Claim, read: Claim, verbs: Nearby[Span]) -> Span | None:
    """The verb of a statement of its own over which the model reads on: `said that it had failed and warned of`."""
    (start, _), end = ruled.content[0], ruled.content[-1].end
    pieces = [piece for piece in read.content if piece.start == start and end < piece.end]
    following = (verb for piece in pieces for verb in verbs.over(piece) if verb.end < piece.end)
    return next((verb for verb in following if end <= verb.start <= end + _JOINED), None)


def _speaker(text: str, ruled: Claim, read: Claim) -> Span | None:
    """The rule's speaker, unless it only took over whoever spoke before or the last name of a longer phrase."""
    if ruled.speaker is None or read.speaker is None:
        return ruled.speaker or read.speaker
    longer = read.speaker.start <= ruled.speaker.start and ruled.speaker.end <= read.speaker.end
    if longer and any(mark in text[read.speaker.start : ruled.speaker.start] for mark in '“”"'):
        longer = False  # a title in marks before the name
    return read.speaker if ruled.carried or longer else ruled.speaker


def _covers(outer: Claim, inner: Claim) -> bool:
    """Whether each piece of one content lies inside the other."""
    return all(any(big.start <= span.start and span.end <= big.end for big in outer.content) for span in inner.content)


def _is_framed(ruled: Claim) -> bool:
    """Whether the words themselves say where the content is: `accused X of Y`, `Minister: no plan`."""
    labelled = ruled.cue is None and ruled.speaker is not None and not ruled.carried
    return labelled or ruled.lemma in CHARGING | NO_COMMENT


def _knows_end(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the rule has better reasons for where the content begins or ends than the model."""
    relative = ruled.rule.startswith("relative clause") and _ends_sooner(text, ruled, read)
    return relative or ruled.lemma == FRONTED or _adds_apposition(text, ruled, read)


def _ends_sooner(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether both begin alike and the rule stops at a comma where the model reads on into the writer's words."""
    left, right = ruled.content[0], read.content[0]
    return left.start == right.start and left.end < read.content[-1].end and text[left.end : left.end + 1] in (",", ";")


def _is_closer(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the rule stops where the writer goes on, or begins after a colon or source that the model reads over."""
    start = ruled.content[0].start
    if ruled.lemma == FRONTED and read.content[0].start != start:
        return True
    if ruled.cue and ruled.cue.start > start and _breaks_off(text, ruled, read):
        return True
    after_colon = read.content[0].start < start and text[max(0, start - 2) : start].rstrip(" ").endswith(":")
    return after_colon or _ends_sooner(text, ruled, read)


def _breaks_off(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether the model stops amid the clause that ends where the clause of saying begins."""
    if len(ruled.content) != 1 or len(read.content) != 1 or read.content[0].start != ruled.content[0].start:
        return False
    left_out = text[read.content[0].end : ruled.content[0].end]
    return bool(left_out) and "," not in left_out and ";" not in left_out


def _adds_apposition(text: str, ruled: Claim, read: Claim) -> bool:
    """Whether what the model reads on into is the writer's: `its plan to close the strait, the shortest way`."""
    following = text[ruled.content[0].end : ruled.content[0].end + 6].lower()
    return _ends_sooner(text, ruled, read) and following.startswith((", the ", ", a ", ", an ", ", who ", ", which"))


def _holds_speech(claim: Claim, speech: Nearby[Mark]) -> bool:
    return any(
        span.start <= mark.start and mark.end <= span.end for span in claim.content for mark in speech.over(span)
    )


def _stands_alone(claim: Claim, speech: Nearby[Mark], cues: Nearby[Spanned]) -> bool:
    borne_out = claim.cue is not None and any(True for _ in cues.over(claim.cue))
    return _is_quoted(claim, speech) or claim.score >= (_RULE_WITH_CUE if borne_out else _RULE_ALONE)
