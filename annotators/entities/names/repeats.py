"""Repeats of a name that the model missed: the same words as in a mention elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from annotators.annotation import Mention, Span
from annotators.entities.tables import read_table

__all__ = ["missed_repeats"]

LEAST_SCORE = 0.8
"""The least score of a name for its repeats to be taken as names."""
_FEWEST_LETTERS = 3
_SURNAME_LETTERS = 4
_REPEATED = ("named so elsewhere in the article",)
_WORD = re.compile(r"[^\W_]+")
_GOES_ON = re.compile(r"[\w-]")
_JOINS_BEFORE = frozenset("@#&-_")
_CAPITAL_AFTER = re.compile(r"[ \xa0-][^\W\d_a-zß-öø-ÿ]")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_][\w’'.]*[ \xa0-]$")


def missed_repeats(text: str, names: Sequence[Mention], passages: Sequence[Span]) -> list[Mention]:
    """Mentions of names with a high score that are not among `names`, inside the passages and in their order."""
    known = _known(text, names)
    by_word: dict[str, list[str]] = {}
    for form in sorted(known, key=len, reverse=True):
        by_word.setdefault(_WORD.match(form).group(), []).append(form)  # type: ignore[union-attr]
    taken = {place for name in names for place in range(name.start, name.end)}
    found = []
    for passage in passages:
        for word in _WORD.finditer(text, passage.start, passage.end):
            here = next((one for one in by_word.get(word.group(), ()) if text.startswith(one, word.start())), "")
            span = Span(word.start(), word.start() + len(here))
            if here and span.end <= passage.end and taken.isdisjoint(range(*span)) and not _part_of_more(text, span):
                label, score = known[here]
                taken.update(range(*span))
                found.append(Mention(start=span.start, end=span.end, label=label, score=score / 2, reasons=_REPEATED))
    return found


def _known(text: str, names: Sequence[Mention]) -> dict[str, tuple[str, float]]:
    """Forms of names that cannot be common words, with label and score."""
    common = {word for word in _WORD.findall(text) if word[0].islower()}
    best: dict[str, tuple[str, float]] = {}
    for name in names:
        form = text[name.start : name.end]
        score = name.score or 0.0
        if score < LEAST_SCORE or len(form) < _FEWEST_LETTERS or not form[0].isupper():
            continue
        for part in (form, _surname(name, form)):
            if " " in part or (part and part.lower() not in common):
                best[part] = max(best.get(part, ("", 0.0)), (name.label, score), key=lambda one: one[1])
        for alias in _aliases().get(form, ()):
            if alias.lower() not in common:
                best.setdefault(alias, (name.label, score))
    return best


@cache
def _aliases() -> dict[str, list[str]]:
    """For each name, the other one-word names of its group in the aliases table."""
    groups: list[list[str]] = read_table("aliases.toml")["groups"]
    return {
        name: [other for other in group if other != name and len(other) >= _FEWEST_LETTERS and other.isalpha()]
        for group in groups
        for name in group
    }


def _surname(name: Mention, form: str) -> str:
    """The last word of a person's full name if it is long enough to identify them, else empty."""
    last = form.rsplit(" ", 1)[-1] if name.label == "PERSON" and " " in form else ""
    return last if len(last) >= _SURNAME_LETTERS and last[0].isupper() and last.isalpha() else ""


def _part_of_more(text: str, span: Span) -> bool:
    """Whether it is part of a longer name: by a capital or letter after it, a capitalised word or `@#&-_` before it."""
    if _CAPITAL_AFTER.match(text, span.end) or _GOES_ON.match(text, span.end):
        return True
    if text[span.start - 1 : span.start] in _JOINS_BEFORE:
        return True
    before = _CAPITAL_BEFORE.search(text[max(0, span.start - 30) : span.start])
    return before is not None and before.group()[0].isupper()
