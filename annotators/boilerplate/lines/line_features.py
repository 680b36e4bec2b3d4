"""The features of a line by itself: its length, letters, words and phrases.

A feature is a short string such as `words=6` or `has:share`; the model ignores those for which it has no weights.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotators.boilerplate.language.lexicon import families, families_abroad, function_words
from annotators.boilerplate.language.tokens import tokens
from annotators.text.patterns import compiled_late
from annotators.text.scripts import may_be_asian

__all__ = ["LineFeatures", "features_of_line", "words_of"]

_WORD_STEPS = (1, 2, 3, 4, 6, 9, 13, 18, 26, 40, 70)
_CHAR_STEPS = (2, 4, 8, 12, 20, 32, 50, 80, 120, 200, 400)
_HEAD = 360
_TAIL = 60
_SENTENCE_END = re.compile(r"[.!?…।؟][\"'”’»“)\]]*(?=\s|$)|[。！？]")
_UNSPACED = compiled_late(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without spaces between words; two or three of them make a word."""
_DIGITS = "0123456789"
_SHAPES: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = tuple(
    (name, frozenset(needs), re.compile(pattern, re.I))
    for name, needs, pattern in (
        ("clock", _DIGITS, r"\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b|\s?(?:hrs|gmt|bst|ist|e[ds]t|p[ds]t|et)\b|\b)"),
        ("date", _DIGITS, r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
                 r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b"),
        ("ago", _DIGITS, r"\b\d+\+?\s?(?:s|secs?|m|mins?|h|hrs?|d|w|(?:minute|hour|day|week|month|year)s?) ago\b"),
        ("year", _DIGITS, r"\b(?:19|20)\d\d\b"),
        ("address", "./", r"\bhttps?://|\bwww\.|\b[\w-]+\.(?:com|org|net|co\.uk|tv)\b"),
        ("e-mail", "@", r"\b[\w.+-]+@[\w-]+\.\w"),
        ("handle", "@", r"(?<!\w)@\w+"),
        ("hashtag", "#", r"(?<!\w)#\w+"),
        ("money", _DIGITS, r"[$£€₹]\s?\d"),
        ("degrees", "°", r"\d\s?°"),
        ("percent", "%", r"\d\s?%"),
        ("divider", "|•·»›/>", r"\s[|•·»›/>]\s|[|•·»›]"),
        ("slash", "/", r"\w\s?/\s?\w"),
        ("dash", "-–—", r"\s[-–—]\s"),
        ("quote", "\"“”«»'‘", r"[\"“”«»]|(?<!\w)['‘]"),
        ("bracket", "[(", r"[\[(][^\])]{2,}[\])]"),
        ("initials", ".", r"\b(?:[A-Z]\.){2,}"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """Features and measures of a line by itself.

    `own` are its features, `brief` the fewer ones that neighbouring lines get. `words` are its first tokens in lower
    case, `size` is the number of all its words. `prose` says that it reads like one sentence or more, `title` that it
    could be a headline.
    """

    words: tuple[str, ...]
    size: int
    prose: bool
    title: bool
    own: tuple[str, ...]
    brief: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The tokens of the first 360 characters of a line."""
    return tokens(text[:_HEAD])


def features_of_line(text: str, words: list[str], binding: frozenset[str]) -> LineFeatures:
    """Features and measures of a line with these tokens; `binding` are its function words, empty if unknown."""
    head = text[:_HEAD]
    letters = [word for word in words if word[0].isalpha()]
    size = _size(text, letters)
    functional = sum(word in binding for word in letters)
    found = families(words[:48]) if binding is function_words() else families_abroad(words[:48])
    last = text[-1]
    capital = _capitals(head)
    sentences = len(_SENTENCE_END.findall(head))
    bound = functional * 5 >= len(letters) if binding else size >= 12 and capital not in ("each", "all", "loud")
    prose = size >= 7 and bound and (sentences > 0 or size > 30)
    title = 4 <= size <= 28 and last not in ".:," and not (found.keys() & {"copyright", "consent", "share"})
    steps = bisect_right(_WORD_STEPS, size) // 2
    own = [
        "any",
        f"words={bisect_right(_WORD_STEPS, size)}",
        f"chars={bisect_right(_CHAR_STEPS, len(text))}",
        f"first={_class(text[0])}",
        f"last={_class(last)}",
        f"capital={capital}",
        f"function={min(9, functional * 12 // max(1, len(letters))) if binding else '?'}",
        f"sentences={min(3, sentences)}",
        f"shape={steps}{_class(last)}{capital}{min(3, functional * 6 // max(1, len(letters)))}",
    ]
    if prose:
        own.append("prose")
    if not letters:
        own.append("no words")
    marks = _marks(head[:160])
    own.extend(f"holds:{name}" for name in marks)
    if "," in head:
        own.append(f"commas={min(3, head.count(','))}")
    own.extend((*_of_families(found, words, size), *_lexical(words, letters, size)))
    return LineFeatures(tuple(words), size, prose, title, tuple(own), _brief(steps, prose, last, marks, found, size))


def _brief(
    steps: int, prose: bool, last: str, marks: Sequence[str], found: Mapping[str, int], size: int
) -> tuple[str, ...]:
    """The features of a line for its neighbours."""
    return (
        f"b{steps}{'p' if prose else ''}{'.' if _class(last) == 'stop' else ''}",
        *(f"m{name}" for name in marks if name in _BRIEF_MARKS),
        *(f"f{family}" for family in found if size <= 14 and family not in _BRIEF_SKIPS),
    )


def _marks(opening: str) -> list[str]:
    """The names of what the opening of a line contains: a date, a time, an address."""
    chars = set(opening)
    return [name for name, needs, pattern in _SHAPES if not needs.isdisjoint(chars) and pattern.search(opening)]


def _of_families(found: Mapping[str, int], words: Sequence[str], size: int) -> list[str]:
    features = []
    for family, count in found.items():
        features.append(f"has:{family}")
        if count * 2 >= len(words):
            features.append(f"mostly:{family}")
        if size > 14:
            features.append(f"long:{family}")
    return features


def _size(text: str, letters: list[str]) -> int:
    size = len(letters) if len(text) <= _HEAD else text.count(" ") + 1
    if not (may_be_asian(text[:_TAIL]) and _UNSPACED.search(text, 0, _TAIL)):
        return size
    return max(size, 2 * len(_UNSPACED.findall(text)) // 5)


_BRIEF_MARKS = frozenset(("clock", "date", "ago", "degrees"))
_BRIEF_SKIPS = frozenset(("month", "weekday", "speech"))


def _lexical(words: list[str], letters: list[str], size: int) -> list[str]:
    if size <= 6:
        found = [f"is:{' '.join(words[:10])}"]
        found += [f"w:{word}" for word in dict.fromkeys(words)]
    elif size <= 24:
        found = [f"v:{word}" for word in dict.fromkeys(letters)]
    else:
        found = []
    if words:
        found.append(f"start:{words[0]}")
        found.append(f"end:{words[-1]}" if size <= 24 else "end:-")
        if len(words) > 1:
            found.append(f"start2:{words[0]} {words[1]}")
    if len(words) > 2 and size > 2:
        found.append(f"start3:{words[0]} {words[1]} {words[2]}")
    return found


def _class(char: str) -> str:
    if char.isalpha():
        return "upper" if char.isupper() else "lower"
    if char.isdigit():
        return "digit"
    if char in ".!?…。！？।":
        return "stop"
    if char in "\"'“”‘’":
        return "quote"
    return char if char in ":,()[]-–—|•©" else "sign"


def _capitals(head: str) -> str:
    parts = [part for part in head[:160].split() if part[0].isalpha()]
    if not parts:
        return "none"
    upper = sum(part.isupper() and len(part) > 1 for part in parts)
    if upper == len(parts):
        return "all"
    if upper * 2 > len(parts):
        return "loud"
    first = sum(part[0].isupper() for part in parts)
    if first == len(parts):
        return "each"
    return "most" if first * 10 >= len(parts) * 7 else "some" if first * 10 >= len(parts) * 3 else "few"
