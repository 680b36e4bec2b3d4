"""A declarative sentence that stands alone next to article text belongs to it, however it begins.

`Most read in bed, the survey found.` begins like a list of links. Boilerplate comes in rows, opens with a phrase that
announces something, or addresses the reader. A line that does none of these, ends like a sentence, has a finite verb
and stands next to article text is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import is_about_somebody, is_sentence
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_lone_sentences"]

_SURE: Final = 0.6
_TAKEN: Final = frozenset(("ad", "author_box", "comments", "nav", "promo", "related", "share", "widget"))
"""Kinds that such a sentence may have been predicted as. Captions are sentences, too, and not among them."""
_STORY: Final = frozenset(("body", "deck", "headline", "subhead"))
_LEAST: Final = 4
"""Fewest spaces in a sentence."""
_MOST: Final = 60
_NEAR: Final = 6
"""Lines below within which the article must continue if the next line is boilerplate."""
_ENDED: Final = compiled_late(r"[a-z0-9,%)”\"’'][.!][\"”’')]*$")
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
    """Returns the labels, with lone declarative sentences next to article text relabelled `body`."""
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind not in _TAKEN or not number or labels[number - 1].kind not in _STORY:
            continue
        said = text[label.start : label.end]
        alone = number + 1 == len(labels) or labels[number + 1].kind in _STORY
        if not alone and not (_goes_on(labels, number) and is_sentence(said) and is_about_somebody(said)):
            continue
        if _tells(said):
            settled[number] = relabelled(label, "body", _SURE, "is a sentence alone beside the story")
    return tuple(settled)


def _goes_on(labels: Sequence[BlockLabel], number: int) -> bool:
    """Whether the article continues shortly below a line, after an insertion."""
    return any(label.kind == "body" for label in labels[number + 1 : number + 1 + _NEAR])


def _tells(said: str) -> bool:
    """Whether a line is a declarative sentence that does not address the reader."""
    return (
        _LEAST <= said.count(" ") <= _MOST
        and _ENDED.search(said) is not None
        and _VERB.search(said) is not None
        and _TO_THE_READER.search(said) is None
    )
