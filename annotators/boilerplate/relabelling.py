"""Changes the label of a block: another kind and score, with the rule's reason before the model's."""

from __future__ import annotations

from dataclasses import replace

from annotators.annotation import BlockLabel
from annotators.memory.lazy_reasons import led_by

__all__ = ["relabelled"]


def relabelled(label: BlockLabel, kind: str, score: float, reason: str) -> BlockLabel:
    """The label with another kind and score (0 to 1), and `reason`, in words, before its other reasons."""
    return replace(label, kind=kind, score=score, reasons=led_by(reason, label.reasons))
