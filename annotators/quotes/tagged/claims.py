"""Makes claims from a tagging model's spans: groups content, cue and source that belong together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.sentences import Paragraph
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.subjects import is_passive, subject_of
from annotators.quotes.tagged.roles import RoleSpan
from annotators.text.patterns import compiled_late

__all__ = ["claims_from_roles"]

_FARTHEST_CUE: Final = 16
"""The most tokens between content and its cue."""
_FARTHEST_SOURCE: Final = 22
_OPENING: Final = "\"“‘«'`„"
_GOES_ON: Final = re.compile(r",? (?:and|as|but)$")
_FIRST: Final = frozenset(("I", "I'm", "I’m", "I've", "I’ve"))
_DOUBLE: Final = '"“«„'
_FULL_STOP: Final = compiled_late(r"\.[”\"»]")
_POINTING: Final = frozenset(("it", "that", "this", "which", "who"))
_NAMELESS: Final = ("not to be identified", "not to be named", "to remain anonymous")
_EMPTY: Final = _POINTING | frozenset("are he i is she they was we were you".split())
"""Words that are no content on their own: `..., which was ...`."""
_UNFINISHED: Final = frozenset("a an and at by for from in into of on or the to with".split())
"""Words that no clause ends with."""


@dataclass
class _Group:
    """A cue with the contents found to go with it."""

    cue: RoleSpan
    contents: list[RoleSpan] = field(default_factory=list)


def claims_from_roles(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[RoleSpan]) -> list[Claim]:
    """The claims of the model's spans, paragraph by paragraph."""
    ordered = sorted(roles, key=lambda one: (one.start, one.end))
    starts = [one.start for one in ordered]
    found: list[Claim] = []
    for paragraph in paragraphs:
        inside = [
            one
            for one in ordered[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
            if one.end <= paragraph.end and not text[one.start : one.end].isspace()
        ]
        if inside:
            found += _of_paragraph(text, paragraph, inside)
    return found


def _of_paragraph(text: str, paragraph: Paragraph, roles: Sequence[RoleSpan]) -> list[Claim]:
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
    sources = [one for one in roles if one.role == "source"]
    groups = [_Group(one) for one in roles if one.role == "cue"]
    later: list[RoleSpan] = []
    for content in (one for one in roles if one.role == "content"):
        group = _nearest(text, tokens, content, groups)
        if group is None:
            later.append(content)
        else:
            group.contents.append(content)
    loose: list[RoleSpan] = []
    for content in later:
        group = _carried(text, tokens, content, groups)
        if group is not None:
            group.contents.append(content)
        elif _ends_sentence(text, content):
            loose.append(content)
    found = [_claim(text, tokens, group, sources) for group in groups if _says_something(text, group)]
    return found + [claim for one in loose if (claim := _before_next(text, tokens, one, groups, sources)) is not None]


def _before_next(
    text: str, tokens: Sequence[Token], content: RoleSpan, groups: Sequence[_Group], sources: Sequence[RoleSpan]
) -> Claim | None:
    """The claim of a quotation whose speaker opens the sentence after it: `“It is over.” Mora said ...`."""
    group = next((one for one in groups if one.contents and one.cue.start >= content.end), None)
    source = _source_of(tokens, group, sources) if group is not None else None
    if group is None or source is None or source.start < content.end:
        return None
    if _tokens_between(tokens, content.end, source.start) > 1 or "\n" in text[content.end : source.start]:
        return None
    span = Span(content.start, content.end)
    rule = f"read by the model: {text[source.start : source.end]}"
    return Claim((span,), None, Span(source.start, source.end), rule, content.score, carried=True)


def _says_something(text: str, group: _Group) -> bool:
    """Whether the contents are more than one word, which only points (it, what, the story), or are quoted."""
    return sum(len(text[one.start : one.end].split()) for one in group.contents) > 1 or any(
        text[one.start] in "\"“‘«'`„" for one in group.contents
    )


def _nearest(text: str, tokens: Sequence[Token], content: RoleSpan, groups: Sequence[_Group]) -> _Group | None:
    """The group with the nearest cue to the content, no stop in between; a cue before it counts half a token nearer."""
    best: tuple[float, _Group] | None = None
    first, last = _reach(tokens, content, _FARTHEST_CUE)
    opening = tokens[min(bisect_left(tokens, content.start, key=_start), len(tokens) - 1)].lower
    for group in groups:
        if opening == "that" and group.cue.start > content.start and best is not None:
            continue  # content that begins with `that` follows its verb
        if content.start <= group.cue.start < content.end or group.cue.end < first or group.cue.start > last:
            continue
        before = group.cue.end <= content.start
        gap = _tokens_between(tokens, group.cue.end, content.start) if before else _tokens_between(
            tokens, content.end, group.cue.start
        )  # fmt: skip
        distance = gap + (0 if before else 0.5)
        if _stop_between(tokens, group.cue, content) or (not before and _ends_sentence(text, content)):
            continue
        if distance <= _FARTHEST_CUE and (best is None or distance < best[0]):
            best = (distance, group)
    return best[1] if best else None


def _ends_sentence(text: str, content: RoleSpan) -> bool:
    """Whether a quotation ends with a full stop inside its marks, so that the verb after it says something else."""
    return _FULL_STOP.search(text, max(content.start, content.end - 2), content.end + 1) is not None


def _reach(tokens: Sequence[Token], span: RoleSpan, farthest: int) -> tuple[int, int]:
    """The offsets between which the tokens lie that are at most `farthest` tokens from a span."""
    first = bisect_left(tokens, span.start, key=_start) - farthest - 1
    last = bisect_left(tokens, span.end, key=_start) + farthest + 1
    return tokens[max(first, 0)].start, tokens[min(last, len(tokens) - 1)].end


def _tokens_between(tokens: Sequence[Token], start: int, end: int) -> int:
    first = bisect_left(tokens, start, key=_start)
    return bisect_left(tokens, end, key=_start) - first if end > start else 0


def _start(token: Token | RoleSpan) -> int:
    return token.start


def _stop_between(tokens: Sequence[Token], cue: RoleSpan, content: RoleSpan) -> bool:
    start, end = (cue.end, content.start) if cue.end <= content.start else (content.end, cue.start)
    between = tokens[bisect_left(tokens, start, key=_start) : bisect_left(tokens, end, key=_start)]
    return any(token.text in (".", "!", "?", ";") for token in between)


def _carried(text: str, tokens: Sequence[Token], content: RoleSpan, groups: Sequence[_Group]) -> _Group | None:
    """The group that content without a cue of its own continues, or a near group that has no content yet."""
    for group in reversed(groups):
        if group.contents and group.cue.start < content.start:
            ends = max(*(one.end for one in group.contents), group.cue.end)
            goes_on = ends <= content.start and _tokens_between(tokens, ends, content.start) <= _FARTHEST_CUE
            return group if goes_on and text.count("\n", ends, content.start) == 0 else None
    empty = [group for group in groups if not group.contents]
    near = [group for group in empty if abs(_tokens_between(tokens, group.cue.end, content.start)) <= _FARTHEST_CUE]
    return near[0] if near and near[0].cue.start < content.end else None


def _claim(text: str, tokens: Sequence[Token], group: _Group, sources: Sequence[RoleSpan]) -> Claim:
    cue = Span(group.cue.start, group.cue.end)
    source = _source_of(tokens, group, sources)
    speaker = Span(source.start, source.end) if source else _subject(tokens, cue)
    scores = [group.cue.score, *(one.score for one in group.contents), *([source.score] if source else [])]
    pieces = [Span(one.start, one.end) for one in sorted(group.contents, key=_start)]
    content = _without_scraps(text, [_finished(text, piece) for piece in pieces], cue, speaker)
    rule = f"read by the model: {text[cue.start : cue.end]}"
    return Claim(content, cue, speaker, rule, sum(scores) / len(scores))


def _without_scraps(text: str, pieces: Sequence[Span], cue: Span, speaker: Span | None) -> tuple[Span, ...]:
    """The spans of content without fragments and strays, unless no others are left."""
    clause = min(cue.start, speaker.start) if speaker else cue.start
    after = any(piece.start >= cue.end for piece in pieces)
    kept = [
        piece
        for piece in pieces
        if text[piece.start] in _OPENING
        or not (
            set(text[piece.start : piece.end].lower().strip(" ,;").split()) <= _EMPTY
            or text[piece.start : piece.end].lower().split()[-1] in _UNFINISHED
            or (text[piece.end : piece.end + 1] == ":" and " " not in text[piece.start : piece.end])
            or _is_writers(text[piece.start : piece.end])
            or text.startswith(_NAMELESS, piece.start)
            or (after and piece.end < clause and any(map(str.isalnum, text[piece.end : clause])))
        )
    ]
    return tuple(kept or pieces)


def _finished(text: str, piece: Span) -> Span:
    """The span without a conjunction at its end that continues the writer's sentence: `the wind, as`."""
    found = _GOES_ON.search(text, piece.start, piece.end)
    return Span(piece.start, found.start()) if found and found.start() > piece.start else piece


def _is_writers(words: str) -> bool:
    """Whether `I` stands outside quotation marks: then the writer speaks, because a speaker would be `he` or `she`."""
    return not any(mark in words for mark in _DOUBLE) and not _FIRST.isdisjoint(words.split())


def _source_of(tokens: Sequence[Token], group: _Group, sources: Sequence[RoleSpan]) -> RoleSpan | None:
    best: tuple[float, RoleSpan] | None = None
    first, last = _reach(tokens, group.cue, _FARTHEST_SOURCE)
    for source in sources:
        if source.end < first or source.start > last:
            continue
        before = source.end <= group.cue.start
        gap = _tokens_between(tokens, source.end, group.cue.start) if before else _tokens_between(
            tokens, group.cue.end, source.start
        )  # fmt: skip
        distance = gap + (0 if before else 1) + (8 if _stop_between(tokens, group.cue, source) else 0)
        if distance <= _FARTHEST_SOURCE and (best is None or distance < best[0]):
            best = (distance, source)
    return best[1] if best else None


def _subject(tokens: Sequence[Token], cue: Span) -> Span | None:
    """The subject by rule, where the model has no source; `None` for a passive, whose subject did not speak."""
    inside = list(range(bisect_left(tokens, cue.start, key=_start), bisect_left(tokens, cue.end, key=_start)))
    while len(inside) > 1 and tokens[inside[-1]].lower in word_set("prepositions") | {"to"}:
        inside.pop()
    if not inside or is_passive(tokens, inside[-1]):
        return None
    subject = subject_of(tokens, inside[-1])
    return Span(tokens[subject.first].start, tokens[subject.last - 1].end) if subject is not None else None
