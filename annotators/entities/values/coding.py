"""Encodes a text as one character per token, so that short regular expressions can match months and units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["CodedText", "Coder"]

_TOKEN = re.compile(
    r"""\d{4}-\d{2}-\d{2}\b|\d{1,2}/\d{1,2}/\d{2,4}\b                # a date in figures
    |\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?|\d{1,2}\.\d{2}(?=\ ?[ap]\.?m\b)        # a time of day
    |['’]?\d0s\b|\d{3}0s\b                                           # a decade
    |\d+(?:st|nd|rd|th)\b
    |\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?
    |Q[1-4]\b|[ap]\.m\.
    |(?:US|AU|CA|HK|NZ|NT|A|C|S|R)?[$£€¥₹₩₽₺₪₦₫]
    |[^\W\d_]+(?:['’.](?=[^\W\d_]{2})[^\W\d_]+)*
    |[ \t\xa0\u2009\u202f]+|\s+|.""",
    re.VERBOSE | re.DOTALL,
)
_FIRST_CODE = 0xE000
_MARKS = frozenset("-–—%.,/:;()°'’\"“”‘[]&+")


@dataclass(frozen=True)
class CodedText:
    """`code` has one character per token; `starts` and `ends` are the tokens' code points."""

    code: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass
class Coder:
    """Gives each token a character that stands for the set of its classes."""

    classes: Mapping[str, Iterable[str]]
    cased: Mapping[str, Iterable[str]]
    exact: Mapping[str, Iterable[str]]
    _codes: dict[frozenset[str], str] = field(default_factory=dict)
    _known: dict[str, set[str]] = field(default_factory=dict)
    _capital: dict[str, set[str]] = field(default_factory=dict)
    _exact: dict[str, set[str]] = field(default_factory=dict)
    _cache: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for table, known in ((self.classes, self._known), (self.cased, self._capital), (self.exact, self._exact)):
            for name, words in table.items():
                for word in words:
                    known.setdefault(word if known is self._exact else word.lower(), set()).add(name)
        for word in {*self._known, *self._capital, *self._exact}:
            for form in (word, word.capitalize(), word.upper()):
                self._code_of(form)
        for shape in (
            "0",
            "7",
            "45",
            "1999",
            "1990s",
            "1st",
            "40th",
            "7:15",
            "7.15",
            "$",
            "Q1",
            "2020-01-01",
            "Zz",
            "zz",
        ):
            self._code_of(shape)

    def members(self, name: str) -> str:
        """All characters of tokens in a class; raises `KeyError` if there is no such class."""
        found = "".join(code for classes, code in self._codes.items() if name in classes)
        if not found:
            raise KeyError(name)
        return found

    def code(self, text: str) -> CodedText:
        """The text, coded."""
        codes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            codes.append(self._code_of(match.group()))
            starts.append(match.start())
            ends.append(match.end())
        return CodedText("".join(codes), tuple(starts), tuple(ends))

    def _code_of(self, token: str) -> str:
        code = self._cache.get(token)
        if code is None:
            if len(self._cache) > 50_000:
                self._cache.clear()
            code = self._cache[token] = self._new_code(token)
        return code

    def _new_code(self, token: str) -> str:
        if token.isspace():
            return "\n" if "\n" in token or "\r" in token else " "
        if token in _MARKS:
            return token
        classes = _shapes(token) if token[0].isdigit() or (len(token) > 1 and token[1].isdigit()) else set()
        lower = token.lower()
        classes |= self._known.get(lower, set()) | self._exact.get(token, set())
        if token[0].isupper():
            classes |= self._capital.get(lower, set())
        if token[-1] in "$£€¥₹₩₽₺₪₦₫":
            classes.add("sign")
        if not classes:
            classes = {"name"} if token[0].isupper() else {"other"}
        key = frozenset(classes)
        return self._codes.setdefault(key, chr(_FIRST_CODE + len(self._codes)))


def _shapes(token: str) -> set[str]:
    """The classes that a token with a digit may have."""
    if ":" in token or re.fullmatch(r"\d{1,2}\.\d{2}", token):
        return {"clock"} if ":" in token else {"point_clock", "digits"}
    if "/" in token or token.count("-") == 2:
        return {"iso_date"}
    if token.endswith("s"):
        return {"decade_number"}
    if token[-2:] in ("st", "nd", "rd", "th"):
        return {"digit_ordinal"} | ({"day_ordinal"} if int(token[:-2]) <= 31 else set())
    if token[0] == "Q":
        return {"quarter_number"}
    found = {"digits"}
    if token.isascii() and token.isdigit():
        if len(token) == 4 and 1500 <= int(token) < 2100:
            found.add("year_number")
        if len(token) <= 2 and 1 <= int(token) <= 31:
            found.add("day")
    return found
