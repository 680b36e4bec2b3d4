"""Finds statements, who says what, in the text of an article that is not boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from annotators.annotation import AnnotationSet, BlockLabel, Mark, Mention, Span, Statement, merge
from annotators.article import Article, Block
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.sentences import Paragraph, read_paragraph
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.nearby import Nearby
from annotators.quotes.overlaps import is_label, without_overlaps
from annotators.quotes.phrases.offices import head_of, is_office, singular
from annotators.quotes.reasons import reason_of
from annotators.quotes.saying.reading import read_claims
from annotators.quotes.saying.repeats import with_repeats
from annotators.quotes.speakers.resolving import Resolution, resolve_speakers
from annotators.quotes.tagged.claims import claims_from_roles
from annotators.quotes.tagged.combining import combine
from annotators.quotes.tagged.roles import RoleSpan
from annotators.quotes.turns.claims import in_turns
from annotators.quotes.turns.parties import parties_of
from annotators.rows import column
from annotators.text.languages import ENGLISH, languages_of
from annotators.text.line_breaks import without_wraps

__all__ = ["find_statements"]

QUOTED_KINDS = frozenset(("headline", "deck", "body", "subhead", "caption", "note"))
"""Kinds of block that are searched for statements."""

_WHOLLY = 0.95
_SURE = 0.4


def find_statements(
    article: Article, annotations: AnnotationSet, roles: Sequence[RoleSpan] = ()
) -> tuple[Statement, ...]:
    """The statements in the kept text and the captions of an article, in text order; ids are `s1`, `s2`, ...

    `roles` are a tagging model's predictions for the same text, if one ran.
    """
    blocks: Sequence[BlockLabel | Block] = annotations.blocks or article.blocks
    text = without_wraps(article.text, zip(column(blocks, "start"), column(blocks, "end"), strict=True))
    kept = _paragraphs(article, text, annotations)
    paragraphs = in_turns(article.text, kept, annotations.marks, annotations.mentions)
    claims = read_claims(text, paragraphs)
    if roles:
        claims = combine(text, claims, claims_from_roles(text, paragraphs, roles), annotations.marks, roles)
    names = Nearby.of(annotations.mentions, annotations.mentions)
    titles = [mark.start for mark in annotations.marks if mark.kind == "title"]
    works = frozenset((*titles, *(start + 1 for start in titles)))
    claims = [
        _with_whole_name(text, _without_signs(text, _without_audience(text, without_overlaps(text, claim))), names)
        for claim in claims
        if _is_said(text, claim) and not is_label(text, claim) and not _is_performed(text, claim, works)
    ]
    claims.sort(key=lambda claim: (claim.content[0].start if claim.content else claim.start, claim.end))
    claims = with_repeats(text, claims)
    spoken = [mark for mark in annotations.marks if mark.kind not in ("title", "nickname")]
    marks = Nearby.of(spoken, spoken)
    parties = parties_of(annotations, claims)
    resolved = resolve_speakers(text, claims, annotations.mentions, annotations.entities, annotations.marks, parties)
    return tuple(
        _statement(text, f"s{number}", claim, speaker, marks)
        for number, (claim, speaker) in enumerate(zip(claims, resolved, strict=True), 1)
    )


_LOOSE_END: Final = re.compile(
    r"(?:,\s+[a-z]+|\s(?:and|as|at|but|by|for|from|in|of|on|to|when|while|with)(?:\s(?:a|an|the))?)[\s,;:(]*$"
    r"|(?<![\s,;:(])[\s,;:(]++[\"'“‘„«]\s*$"
)
"""What is cut off the end of a speaker: `Lund, whose house was flooded, as`; `The study, published`; and an
opening quotation mark."""
_NOBODY: Final = re.compile(r"(?i:nobody|no one|no-one|none)(?=\Z| (?:at|else|from|in|of)\b)")


def _is_said(text: str, claim: Claim) -> bool:
    """Whether the claim reports speech that took place: not if nobody speaks, nothing is said or a question is put."""
    if claim.cue is not None and claim.content and _says_nothing(text, claim.cue, claim.content):
        return False
    if claim.speaker is not None and claim.cue is not None and _is_put_to(text, claim.speaker, claim.cue):
        return False
    if claim.speaker is not None and _is_supposed(text, claim):
        return False
    nobody = claim.speaker is not None and _NOBODY.match(text, *claim.speaker)
    return not nobody and bool(claim.content or claim.cue)


def _is_supposed(text: str, claim: Claim) -> bool:
    """Whether the verb stands in a condition, so that nobody has spoken: `If Hale says he will stand, ...`."""
    speaker, cue = claim.speaker, claim.cue
    if (
        speaker is None
        or cue is None
        or cue.start < speaker.end
        or not claim.content
        or claim.content[0].start < cue.end
    ):
        return False
    quoted = any(mark in text[one.start : one.end] for one in claim.content for mark in '“"„«')
    return not quoted and _CONDITION.search(text, max(0, speaker.start - _BEFORE), speaker.start) is not None


_BEFORE: Final = 12
_CONDITION: Final = re.compile(r"\b(?:[Ii]f|[Uu]nless) (?:the |a |an )?\Z")


def _is_performed(text: str, claim: Claim, works: Set[int]) -> bool:
    """Whether the content begins with a title, of what is sung, read or shown: `The choir sang “Abide With Me”`.

    `works` are the code points at which titles begin, with and without their opening marks.
    """
    if claim.cue is None or not claim.content or claim.content[0].start not in works:
        return False
    return text[claim.cue.start : claim.cue.end].lower().split()[-1].startswith(_PERFORMING)


_PERFORMING: Final = ("chant", "hum", "perform", "play", "read", "recit", "sang", "show", "sing", "sung", "watch")


def _is_put_to(text: str, speaker: Span, cue: Span) -> bool:
    """Whether the speaker is the one who is asked: `Lund, asked whether she would stay, said`; `Lund was asked if`."""
    words = text[cue.start : cue.end].lower().split()
    if words[-1] not in _ASKED:
        return False
    between = text[speaker.start : cue.start]
    return (between.endswith(", ") and between.count(",") == 1) or not _PASSIVE.isdisjoint(words[:-1])


_ASKED: Final = frozenset("asked pressed questioned quizzed".split())
_PASSIVE: Final = frozenset("be been being is was were".split())


def _only_names_sources(text: str, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the content of a verb of citing is only a source: `citing three people familiar with the matter`."""
    if not text[cue.start : cue.end].lower().split()[-1].startswith(("citing", "cited", "cites")):
        return False
    nouns = _SOURCES | people_words("nouns", "people") | people_words("nouns", "papers")
    return any(is_office(word.lower) or singular(word.lower) in nouns for word in tokenize(text, *content[0])[:_FEW])


def _says_nothing(text: str, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the content is only a word like `nothing`, a source, or a topic: `arguing about street lamps`."""
    if len(content) == 1 and text[content[0].start : content[0].end].lower() in _NOTHING:
        return True
    verb, *rest = reversed(text[cue.start : cue.end].lower().split())
    topical = text.startswith((" about ", " on ", " over "), cue.end)
    if verb in ("about", "on", "over") and rest:
        verb, topical = rest[0], True
    return (topical and verb.startswith(_QUARRELS)) or _only_names_sources(text, cue, content)


_NOTHING: Final = frozenset(("it", "little", "no more", "nothing", "nothing more", "so", "that", "this"))
_QUARRELS: Final = ("argu", "clash", "differ", "disagree", "quarrel")
"""Beginnings of verbs of a dispute, after which `about`, `on` or `over` has a topic and no words."""
_FEW: Final = 4
_SOURCES: Final = frozenset("authorities datum data figure insider people person police record source".split())


def _without_audience(text: str, claim: Claim) -> Claim:
    """The claim without its speaker if that is only the audience: `the court heard that ...`; `..., jury told`."""
    if claim.speaker is None or claim.cue is None or not claim.content:
        return claim
    if _TOLD.search(text, max(claim.speaker.end, claim.cue.end - _TO_AUDIENCE), claim.cue.end):
        return replace(claim, speaker=None)
    verb = text[claim.cue.start : claim.cue.end].lower().split()[-1]
    ends = claim.content[-1].end <= claim.cue.start and not text[claim.cue.end : claim.cue.end + 2].strip(" .\n")
    hears = verb in ("hear", "hears", "heard") or (verb == "told" and ends)
    listens = hears and head_of(tokenize(text, *claim.speaker)) in _LISTENING
    return replace(claim, speaker=None) if listens else claim


_TO_AUDIENCE: Final = 200
"""The most code points from an audience to the verb that it hears: a speaker taken over may be far away."""
_TOLD: Final = re.compile(r"\b(?:are|been|is|was|were) told$")
_LISTENING: Final = frozenset("court hearing inquest inquiry jury mp tribunal trial".split())


def _without_signs(text: str, claim: Claim) -> Claim:
    """The claim without the `>` of a quoted line at the start of its content: `> “We will rebuild,” Mora said`."""
    if not any(text.startswith(">", one.start) for one in claim.content):
        return claim
    bare = (len(_SIGNS.sub("", text[one.start : one.end])) for one in claim.content)
    words = (Span(one.end - length, one.end) for one, length in zip(claim.content, bare, strict=True) if length)
    content = tuple(words)
    return replace(claim, content=content) if content or claim.cue else claim


_SIGNS: Final = re.compile(r"\A(?:>[ \t]*)+")


def _with_whole_name(text: str, claim: Claim, names: Nearby[Mention]) -> Claim:
    """The claim with its speaker widened to whole names, and without loose words and punctuation at the end."""
    if claim.speaker is None:
        return claim
    start, end = claim.speaker
    for name in names.over(claim.speaker):
        if name.entity is not None and "\n" not in text[name.start : name.end]:
            start, end = min(start, name.start), max(end, name.end)
    taken = (*claim.content, claim.cue) if claim.cue else claim.content
    if any(start < one.end and one.start < end for one in taken):
        start, end = claim.speaker
    words, more = "", text[start:end].rstrip(" ,;:(")
    while more != words:  # `The study, published in the` is `The study`
        words, more = more, _LOOSE_END.sub("", more)
    return replace(claim, speaker=Span(start, start + len(words)))


def _paragraphs(article: Article, text: str, annotations: AnnotationSet) -> list[Paragraph]:
    blocks: Sequence[BlockLabel | Block] = annotations.blocks or article.blocks
    if all(isinstance(block, BlockLabel) and block.boilerplate for block in blocks):
        blocks = article.blocks  # everything is boilerplate: all blocks are read, so that no statement is lost
    kept = [(block, _kind(block)) for block in blocks if _kind(block) in QUOTED_KINDS or _is_guess(block)]
    spans = [(block.start, block.end) for block, _ in kept]
    languages = languages_of(text, spans, article.metadata.language)
    found = []
    for (block, kind), language in zip(kept, languages, strict=True):
        paragraph = read_paragraph(text, block.start, block.end, kind, annotations.marks)
        found.append(paragraph if language == ENGLISH else paragraph._replace(language=language))
    return found


def _kind(block: BlockLabel | Block) -> str:
    return block.kind if isinstance(block, BlockLabel) else "body"


def _is_guess(block: BlockLabel | Block) -> bool:
    """Whether the kind of a block is uncertain; such a block is read, so that no statement in it is lost."""
    return isinstance(block, BlockLabel) and block.score is not None and block.score < _SURE


def _statement(text: str, identifier: str, claim: Claim, speaker: Resolution | None, marks: Nearby[Mark]) -> Statement:
    content = tuple(sorted(claim.content))
    span = content or ((claim.cue,) if claim.cue else ())
    return Statement(
        start=span[0].start,
        end=max(piece.end for piece in span),
        score=claim.score,
        reasons=(reason_of(claim.rule), speaker.reason) if speaker else (reason_of(claim.rule),),
        id=identifier,
        type="direct" if claim.part or claim.dashed else _type_of(text, content, marks),
        content=content,
        cue=claim.cue,
        speaker=claim.speaker,
        speaker_entity=speaker.entity if speaker else None,
        addressee=claim.addressee,
        medium=claim.medium,
    )


def _type_of(text: str, content: Sequence[Span], marks: Nearby[Mark]) -> str:
    """`direct` if (nearly) all letters are in quotation marks, `indirect` if none are, else `mixed`."""
    letters = quoted = 0
    for span in content:
        inside = merge(marks.over(span))
        letters += _letters(text, span.start, span.end)
        quoted += sum(_letters(text, max(one.start, span.start), min(one.end, span.end)) for one in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _WHOLLY * letters else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
