"""What the head `ner` is taught by words that a corpus marks, and by those of which it says only what they are not."""

from __future__ import annotations

import torch
from torch import Tensor

from training.encoder.corpora.paragraphs import OTHER_THAN
from training.encoder.heads import TAGS

__all__ = ["name_loss"]

_OTHERS = [position for position, tag in enumerate(TAGS["ner"]) if tag[2:] not in OTHER_THAN]


def name_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """The mean cross entropy of logits of shape (words, tags).

    `gold` is the position of a word's tag, or the number of tags for `OTHER`: of such a word the
    probabilities of all tags that it may have count together, so that none of them is preferred.
    """
    either = logits[:, _OTHERS].logsumexp(-1, keepdim=True)
    chosen = torch.cat([logits, either], -1).gather(-1, gold[:, None]).squeeze(-1)
    return (logits.logsumexp(-1) - chosen).mean()
