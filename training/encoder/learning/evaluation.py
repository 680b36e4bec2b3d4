"""Evaluates a network on held-out paragraphs during training: exact spans, without masked words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from annotators.encoder.decoding import TaggedSpan, decode, log_softmax, transitions
from annotators.encoder.windows import pack
from annotators.encoder.wordpieces import WordPieces
from training.encoder.corpora.columns import bio_spans
from training.encoder.corpora.paragraphs import OTHER, OTHER_THAN, UNKNOWN, Paragraph, read_paragraphs
from training.encoder.heads import TAGS
from training.encoder.learning.network import Tagger
from training.encoder.learning.streams import quotes_of

__all__ = ["development_scores", "span_f1"]


def development_scores(model: Tagger, split: WordPieces, folder: Path, *, quotations: bool) -> dict[str, float]:
    """Exact span F1 in percent on prepared paragraphs: 120 of newswire, 400 with quotations."""
    names = list(read_paragraphs(folder / "ww-dev.jsonl"))[:120]
    found = {"names": span_f1(model, split, names, "ner")}
    if quotations:
        paragraphs = list(read_paragraphs(folder / "polnear-dev.jsonl"))[:400]
        found |= {head: span_f1(model, split, paragraphs, head) for head in ("content", "role")}
    return {head: round(score, 1) for head, score in found.items()}


def span_f1(model: Tagger, split: WordPieces, paragraphs: Sequence[Paragraph], head: str) -> float:
    """Exact span F1 in percent. The head `role` is compared with `roles`, the others with `tags`."""
    model.eval()
    right = found = wanted = 0
    scores = _scores(model, split, paragraphs, head)
    moves = transitions(TAGS[head])
    for paragraph, logp in zip(paragraphs, scores, strict=True):
        gold = paragraph.roles if head == "role" else paragraph.tags
        expected = set(bio_spans("O" if tag in (UNKNOWN, OTHER) else tag for tag in gold))
        said = {one[:3] for one in decode(logp, TAGS[head], moves) if _counts(one, gold)}
        right += len(expected & said)
        found += len(said)
        wanted += len(expected)
    model.train()
    return 200 * right / max(1, found + wanted)


def _counts(span: TaggedSpan, gold: Sequence[str]) -> bool:
    """Whether the corpus determines for every word of a span if its label is right."""
    tags = gold[span.start : span.end]
    return UNKNOWN not in tags and (OTHER not in tags or span.label in OTHER_THAN)


def _scores(model: Tagger, split: WordPieces, paragraphs: Sequence[Paragraph], head: str) -> list[np.ndarray]:
    device = next(model.parameters()).device
    found = [np.zeros((len(one.words), len(TAGS[head])), np.float32) for one in paragraphs]
    windows = pack(split, [one.words for one in paragraphs], [quotes_of(one) for one in paragraphs])
    for window in windows:
        inputs = (window.ids, window.case, window.quote, [1] * len(window))
        tensors = [torch.tensor([values], device=device) for values in inputs]
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            logits = model(*tensors)[list(TAGS).index(head)][0].float().cpu().numpy()
        scores = log_softmax(logits[window.heads])
        for (paragraph, word), row in zip(window.words, scores, strict=True):
            found[paragraph][word] = row
    return found
