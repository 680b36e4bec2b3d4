"""Runs a spaCy pipeline on a group of passages, and maps its results to offsets of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from spacy.language import Language
from spacy.tokens import SpanGroup

from annotators.analysis.reader import Found
from annotators.annotation import Mention, Span, Spanned
from annotators.components.extensions import register
from annotators.components.long_runs import make_doc
from annotators.components.roles import ROLE_SPANS
from annotators.entities.forms.edges import NAME_LABELS, tidy_names
from annotators.entities.values.finding import VALUE_LABELS
from annotators.quotes import RoleSpan

__all__ = ["SpacyReader"]

register()
_GAP = "\n\n"
_OTHER_SCHEMES = {
    "PER": "PERSON", "LOCATION": "LOC", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "FACILITY": "FAC",
    "WORK": "WORK_OF_ART",
}  # fmt: skip
_BY_RULE = frozenset((*VALUE_LABELS, "LANGUAGE", "HANDLE", "HASHTAG"))
"""The labels that are always given by rules, whatever the pipeline."""
_RULES = (
    "broadsheet_numbers", "broadsheet_entity_linker", "broadsheet_blocks", "broadsheet_quote_marks",
    "broadsheet_statements",
)  # fmt: skip
"""Components that are skipped, because they work on a single Doc; `analysis` combines an article's Docs."""


class _Map:
    """Maps offsets of the joined passages to offsets of the article."""

    def __init__(self, passages: Sequence[Span]) -> None:
        lengths = (span.end - span.start + len(_GAP) for span in passages)
        self._starts = [0, *accumulate(lengths)][: len(passages)]
        self._passages = passages

    def inside(self, start: int, end: int) -> Span | None:
        """The span in the article, cut at the end of its passage; `None` between passages."""
        number = bisect_right(self._starts, start) - 1
        passage = self._passages[number]
        shift = passage.start - self._starts[number]
        span = Span(start + shift, min(end + shift, passage.end))
        return span if span.start < span.end else None

    def joined(self, spans: Iterable[Spanned]) -> list[Span]:
        """The parts of the article's spans inside the passages, with offsets in the joined text."""
        found: list[Span] = []
        for span in spans:
            for start, passage in zip(self._starts, self._passages, strict=True):
                left, right = max(span.start, passage.start), min(span.end, passage.end)
                if left < right:
                    found.append(Span(left - passage.start + start, right - passage.start + start))
        return found


class SpacyReader:
    """A reader that uses any pipeline with an `ner`, in any language."""

    language: str | None = None

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def read(
        self,
        text: str,
        passages: Sequence[Span],
        marks: Iterable[Spanned],
        between: Callable[[], object] | None = None,
    ) -> Found:
        """What the pipeline finds in some passages of a text, which it reads in one go."""
        nlp = self._nlp
        places = _Map(passages)
        joined = _GAP.join(text[span.start : span.end] for span in passages)
        doc = make_doc(nlp.tokenizer, joined, nlp.vocab)
        doc.user_data["hard_wrapped"] = True
        quoted = [doc.char_span(*span, alignment_mode="expand") for span in places.joined(marks)]
        known = [span for span in quoted if span is not None]
        doc.spans["quote_marks"] = SpanGroup(doc, name="quote_marks", spans=known)
        with nlp.select_pipes(disable=[name for name in _RULES if name in nlp.pipe_names]):
            doc = nlp(doc)
        return Found(tuple(_names(doc, places)), tuple(_roles(doc, places)))


def _names(doc: Any, places: _Map) -> Iterable[Mention]:
    found = []
    for ent in doc.ents:
        label = _OTHER_SCHEMES.get(ent.label_.upper(), ent.label_)
        label = label.upper() if label.upper() in NAME_LABELS else label
        if label and label.upper() not in _BY_RULE:  # a label of an unknown scheme is kept as it is
            found.append(Mention(start=ent.start_char, end=ent.end_char, label=label, score=ent._.score))
    for mention in tidy_names(doc.text, found):
        span = places.inside(mention.start, mention.end)
        if span:
            yield Mention(start=span.start, end=span.end, label=mention.label, score=mention.score)


def _roles(doc: Any, places: _Map) -> Iterable[RoleSpan]:
    if ROLE_SPANS not in doc.spans:
        return
    for found in doc.spans[ROLE_SPANS]:
        span = places.inside(found.start_char, found.end_char)
        if span:
            yield RoleSpan(span.start, span.end, found.label_, found._.score or 0.0)
