"""Short forms of common nouns: after `gross domestic product (GDP)`, GDP is no name in the article.

`the ministry of finance (MoF)` is one despite its small letters, because its words mean a body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotators.annotation import Mention
from annotators.entities.types.by_head import label_of_last

__all__ = ["common_short_forms", "without_common_short_forms"]

_IN_BRACKETS = re.compile(r"\(\s?[\"“‘']?([A-Z][A-Za-z]*[A-Z])(?:[’']?s)?[\"”’']?\s?\)")
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = frozenset(("of", "the", "a", "an", "and", "for", "in", "on", "to", "with", "by", "at"))
_SPELLED_IN = 90
"""The code points before the bracket in which the long form is searched for."""


def common_short_forms(text: str) -> frozenset[str]:
    """Short forms in brackets after a long form in lower case, apart from its first letter."""
    if "(" not in text:
        return frozenset()
    return frozenset(
        match[1]
        for match in _IN_BRACKETS.finditer(text)
        if _is_spelled_out(match[1].lower(), _WORD.findall(text, max(0, match.start() - _SPELLED_IN), match.start()))
    )


def _is_spelled_out(letters: str, words: Sequence[str]) -> bool:
    """Whether the last words begin with these letters in order; linking words may be skipped."""
    left = len(letters)
    for number, word in enumerate(reversed(words), start=1):
        if word[0].lower() == letters[left - 1]:
            left -= 1
            if left == 0:
                long = words[len(words) - number :]
                return all(one[0].islower() for one in long[1:]) and not any(map(label_of_last, long))
        elif word not in _LINKS:
            return False
    return False


def without_common_short_forms(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names without such short forms and their plurals."""
    short = common_short_forms(text)
    if not short:
        return list(names)
    return [name for name in names if _singular(text[name.start : name.end]) not in short]


def _singular(form: str) -> str:
    return form[:-1] if form.endswith("s") else form
