"""Quotations by the clauses of a parse, as the GenderGapTracker describes it.

After F. T. Asr and others, "The Gender Gap Tracker: Using Natural Language Processing to measure gender bias in media"
(PLoS ONE, 2021), from the description alone: a verb of a list of reporting verbs, with its clausal complement as
content and its subject as speaker; `according to`; words in quotation marks near such a verb; and, for a sentence that
is nothing but a quotation, the last speaker. The verbs are those of our own lexicon that report speech at least every
second time, so the list is no handicap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from annotators.annotation import Span
from annotators.quotes.english.lexicon import cue_forms

__all__ = ["Quotation", "quotations"]

_COMPLEMENTS = frozenset(("ccomp", "parataxis"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "csubj"))
_LEAST_RATE = 0.5
_NEAR = 5
"""The most tokens from a quotation to its verb."""
_SHORTEST = 3
"""The fewest words of a quotation; shorter ones are terms in quotation marks."""


class Quotation(NamedTuple):
    """One quotation: content, cue and speaker in code points."""

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None


def quotations(doc: Any) -> list[Quotation]:
    """The quotations of a parsed spaCy Doc, in order; one that a clause holds in part replaces the clause's content."""
    found = [*_clauses(doc), *_according(doc)]
    for first, end in _marked(doc):
        span = Span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))
        near = [number for number, one in enumerate(found) if any(_overlap(span, other) for other in one.content)]
        if near:
            for number in near:
                if all(span.start <= other.start and other.end <= span.end for other in found[number].content):
                    found[number] = found[number]._replace(content=(span,))
            continue
        verb = _verb_near(doc, first, end)
        if verb is not None:
            found.append(Quotation((span,), _span([verb]), _subject(verb)))
        elif _is_whole_sentence(doc, first, end):
            before = [one for one in found if _start(one) < span.start]
            found.append(Quotation((span,), None, max(before, key=_start).speaker if before else None))
    return sorted(dict.fromkeys(found), key=_start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _start(quotation: Quotation) -> int:
    return quotation.content[0].start


@cache
def _reporting() -> frozenset[str]:
    forms = cue_forms("verbs").values()
    return frozenset(
        form.form for form in forms if form.frames["all"][0] >= _LEAST_RATE * max(1, form.frames["all"][1])
    )


def _clauses(doc: Any) -> Iterator[Quotation]:
    for token in doc:
        if token.lower_ not in _reporting():
            continue
        if token.dep_ == "parataxis" and _subject(token) is not None:
            inside = {part.i for part in token.subtree}
            said = [part for part in token.head.subtree if part.i not in inside]
            yield from _quotation(said, token)
            continue
        for child in token.children:
            if child.dep_ in _COMPLEMENTS:
                yield from _quotation(list(child.subtree), token)
                break


def _quotation(said: Sequence[Any], verb: Any) -> Iterator[Quotation]:
    speaker = _subject(verb)
    words = [part for part in said if not part.is_space]
    if speaker is not None and len([part for part in words if not part.is_punct]) >= _SHORTEST:
        yield Quotation(tuple(_runs(words)), _span([verb]), speaker)


def _according(doc: Any) -> Iterator[Quotation]:
    for token in doc[:-1]:
        if token.lower_ == "according" and doc[token.i + 1].lower_ == "to":
            source = [part for part in token.subtree if part.i > token.i + 1]
            if not source:
                source = [part for part in token.head.subtree if part.i > token.i + 1 and token.head.i > token.i]
            inside = {part.i for part in source} | {token.i, token.i + 1}
            said = [part for part in token.sent if part.i not in inside and not part.is_space]
            if source and any(not part.is_punct for part in said):
                cue = Span(token.idx, doc[token.i + 1].idx + 2)
                yield Quotation(tuple(_runs(said)), cue, _span(source))


def _runs(tokens: Sequence[Any]) -> Iterator[Span]:
    """Neighbouring tokens as spans, without runs of punctuation only."""
    run: list[Any] = []
    for token in [*tokens, None]:
        if run and (token is None or token.i > run[-1].i + 1):
            if any(not part.is_punct for part in run):
                yield _span(run)
            run = []
        if token is not None:
            run.append(token)


def _subject(verb: Any) -> Span | None:
    child = next((one for one in verb.children if one.dep_ in _SUBJECTS), None)
    if child is None:
        return None
    return _span([part for part in child.subtree if not part.is_space] or [child])


def _span(tokens: Sequence[Any]) -> Span:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _marked(doc: Any) -> Iterator[tuple[int, int]]:
    """Token positions `[first, end)` of text in double marks, with both marks, paragraph by paragraph."""
    opened: int | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = None
        elif token.text in ('"', "“", "”", "''", "``"):
            if opened is None:
                opened = token.i
            else:
                if token.i - opened > _SHORTEST:
                    yield opened, token.i + 1
                opened = None


def _verb_near(doc: Any, first: int, end: int) -> Any:
    """The nearest reporting verb with a subject, before or after a quotation; `None` if there is none."""
    places = sorted(
        (place for place in (*range(max(0, first - _NEAR), first), *range(end, min(len(doc), end + _NEAR)))),
        key=lambda place: first - place if place < first else place - end + 1,
    )
    return next(
        (doc[place] for place in places if doc[place].lower_ in _reporting() and _subject(doc[place]) is not None), None
    )


def _is_whole_sentence(doc: Any, first: int, end: int) -> bool:
    before = first == 0 or doc[first - 1].is_space or doc[first - 1].text in ("”", '"')
    after = end == len(doc) or doc[end].is_space
    return before and after
