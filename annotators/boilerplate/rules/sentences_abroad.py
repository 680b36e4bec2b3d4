"""The story of a short article in another language than English, where the chains took it for a list of other stories.

They have seen few such pages, and most of these are long: three paragraphs look to them like teasers. Teasers stand
under a title each, and paragraphs beside each other. So sentences that stand together, and have the common words of
their language, are the story's unless their words say what else they are; and then the lines between the headline and
them are its head. And where next to nothing would be kept of all sentences, they are kept, as unsure ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.telling import announces
from annotators.boilerplate.relabelling import relabelled
from annotators.boilerplate.rules.rows_abroad import kind_abroad, names_writer_abroad, reports_abroad
from annotators.text.languages import common_words, languages_of, main_language
from annotators.text.patterns import compiled_late

__all__ = ["with_sentences_abroad"]

_LIKELY: Final = 0.6
_UNSURE: Final = 0.4
_SENTENCE: Final = 8
"""The fewest words of a sentence that is told by itself."""
_LEAST: Final = 5
"""The fewest of one that stands beside the story's."""
_MOST_KEPT: Final = 150
"""Words of the story from which on the chains knew it: what they took for furniture beside it mostly is."""
_COMMON: Final = 8
"""Running text has one of its language's common words in so many."""
_FIFTH, _SOME = 5, 2
"""Where less than one word in so many of so many sentences would be kept, all of them are."""
_HEAD: Final = 6
"""Lines between the headline and the story."""
_DECK: Final = range(4, 40)
"""Words of a deck."""
_DATE_WORDS: Final = 7
_DATED: Final = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED: Final = compiled_late(r"[«»„“”\"‘‚][^«»„“”\"]{3,}[«»„“”\"’]")
_ENDED: Final = compiled_late(r"^[^©]*(?:[^\s.][.!]|[.!?…][\s\u00a0\u202f]?[\"”’“«»])[\"”’“«»)\]\s]*$")
"""The end of what tells something: titles end with question marks and dots. French sets its quotation marks apart."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_TAKEN: Final = frozenset(("ad", "comments", "nav", "other", "promo", "related", "share", "tags", "widget"))
_STORY: Final = frozenset(("body", "deck"))
_BESIDE: Final = frozenset(("ad", "byline", "caption", "credit", "promo", "widget"))
"""What lines between two paragraphs of a story name themselves."""
_REASON: Final = "is a sentence among others, in running text"
_LEFT: Final = "hardly a sentence would be left of this text"


class _Lines(NamedTuple):
    """For each line: its words, the kind that it names itself, whether it is a sentence and whether the story's."""

    sizes: list[int]
    named: list[str]
    ended: list[bool]
    telling: list[bool]


def with_sentences_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """The labels of a text without markup in another language, with sentences kept that are the story's."""
    said = [text[label.start : label.end] for label in labels]
    lines = _looked_at(text, labels, said)
    if _words_kept(labels, lines) >= _MOST_KEPT:
        return tuple(labels)
    settled = list(labels)
    top = next((at for at, label in enumerate(labels) if label.kind == "headline"), -1)
    found = [at for at in range(top + 1, len(labels)) if _is_story(settled, lines, at)]
    for at in found:
        settled[at] = relabelled(labels[at], "body", _LIKELY, _REASON)
    _take_beside(settled, lines, top)
    if settled != list(labels) and top >= 0:
        _take_head(said, settled, lines, top)
    _keep_some(settled, lines)
    return tuple(settled)


def _looked_at(text: str, labels: Sequence[BlockLabel], said: Sequence[str]) -> _Lines:
    spans = [(label.start, label.end) for label in labels]
    common = common_words(main_language(spans, languages_of(text, spans))[0])
    named = ["related" if announces(one) else kind_abroad(one) for one in said]
    ended = [_ENDED.search(one) is not None and not kind for one, kind in zip(said, named, strict=True)]
    telling = [end and (_is_quoted(one) or _runs_on(one, common)) for one, end in zip(said, ended, strict=True)]
    return _Lines([len(one.split()) for one in said], named, ended, telling)


def _is_quoted(line: str) -> bool:
    """Whether a line has a quotation and a verb of saying."""
    return _QUOTED.search(line) is not None and reports_abroad(line)


def _runs_on(line: str, common: frozenset[str]) -> bool:
    """Whether a line of some words has as many common ones as running text."""
    words = _WORD.findall(line.lower())
    return len(line.split()) >= _SENTENCE and 0 < len(words) <= _COMMON * sum(word in common for word in words)


def _words_kept(labels: Sequence[BlockLabel], lines: _Lines) -> int:
    """The words of the sentences that are the story's."""
    return sum(lines.sizes[at] for at, label in enumerate(labels) if label.kind in _STORY and lines.ended[at])


def _is_story(labels: Sequence[BlockLabel], lines: _Lines, at: int) -> bool:
    """Whether a line is a sentence of running text beside another sentence."""
    if labels[at].kind not in _TAKEN or not lines.telling[at]:
        return False
    return any(_beside(labels, lines, at, step) for step in (-1, 1))


def _beside(labels: Sequence[BlockLabel], lines: _Lines, at: int, step: int) -> bool:
    """Whether the next line, but for those set between paragraphs, is a sentence of some words."""
    at += step
    while 0 <= at < len(labels) and lines.named[at] in _BESIDE:
        at += step
    return 0 <= at < len(labels) and lines.ended[at] and lines.sizes[at] >= _LEAST


def _take_beside(settled: list[BlockLabel], lines: _Lines, top: int) -> None:
    """Short sentences that follow the story's are its own."""
    told = False
    for at in range(top + 1, len(settled)):
        label = settled[at]
        if told and label.kind in _TAKEN and lines.ended[at] and lines.sizes[at] >= _LEAST:
            settled[at] = relabelled(label, "body", _LIKELY, _REASON)
        elif lines.named[at] not in _BESIDE or lines.ended[at]:
            told = label.kind == "body" and lines.ended[at]


def _take_head(said: Sequence[str], settled: list[BlockLabel], lines: _Lines, top: int) -> None:
    """The lines between the headline and the story are its deck, who wrote it and when."""
    first = next((at for at in range(top + 1, len(settled)) if settled[at].kind == "body"), 0)
    if not 1 < first - top <= _HEAD:
        return
    decked = any(label.kind == "deck" for label in settled)
    for at in range(top + 1, first):
        if settled[at].kind not in _TAKEN:
            continue
        if lines.named[at] == "byline" or names_writer_abroad(said[at]):
            settled[at] = relabelled(settled[at], "byline", _LIKELY, "names who wrote, above the story")
        elif _DATED.search(said[at]) and lines.sizes[at] <= _DATE_WORDS:
            settled[at] = relabelled(settled[at], "timestamp", _LIKELY, "is a date above the story")
        elif not decked and not lines.named[at] and lines.sizes[at] in _DECK and "·" not in said[at]:
            settled[at] = relabelled(settled[at], "deck", _LIKELY, "stands between the headline and the story")
            decked = True


def _keep_some(settled: list[BlockLabel], lines: _Lines) -> None:
    """Keeps every sentence where hardly one would be kept."""
    sentences = [at for at, ended in enumerate(lines.ended) if ended and lines.sizes[at] >= _SENTENCE]
    words = sum(lines.sizes[at] for at in sentences)
    if len(sentences) < _SOME or _words_kept(settled, lines) * _FIFTH >= words:
        return
    for at in sentences:
        if settled[at].kind in _TAKEN:
            settled[at] = relabelled(settled[at], "body", _UNSURE, _LEFT)
