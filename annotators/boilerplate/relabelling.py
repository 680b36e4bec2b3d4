"""What a rule makes of a block: another kind, with its own reason in front of those of the model."""

from __future__ import annotations

from dataclasses import replace

from annotators.annotation import BlockLabel
from annotators.memory.lazy_reasons import led_by

__all__ = ["relabelled"]


def relabelled(label: BlockLabel, kind: str, score: float, reason: str) -> BlockLabel:
    """The label with a kind that a rule is as sure of as `score` says (0 to 1), for a `reason` in words, said first."""
    return replace(label, kind=kind, score=score, reasons=led_by(reason, label.reasons))
