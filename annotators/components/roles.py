"""`broadsheet_quote_roles`: sources, cues and contents of reported speech, as `doc.spans["quote_roles"]`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from annotators.components.extensions import register
from annotators.components.paragraphs import paragraphs_of
from annotators.encoder.decoding import decode, tag_names, transitions

__all__ = ["ROLE_SPANS", "RoleComponent"]

register()
ROLE_SPANS = "quote_roles"
HEADS = {"content": ("content",), "role": ("source", "cue")}


@Language.factory("broadsheet_quote_roles", requires=["doc._.encoder_scores"], assigns=["doc.spans"])
def _make(nlp: Language, name: str) -> RoleComponent:
    return RoleComponent(name)


class RoleComponent:
    """Decodes the heads `content` and `role`; a content span may hold sources and cues."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._heads = {head: tag_names(labels) for head, labels in HEADS.items()}
        self._moves = {head: transitions(tags) for head, tags in self._heads.items()}

    def __call__(self, doc: Doc) -> Doc:
        spans: list[Span] = []
        for head, tags in self._heads.items():
            scores = doc._.encoder_scores[head]
            for positions in paragraphs_of(doc):
                for found in decode(scores[positions], tags, self._moves[head]):
                    start, end = positions[found.start], positions[found.end - 1] + 1
                    span = Span(doc, start, end, label=found.label)
                    span._.score = found.score
                    spans.append(span)
        spans.sort(key=lambda span: (span.start, -span.end))
        doc.spans[ROLE_SPANS] = SpanGroup(doc, name=ROLE_SPANS, spans=spans)
        return doc
