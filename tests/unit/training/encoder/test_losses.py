"""A word of which a corpus says only what it is not teaches that and no more."""

from __future__ import annotations

import pytest

from training.encoder.heads import TAGS

torch = pytest.importorskip("torch", reason="needs torch: pip install -e '.[train]'")
name_loss = pytest.importorskip("training.encoder.learning.losses").name_loss
OTHER = len(TAGS["ner"])


def test_a_marked_word_costs_its_cross_entropy() -> None:
    logits = torch.randn(6, OTHER)
    gold = torch.tensor([0, 3, 5, 7, 11, 20])
    assert torch.allclose(name_loss(logits, gold), torch.nn.functional.cross_entropy(logits, gold))


def test_a_word_with_known_negatives_lowers_only_those_labels() -> None:
    logits = torch.zeros(1, OTHER, requires_grad=True)
    name_loss(logits, torch.tensor([OTHER])).backward()
    assert logits.grad is not None
    down = {tag for tag, slope in zip(TAGS["ner"], logits.grad[0].tolist(), strict=True) if slope > 0}
    assert down == {prefix + label for prefix in ("B-", "I-") for label in ("PERSON", "ORG", "GPE", "LOC", "FAC")}
    others = {round(slope, 5) for slope in logits.grad[0].tolist() if slope < 0}
    assert len(others) == 1, "none of what it may be is preferred"
