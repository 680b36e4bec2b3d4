"""A name that stands where the model did not see it: the same words, found elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotators.annotation import Mention, Span

__all__ = ["missed_repeats"]

LEAST_SCORE = 0.8
"""How sure the model must be of a name before its repeats are taken for names too."""
_FEWEST_LETTERS = 3
_REPEATED = ("named so elsewhere in the article",)
_CAPITAL_AFTER = re.compile(r"[ \xa0-][^\W\d_a-zß-öø-ÿ]")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_][\w’'.]*[ \xa0-]$")


def missed_repeats(text: str, names: Sequence[Mention], passages: Sequence[Span]) -> list[Mention]:
    """Mentions of sure names that are not among `names`, inside the passages, in no order."""
    known = _known(text, names)
    if not known:
        return []
    taken = {place for name in names for place in range(name.start, name.end)}
    forms = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w@#&-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")
    found = []
    for passage in passages:
        for match in pattern.finditer(text, passage.start, passage.end):
            if taken.isdisjoint(range(*match.span())) and not _part_of_more(text, match):
                label, score = known[match.group()]
                found.append(
                    Mention(start=match.start(), end=match.end(), label=label, score=score / 2, reasons=_REPEATED)
                )
    return found


def _known(text: str, names: Sequence[Mention]) -> dict[str, tuple[str, float]]:
    """Forms of names that can be told from common words, with label and score."""
    best: dict[str, tuple[str, float]] = {}
    for name in names:
        form = text[name.start : name.end]
        score = name.score or 0.0
        if score >= LEAST_SCORE and len(form) >= _FEWEST_LETTERS and form[0].isupper() and _is_name_only(text, form):
            best[form] = max(best.get(form, ("", 0.0)), (name.label, score), key=lambda one: one[1])
    return best


def _is_name_only(text: str, form: str) -> bool:
    """Whether the word never stands in lower case in the text."""
    return " " in form or not re.search(rf"\b{re.escape(form.lower())}\b", text) or form.lower() == form


def _part_of_more(text: str, match: re.Match[str]) -> bool:
    """Whether capitals before or after make it a part of a longer name."""
    if _CAPITAL_AFTER.match(text, match.end()):
        return True
    before = _CAPITAL_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    return before is not None and before.group()[0].isupper()
