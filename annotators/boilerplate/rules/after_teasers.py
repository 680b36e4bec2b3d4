"""Paragraphs that follow a teaser set between the paragraphs of an article: `Read more: Why the last bus left`.

A teaser with its title on the same line has no text of its own below, so sentences there go on with the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces, ends_sentence, has_boilerplate_words
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_paragraphs_after_teasers"]

_SURE: Final = 0.6
_FEWEST: Final = 6
"""Words of the shortest sentence that is taken for a paragraph."""
_NAMED: Final = re.compile(r"(?:[\w’'&.-]+ ){0,4}[\w’'&.-]+: [“\"]?[^\W\d_a-z]")
"""The beginning of a teaser that names its series or subject: `Harbour life: The people who left`."""
_LONGEST: Final = 200
"""Characters of the longest teaser."""


def with_paragraphs_after_teasers(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with sentences directly below such a teaser that were predicted `related` as `body`."""
    settled = list(labels)
    goes_on = False
    for number, label in enumerate(labels):
        if label.kind != "related":
            goes_on = False
            continue
        said = text[label.start : label.end]
        if _is_teaser(said):
            goes_on = number > 0 and _is_told(text, settled[number - 1])
        elif goes_on and _is_paragraph(said):
            settled[number] = relabelled(label, "body", _SURE, "is a sentence below a teaser that stands alone")
        else:
            goes_on = False
    return tuple(settled)


def _is_teaser(said: str) -> bool:
    """Whether a line announces another article and says its title."""
    return len(said) <= _LONGEST and announces(said) and bool(said.partition(":")[2].strip(" *_"))


def _is_told(text: str, label: BlockLabel) -> bool:
    return label.kind == "body" and ends_sentence(text[label.start : label.end])


def _is_paragraph(said: str) -> bool:
    told = said.count(" ") + 1 >= _FEWEST and ends_sentence(said) and _NAMED.match(said) is None
    return told and not has_boilerplate_words(said)
