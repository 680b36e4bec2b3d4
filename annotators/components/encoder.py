"""`broadsheet_encoder`: runs the ONNX encoder on a Doc and stores the scores of every head on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from annotators.annotation import Span
from annotators.components.extensions import register
from annotators.components.paragraphs import paragraphs_of
from annotators.encoder.double_quotes import double_quote_spans
from annotators.encoder.quote_state import quote_states
from annotators.encoder.session import VECTORS, Encoder

__all__ = ["EncoderComponent"]

register()
_NEVER = -20.0
"""The log probability of every tag but `O` for white space."""


@Language.factory(
    "broadsheet_encoder", assigns=["doc._.encoder_scores", "doc.tensor"], default_config={"vectors": False}
)
def _make(nlp: Language, name: str, vectors: bool) -> EncoderComponent:
    return EncoderComponent(name, vectors=vectors)


class EncoderComponent:
    """Scores a Doc; its files have to be loaded by `load` or `nlp.from_disk`.

    Words inside `doc.spans["quote_marks"]`, or without that group inside double quotation marks, are marked as quoted
    for the encoder. With `vectors`, `doc.tensor` has a vector for each token, which `doc.vector` and `similarity` use.
    """

    def __init__(self, name: str = "broadsheet_encoder", *, vectors: bool = False) -> None:
        self.name = name
        self.vectors = vectors
        self.encoder: Encoder | None = None

    def load(self, folder: Path) -> EncoderComponent:
        """Read the encoder's files; raises `EncoderError`."""
        self.encoder = Encoder(folder)
        return self

    def __call__(self, doc: Doc) -> Doc:
        if self.encoder is None:
            raise ValueError("broadsheet_encoder has no model: load a pipeline with spacy.load or call load(folder)")
        paragraphs = list(paragraphs_of(doc))
        words = [[doc[position].text for position in paragraph] for paragraph in paragraphs]
        states = self._states(doc)
        quotes = [[states[position] for position in one] for one in paragraphs]
        scores = self.encoder.score(words, quotes, vectors=self.vectors)
        if self.vectors:
            doc.tensor = self._by_token(len(doc), paragraphs, scores.pop(VECTORS), outside=0.0)
        doc._.encoder_scores = {head: self._by_token(len(doc), paragraphs, found) for head, found in scores.items()}
        return doc

    @staticmethod
    def _states(doc: Doc) -> list[int]:
        if "quote_marks" in doc.spans:
            marks = [Span(span.start_char, span.end_char) for span in doc.spans["quote_marks"]]
        else:
            marks = [Span(start, end) for start, end in double_quote_spans(doc.text)]
        return quote_states([token.text for token in doc], [token.idx for token in doc], marks)

    @staticmethod
    def _by_token(tokens: int, paragraphs: list[list[int]], found: list[Any], outside: float = _NEVER) -> Any:
        width = found[0].shape[1] if found else 1
        rows = np.zeros((tokens, width), np.float32)
        rows[:, 1:] = outside
        for positions, scores in zip(paragraphs, found, strict=True):
            rows[positions] = scores
        return rows

    def to_disk(self, path: Path | str, *, exclude: Any = ()) -> None:
        """Copy the encoder's files to a folder."""
        if self.encoder is not None:
            self.encoder.save(Path(path))

    def from_disk(self, path: Path | str, *, exclude: Any = ()) -> EncoderComponent:
        """Read the encoder's files from a folder."""
        return self.load(Path(path))
