"""The language of each stretch of a text: English, which is supported best, unless it is clearly another.

A language is recognised by its commonest words, or by letters of its own. A stretch too short for that is in the
language of most of the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from annotators.text.patterns import compiled_late

__all__ = [
    "ENGLISH",
    "UNKNOWN",
    "common_words",
    "function_words_abroad",
    "language_name",
    "languages_of",
    "main_language",
]

ENGLISH: Final = "en"
UNKNOWN: Final = "und"
"""The BCP 47 code of an unknown language; here one of which it is only known that it is not English."""

_LOOKED_AT: Final = 1500
"""The code points at the start of a stretch that are examined."""
_ENGLISH_ONLY: Final = re.compile(r" (?:and|from|said|that|the|their|they|which|who|with) ")
"""English words that hardly occur in other languages."""
_ENGLISH_WORDS: Final = frozenset(
    """
    a about after an and are as at be been but by for from had has have he her his i in is it its more not of on or
    our out said she that the their they this to up was we were what when which who will with would you
    """.split()
)
_APART: Final = 250
"""English prose has one of them in so many code points."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"(?<!\w)\w++://\S*")
_NOT_LATIN: Final = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_AMONG_OTHERS: Final = {"fa": "ar", "ja": "zh", "uk": "ru", "ur": "ar"}
"""Languages whose own letters occur among those of another."""
_EXTENDED: Final = compiled_late("[ðþ\u0100-\u024f\u1e00-\u1eff]")
"""Letters of the Latin script that only few languages have."""
_FEW, _HALF = 40, 2
"""A language is recognised if one of so many letters is its own."""
_FEWEST: Final = 3
_DIFFERENT: Final = 2
_SHARE: Final = 0.15
"""The least share of a stretch's words that are among its language's commonest."""
_SENTENCE: Final = 12
"""The fewest words that show another language where the rest of the text is English."""
_CERTAIN: Final = 5
_MUCH: Final = 0.25
"""The fewest words, and the least share, that must be among that language's commonest."""
_VARIED: Final = 4
"""The fewest different ones among these: a line of a table repeats one word."""
_HEADING: Final = 120
"""A heading has fewer code points."""
_PROSE: Final = 60
_NO_ENGLISH: Final = 0.05
"""In sentences of at least `_PROSE` words in all, a smaller share of English words means an unknown language."""


class _Told(NamedTuple):
    """Counts for a stretch: code points, words, and per language common words and distinct common words.

    `script` is the language indicated by its letters; empty if they indicate none.
    """

    size: int
    words: int
    hits: Mapping[str, int]
    different: Mapping[str, int]
    script: str = ""

    @property
    def clear(self) -> str:
        """The language, if the evidence is clear; else empty."""
        if self.script:
            return self.script
        english = self.hits.get(ENGLISH, 0)
        best = max(self.hits, key=lambda code: (self.hits[code], code == ENGLISH), default=ENGLISH)
        if self.hits.get(best, 0) < max(_FEWEST, _SHARE * self.words) or self.different[best] < _DIFFERENT:
            return ""
        return best if best == ENGLISH or english * 2 <= self.hits[best] else ""

    @property
    def apart(self) -> str:
        """The same with the stricter bounds for a stretch in an English text."""
        if self.script:
            return self.script
        best = self.clear
        hits = self.hits.get(best, 0)
        if self.words < _SENTENCE or hits < max(_CERTAIN, _MUCH * self.words) or self.different[best] < _VARIED:
            return ENGLISH
        return best if self.hits.get(ENGLISH, 0) * 4 <= hits else ENGLISH


def languages_of(text: str, spans: Sequence[tuple[int, int]], declared: str | None = None) -> tuple[str, ...]:
    """The language of each span `[start, end)` in code points: `en`, `de`, ... or `UNKNOWN`.

    `declared` is the text's BCP 47 tag; it decides only if nothing else does.
    """
    pieces = [text[start : min(end, start + _LOOKED_AT)] for start, end in spans]
    plain = [_is_plainly_english(piece) for piece in pieces]
    size = sum(map(len, pieces))
    if 2 * sum(len(piece) for piece, english in zip(pieces, plain, strict=True) if english) >= size:
        return _with_headings(
            pieces, [ENGLISH if english else _apart(piece) for piece, english in zip(pieces, plain, strict=True)]
        )
    told = [_told(piece) for piece in pieces]
    main = _main(told, declared)
    return tuple(_settled(one, main) for one in told)


def _with_headings(pieces: Sequence[str], languages: list[str]) -> tuple[str, ...]:
    """The languages; a heading with common words of the next stretch's language, and no English ones, is in it."""
    for number in range(len(pieces) - 2, -1, -1):
        after = languages[number + 1]
        if languages[number] == ENGLISH != after and len(pieces[number]) < _HEADING:
            words = set(_WORD.findall(pieces[number].lower()))
            if not words.isdisjoint(common_words(after)) and words.isdisjoint(_ENGLISH_WORDS - common_words(after)):
                languages[number] = after
    return tuple(languages)


def main_language(spans: Sequence[tuple[int, int]], languages: Sequence[str]) -> tuple[str, float]:
    """The commonest language by code points other than English, and the share of text that is not English."""
    sizes: Counter[str] = Counter()
    for (start, end), language in zip(spans, languages, strict=True):
        sizes[language] += end - start
    abroad = {language: size for language, size in sizes.items() if language != ENGLISH}
    if not abroad:
        return ENGLISH, 0.0
    return max(abroad, key=lambda language: abroad[language]), sum(abroad.values()) / sizes.total()


def language_name(code: str) -> str:
    """The English name of a language; empty for `UNKNOWN` and others that have none here."""
    return str(_table()["names"].get(code, ""))


@cache
def function_words_abroad() -> dict[str, frozenset[str]]:
    """The commonest words of other languages than English, in lower case, by ISO 639-1 code."""
    text = (files("annotators.text") / "function_words.toml").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(text).items()}


@cache
def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language, in lower case; empty for an unknown one."""
    if language == ENGLISH:
        return _ENGLISH_WORDS
    return function_words_abroad().get(language, frozenset()) | frozenset(_table()["words"].get(language, ()))


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("annotators.text") / "languages.toml").read_text(encoding="utf-8"))


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    """The languages that each common word is common in."""
    found: dict[str, list[str]] = {}
    for code in {ENGLISH: (), **function_words_abroad(), **_table()["words"]}:
        for word in common_words(code):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _letters() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(f"[{letters}]")) for code, letters in _table()["letters"].items())


@cache
def _scripts() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"[{letters}]"), code) for letters, code in _table()["scripts"].items())


def _is_plainly_english(piece: str) -> bool:
    found = _ENGLISH_ONLY.finditer(piece)
    return all(next(found, None) is not None for _ in range(len(piece) // _APART + 1))


def _apart(piece: str) -> str:
    """The language of a stretch in a text that is mostly English.

    Most stretches are English and are recognised without the word lists of other languages.
    """
    if len(_NOT_LATIN.findall(piece)) * 2 <= len(piece):
        words = _WORD.findall(piece.lower())
        if len(words) < _SENTENCE or sum(word in _ENGLISH_WORDS for word in words) * 4 > len(words):
            return ENGLISH
    return _told(piece).apart


def _told(piece: str) -> _Told:
    words = _WORD.findall(_ADDRESS.sub("", piece.lower()) if "://" in piece else piece.lower())
    hits: Counter[str] = Counter()
    different: Counter[str] = Counter()
    by_word = _by_word()
    for word, count in Counter(words).items():
        for code in by_word.get(word, ()):
            hits[code] += count
            different[code] += 1
    if _EXTENDED.search(piece):
        for code, pattern in _letters():
            if count := len(pattern.findall(piece)):
                hits[code] += count
                different[code] += count
    letters = [] if piece.isascii() else _NOT_LATIN.findall(piece)
    if len(letters) * 2 <= sum(map(len, words)):
        return _Told(len(piece), len(words), hits, different)
    script = _script("".join(letters)) or max(hits, key=hits.__getitem__, default=UNKNOWN)
    return _Told(len(piece), len(words), hits, different, script)


def _script(letters: str) -> str:
    """The language that has these letters; empty if several use them."""
    for pattern, code in _scripts():
        share = _FEW if code in _AMONG_OTHERS else _HALF
        if len(pattern.findall(letters)) * share >= len(letters):
            return code
    return ""


def _main(told: Sequence[_Told], declared: str | None) -> str:
    """The language of most of a text."""
    sizes: Counter[str] = Counter()
    for one in told:
        sizes[one.clear] += one.size
    del sizes[""]
    if sizes:
        best = max(sizes, key=sizes.__getitem__)
        return best if best == ENGLISH else _among_alike(told, best)
    prose = [one for one in told if one.words >= _SENTENCE]
    words = sum(one.words for one in prose)
    if words >= _PROSE and sum(one.hits.get(ENGLISH, 0) for one in prose) < _NO_ENGLISH * words:
        return UNKNOWN
    return (declared or ENGLISH).lower().replace("_", "-").partition("-")[0] or ENGLISH


def _among_alike(told: Sequence[_Told], best: str) -> str:
    """The best of similar languages over all stretches: Danish is much like Norwegian."""
    hits: Counter[str] = Counter()
    for one in told:
        if one.clear not in ("", ENGLISH) and not one.script:
            hits.update(one.hits)
    return max(hits, key=hits.__getitem__) if best in hits else best


def _settled(told: _Told, main: str) -> str:
    """The language of a stretch in a text that is mostly in `main`."""
    if main == ENGLISH:
        return told.apart
    clear = told.clear
    if clear in ("", main) or clear in (UNKNOWN, _AMONG_OTHERS.get(main)):
        return main
    if clear == ENGLISH or told.script:
        return clear
    return main if told.hits.get(main, 0) * 2 >= told.hits[clear] else clear
