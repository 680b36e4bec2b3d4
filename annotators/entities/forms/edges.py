"""Trims names: no article, title, possessive, quotation marks or brackets at their edges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from annotators.annotation import Mention
from annotators.entities.tables import read_table
from annotators.text.line_breaks import is_wrap

__all__ = ["NAME_LABELS", "honours", "tidy_names", "title_words"]

NAME_LABELS: frozenset[str] = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
)

_LEFT = " \t\xa0\"“”„«»'‘’`([{<-–—,.;:!?*•|/&"
_RIGHT = " \t\xa0\"“”„«»'‘’`)]}>-–—,;:!?…*•|/&"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=[sS])['’]|['’]S)$")
_LINE_BREAK = re.compile(r"(?:(?<![ \t])[ \t]+)?[\r\n\u2028\u2029]+[ \t]*")
_FULL_STOP_STAYS = re.compile(r"(?:\.\w{1,3}\.|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Bros|Cos|Mass|Calif)\.|\b\w\.)$")
_COMMON_NOUN = re.compile(r" ([a-z]+)$")
_ARTICLE = re.compile(r"(?:the|THE)[ \xa0]")
_CAPITAL_ARTICLE = re.compile(r"The[ \xa0](?!Hague\b|Gambia\b|Bahamas\b|Bronx\b)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\r”\"’'(—–-])\s*[\"“‘']?$")
_TITLE = re.compile(r"([^\s.]+)\.?[ \xa0]+")
_KEEP_ARTICLE = frozenset(("WORK_OF_ART", "PERSON"))


@cache
def title_words() -> frozenset[str]:
    """Titles and ranks, in lower case."""
    return frozenset(read_table("titles.toml")["words"])


@cache
def honours() -> frozenset[str]:
    """Titles that may be a part of the name and do not tell people apart, in lower case."""
    return frozenset(read_table("titles.toml")["honours"])


@cache
def _regnal() -> frozenset[str]:
    return frozenset(read_table("titles.toml")["regnal"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(read_table("context.toml")["generic"])


@cache
def _companies() -> frozenset[str]:
    """Companies whose name ends like a possessive, without that ending: Christie, McDonald."""
    return frozenset(read_table("agencies.toml")["possessive"])


def tidy_names(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions with clean edges, each on one line; those of which nothing is left are dropped."""
    found = []
    for mention in mentions:
        start, end = _in_one_line(text, mention)
        start, end = _clean(text, start, end, mention.label)
        if mention.label == "PERSON" and all(word in title_words() for word in text[start:end].lower().split()):
            continue
        if any(char.isalnum() for char in text[start:end]):
            found.append(mention if (start, end) == mention.span else replace(mention, start=start, end=end))
    return found


def _in_one_line(text: str, mention: Mention) -> tuple[int, int]:
    """The longest part of a name that is on one line; of a person the last part, because it holds the surname.

    A hard-wrapped line does not end the name.
    """
    parts: list[tuple[int, int]] = []
    start = mention.start
    for match in _LINE_BREAK.finditer(text, mention.start, mention.end):
        if is_wrap(text, *match.span()):
            continue
        parts.append((start, match.start()))
        start = match.end()
    parts.append((start, mention.end))
    if mention.label == "PERSON":
        return parts[-1]
    return max(parts, key=lambda part: part[1] - part[0])


def _clean(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    before = (-1, -1)
    if text[start:end] in _companies() and text[end : end + 2] in ("'s", "’s"):
        end += 2
    while (start, end) != before and start < end:
        before = (start, end)
        start, end = _strip(text, start, end)
        start = _after_article(text, start, end, label)
        if label == "PERSON":
            start = _after_titles(text, start, end)
    return start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _LEFT or text[start].isspace()):
        start += 1
    while start < end and _ends_outside(text, start, end):
        end -= 1
    noun = _COMMON_NOUN.search(text, start, end)
    if noun and noun[1] in _generic():
        end = noun.start()
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive and text[start : possessive.start()] not in _companies():
        end = possessive.start()
    opened = text.find("(", start, end)
    if opened >= 0 and ")" not in text[opened:end]:
        end = opened
    return start, end


def _ends_outside(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last in ")]":
        return {")": "(", "]": "["}[last] not in text[start : end - 1]
    if last == ".":
        return not _FULL_STOP_STAYS.search(text, start, end)
    return last in _RIGHT or last.isspace()


def _after_article(text: str, start: int, end: int, label: str) -> int:
    article = _ARTICLE.match(text, start, end)
    if article:
        return article.end()
    capital = _CAPITAL_ARTICLE.match(text, start, end)
    if capital and label not in _KEEP_ARTICLE and _SENTENCE_START.search(text, max(0, start - 6), start):
        return capital.end()
    return start


def _after_titles(text: str, start: int, end: int) -> int:
    while match := _TITLE.match(text, start, end):
        word = match.group(1).lower()
        rest = text[match.end() : end].split()
        if word not in title_words() or not rest or not rest[0][:1].isupper():
            return start
        if len(rest) == 1 and word in _regnal() and not rest[0].isupper():
            return start
        start = match.end()
    return start
