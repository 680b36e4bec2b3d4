"""Blocks of an HTML page with one possible meaning: copyright notices, rows of calendars, program code.

Pages made of tables have such rows in the same elements as the article. Article text above the headline is relabelled,
too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_page_rows"]

_SURE: Final = 0.8
_KEPT: Final = frozenset(("body", "subhead", "deck", "note", "source"))
_BEFORE: Final = frozenset(("body", "subhead", "deck"))
"""Kinds that cannot precede the headline; a note about the page may."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_LEAST_STORY: Final = 100
"""Fewest spaces in kept text below a headline without article text above it."""
_LONGEST_NOTICE: Final = 600
_WORD: Final = r"(?-i:(?:[A-ZÀ-Þ][\w.'’/-]*+|&|and|by|for|of|the))"
_YEARS: Final = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d|,\s(?:19|20)\d\d)*"
_OWNED: Final = r"(?:©|\(c\)|copyright)(?:[\s,:]+(?:©|\(c\)|by|copyright)|©)*"
_NOTICE: Final = compiled_late(
    rf"(?:(?:all |this |our )?(?:articles?|contents?|material|page|site|story|text)\s(?:is |are )?)?{_OWNED}[\s,.:]*+"
    rf"(?:(?:{_YEARS})?.{{0,120}}?\b(?:all rights reserved|may not be \w+|without (?:\w+ ){{0,3}}permission)\b.*"
    rf"|{_YEARS}[\s,.]*(?:{_WORD}[ ,]*){{0,9}}|(?:{_WORD}[ ,]+){{1,9}}{_YEARS}\W*)",
    re.I | re.S,
)
_WITHIN: Final = 30
"""Characters from the start within which a notice must have its sign or word."""
_DAYS: Final = re.compile(r"\d{1,2}(?:\s+\d{1,2}){4,6}")
_FEWEST_WEEKS: Final = 3
_PROGRAM: Final = compiled_late(
    r"\bdocument\.\w+[.(\[]|\bfunction\s*+(?:\w++\s*+)?\([\w\s,]*\)\s*\{|\bvar \w+\s*="
    r"|\bwindow\.\w+\s*[.(=]|\.style\.\w+\s*="
)
_FEWEST_STATEMENTS: Final = 3


def with_page_rows(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with such blocks no longer kept."""
    settled, text = list(labels), article.text
    headline, below = _headline(article, labels)
    weeks: list[int] = []
    for number, (block, label) in enumerate(zip(article.blocks, labels, strict=True)):
        if label.kind not in _KEPT:
            continue
        said = text[block.start : block.end]
        if number < headline and below and label.kind in _BEFORE:
            settled[number] = relabelled(label, "related", _SURE, "precedes the headline")
        elif len(said) <= _LONGEST_NOTICE and _reserves(said):
            settled[number] = relabelled(label, "footer", _SURE, "reserves rights")
        elif block.tag == "tr" and _is_week(said):
            weeks.append(number)
        elif block.tag != "pre" and "=" in said and len(_PROGRAM.findall(said)) >= _FEWEST_STATEMENTS:
            settled[number] = relabelled(label, "other", _SURE, "is a program's text")
    if len(weeks) >= _FEWEST_WEEKS:
        for number in weeks:
            settled[number] = relabelled(labels[number], "widget", _SURE, "is a week of a calendar")
    return tuple(settled)


def _headline(article: Article, labels: Sequence[BlockLabel]) -> tuple[int, bool]:
    """Number of the headline, and whether it is a heading with most kept text, enough for an article, below it."""
    headline = next((number for number, label in enumerate(labels) if label.kind == "headline"), 0)
    if not labels or article.blocks[headline].tag not in _HEADINGS:
        return headline, False
    sizes = [article.text.count(" ", one.start, one.end) if one.kind in _KEPT else 0 for one in labels]
    above, below = sum(sizes[:headline]), sum(sizes[headline:])
    return headline, below >= max(_LEAST_STORY, above)


def _reserves(said: str) -> bool:
    opening = said[:_WITHIN].lower()
    signed = "©" in opening or "copyright" in opening or "(c)" in opening
    return signed and _NOTICE.fullmatch(said) is not None


def _is_week(said: str) -> bool:
    """Whether a row consists of days of a month, in order."""
    if _DAYS.fullmatch(said) is None:
        return False
    return all(after == before + 1 for before, after in pairwise(map(int, said.split())))
