"""The loss of the head `ner`, for labelled words and for those of which only impossible labels are known."""

from __future__ import annotations

import torch
from torch import Tensor

from training.encoder.corpora.paragraphs import OTHER_THAN
from training.encoder.heads import TAGS

__all__ = ["name_loss"]

_OTHERS = [position for position, tag in enumerate(TAGS["ner"]) if tag[2:] not in OTHER_THAN]


def name_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """The mean cross entropy of logits of shape (words, tags).

    `gold` is the index of each word's tag, or the number of tags for `OTHER`: for such a word the probabilities of all
    possible tags are added up, so that none of them is preferred.
    """
    either = logits[:, _OTHERS].logsumexp(-1, keepdim=True)
    chosen = torch.cat([logits, either], -1).gather(-1, gold[:, None]).squeeze(-1)
    return (logits.logsumexp(-1) - chosen).mean()
