"""A sentence alone that tells something is the story's, however it begins.

`Most read in bed, the survey found.` begins like a list of other stories. Furniture comes in rows, opens with what it
announces, or wants something of the reader. A line that does none of these, ends as a sentence does, has a verb that
tells of somebody, and has the story's lines around it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import is_sentence, tells_of_somebody
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_lone_sentences"]

_SURE: Final = 0.6
_TAKEN: Final = frozenset(("ad", "author_box", "comments", "nav", "promo", "related", "share", "widget"))
"""What such a sentence may have been taken for; captions tell, too."""
_STORY: Final = frozenset(("body", "deck", "headline", "subhead"))
_LEAST: Final = 4
"""Spaces in the shortest sentence."""
_MOST: Final = 60
_NEAR: Final = 6
"""Lines within which the story goes on where furniture stands between."""
_ENDED: Final = re.compile(r"[a-z0-9,%)”\"’'][.!][\"”’')]*$")
_TO_THE_READER: Final = compiled_late(
    r"\b(?:you|yours?|us|our|ours|we|my|please|click|subscribe|newsletters?|cookies?|javascript|browser|copyright"
    r"|reserved|newsroom|e-?mail|facebook|twitter|instagram|whatsapp|youtube|podcast|writer|reporter|journalist"
    r"|correspondent|columnist|author|contribut\w+|covers|writes)\b|[@©|•»›→]|https?:|www\.|\w\.(?:com|org|net)\b"
    r"|^[^.!?]{0,40}:",
    re.I,
)
_VERB: Final = compiled_late(
    r"\b(?:said|says|told|tells|was|were|is|are|has|have|had|will|would|can|could|did|does|may|might|must|should"
    r"|became|began|brought|came|cut|drew|fell|felt|found|gave|got|grew|held|hit|kept|led|left|lost|made|met|paid|pay"
    r"|put|ran|read|rose|saw|sold|stand|stands|stood|took|votes|went|won|wrote|[a-z]{3,}ed)\b"
)


def with_lone_sentences(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels, with sentences that stand alone beside the story, and tell, made the story's."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN or not number or labels[number - 1].kind not in _STORY:
            continue
        said = text[label.start : label.end]
        alone = number + 1 == len(labels) or labels[number + 1].kind in _STORY
        if not alone and not (_goes_on(labels, number) and is_sentence(said) and tells_of_somebody(said)):
            continue
        if _tells(said):
            settled[number] = relabelled(label, "body", _SURE, "is a sentence alone beside the story")
    return tuple(settled)


def _goes_on(labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether the story goes on below a line, with something set between: what tells of somebody may stand there."""
    return any(label.kind == "body" for label in labels[number + 1 : number + 1 + _NEAR])


def _tells(said: str) -> bool:
    """Whether a line is one that tells something of somebody, and says nothing to whoever reads the page."""
    return (
        _LEAST <= said.count(" ") <= _MOST
        and _ENDED.search(said) is not None
        and _VERB.search(said) is not None
        and _TO_THE_READER.search(said) is None
    )
