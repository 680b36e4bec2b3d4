"""`broadsheet_ner`: people, bodies, places and other names, from the encoder's scores, as `doc.ents`."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotators.annotation import Mention
from annotators.components.addresses import words_in_addresses
from annotators.components.extensions import register
from annotators.components.paragraphs import paragraphs_of
from annotators.encoder.decoding import decode, tag_names, transitions
from annotators.entities.forms.edges import tidy_names

__all__ = ["NameComponent", "set_mentions"]

register()
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")

_NEVER = -1e4


@Language.factory(
    "broadsheet_ner",
    requires=["doc._.encoder_scores"],
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"labels": list(LABELS)},
)
def _make(nlp: Language, name: str, labels: list[str]) -> NameComponent:
    return NameComponent(name, tuple(labels))


class NameComponent:
    """Decodes the head `ner`. `labels` are its labels in the order of its outputs."""

    def __init__(self, name: str, labels: tuple[str, ...]) -> None:
        self.name = name
        self.labels = labels
        self._tags = tag_names(labels)
        self._moves = transitions(self._tags)

    def __call__(self, doc: Doc) -> Doc:
        scores: Any = doc._.encoder_scores["ner"]
        if addresses := list(words_in_addresses(doc)):
            scores = scores.copy()
            scores[addresses] = [0.0, *[_NEVER] * (len(self._tags) - 1)]
        found: list[Mention] = []
        for positions in paragraphs_of(doc):
            for span in decode(scores[positions], self._tags, self._moves):
                last = doc[positions[span.end - 1]]
                start, end = doc[positions[span.start]].idx, last.idx + len(last)
                found.append(Mention(start=start, end=end, label=span.label, score=span.score))
        set_mentions(doc, tidy_names(doc.text, found))
        return doc


def set_mentions(doc: Doc, mentions: list[Mention]) -> None:
    """Set mentions, which do not overlap, as the Doc's entities; a token that is only partly covered is included."""
    spans: list[Span] = []
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")
        if span is None or (spans and span.start < spans[-1].end):
            continue
        span._.score = mention.score
        spans.append(span)
    doc.set_ents(spans, default="outside")
