"""Short articles in languages other than English that the model mistook for lists of teasers.

It was trained on few such pages, most of them long, and predicts three paragraphs to be teasers. Teasers each follow a
title, while paragraphs follow each other. So adjacent sentences with common words of their language are kept unless
their words say otherwise, and the lines between them and the headline become deck, byline and date. If almost nothing
of all sentences would be kept, all are, with a low score.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import announces
from annotators.boilerplate.relabelling import relabelled
from annotators.boilerplate.rules.rows_abroad import kind_abroad, names_writer_abroad, reports_abroad
from annotators.text.languages import common_words, languages_of, main_language
from annotators.text.patterns import compiled_late

__all__ = ["with_sentences_abroad"]

_LIKELY: Final = 0.6
_UNSURE: Final = 0.4
_SENTENCE: Final = 8
"""Fewest words of a sentence that is recognised on its own."""
_LEAST: Final = 5
"""Fewest words of a sentence that is recognised beside another."""
_MOST_KEPT: Final = 150
"""If this many words of sentences are kept, the model recognised the article, and nothing is relabelled."""
_COMMON: Final = 8
"""Running text has at least one common word of its language in so many words."""
_FIFTH, _SOME = 5, 2
"""All sentences are kept if there are at least `_SOME` and less than one word in `_FIFTH` would be kept."""
_HEAD: Final = 6
"""Most lines from the headline to the first paragraph."""
_DECK: Final = range(4, 40)
"""Number of words in a deck."""
_DATE_WORDS: Final = 7
_DATED: Final = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED: Final = compiled_late(r"[«»„“”\"‘‚][^«»„“”\"]{3}[^«»„“”\"’]{0,2000}+[«»„“”\"’]")
_ENDED: Final = compiled_late(r"^[^©]*(?:[^\s.][.!]|[.!?…][\s\u00a0\u202f]?[\"”’“«»])[\"”’“«»)\]\s]*$")
"""The end of a sentence. Titles end with question marks and ellipses. French sets its quotation marks off with spaces.
"""
_WORD: Final = re.compile(r"[^\W\d_]+")
_TAKEN: Final = frozenset(("ad", "comments", "nav", "other", "promo", "related", "share", "tags", "widget"))
_STORY: Final = frozenset(("body", "deck"))
_BESIDE: Final = frozenset(("ad", "byline", "caption", "credit", "promo", "widget"))
"""Self-declared kinds of lines that may stand between two paragraphs."""
_REASON: Final = "is a sentence among others, in running text"
_LEFT: Final = "hardly a sentence would be left of this text"


class _Lines(NamedTuple):
    """Per line: number of words, self-declared kind, whether it ends as sentences do, whether it is running text.

    `titled` says that words follow a colon.
    """

    sizes: list[int]
    named: list[str]
    ended: list[bool]
    telling: list[bool]
    titled: list[bool]


def with_sentences_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of a plain text in another language, with sentences of its article relabelled `body`."""
    said = [text[label.start : label.end] for label in labels]
    lines = _looked_at(text, labels, said)
    settled = list(labels)
    if _words_kept(labels, lines) < _MOST_KEPT:
        _keep_sentences(said, settled, lines)
    return tuple(_after_teasers(settled, lines))


def _keep_sentences(said: Sequence[str], settled: list[BlockLabel], lines: _Lines) -> None:
    """Relabels the sentences of an article that the model did not recognise; changes `settled`."""
    labels = tuple(settled)
    top = next((at for at, label in enumerate(labels) if label.kind == "headline"), -1)
    found = [at for at in range(top + 1, len(labels)) if _is_story(settled, lines, at)]
    for at in found:
        settled[at] = relabelled(labels[at], "body", _LIKELY, _REASON)
    _take_beside(settled, lines, top)
    if settled != list(labels) and top >= 0:
        _take_head(said, settled, lines, top)
    _keep_some(settled, lines)
    _take_deck(said, settled, lines, top)


def _after_teasers(labels: Sequence[BlockLabel], lines: _Lines) -> list[BlockLabel]:
    """Returns the labels, with running text below a lone teaser between paragraphs relabelled `body`.

    A teaser with its title on the same line (`Lesen Sie auch: ...`) has no text of its own below.
    """
    settled = list(labels)
    for at in range(2, len(labels)):
        teaser = lines.named[at - 1] == "related" and settled[at - 1].kind == "related" and lines.titled[at - 1]
        told = settled[at - 2].kind == "body" and lines.ended[at - 2]
        if settled[at].kind == "related" and teaser and told and lines.telling[at]:
            settled[at] = relabelled(labels[at], "body", _LIKELY, _REASON)
    return settled


def _looked_at(text: str, labels: Sequence[BlockLabel], said: Sequence[str]) -> _Lines:
    spans = [(label.start, label.end) for label in labels]
    common = common_words(main_language(spans, languages_of(text, spans))[0])
    named = ["related" if announces(one) else kind_abroad(one) for one in said]
    ended = [_ENDED.search(one) is not None and not kind for one, kind in zip(said, named, strict=True)]
    telling = [end and (_is_quoted(one) or _runs_on(one, common)) for one, end in zip(said, ended, strict=True)]
    titled = [":" in one[:-1] for one in said]
    return _Lines([len(one.split()) for one in said], named, ended, telling, titled)


def _is_quoted(line: str) -> bool:
    """Whether a line has a quotation and a verb of saying."""
    return _QUOTED.search(line) is not None and reports_abroad(line)


def _runs_on(line: str, common: frozenset[str]) -> bool:
    """Whether a line is long enough for a sentence and has as many common words as running text."""
    words = _WORD.findall(line.lower())
    return len(line.split()) >= _SENTENCE and 0 < len(words) <= _COMMON * sum(word in common for word in words)


def _words_kept(labels: Sequence[BlockLabel], lines: _Lines) -> int:
    """Number of words in sentences that are labelled as article text."""
    return sum(lines.sizes[at] for at, label in enumerate(labels) if label.kind in _STORY and lines.ended[at])


def _is_story(labels: Sequence[BlockLabel], lines: _Lines, at: int) -> bool:
    """Whether a boilerplate line is a sentence of running text next to another sentence."""
    if labels[at].kind not in _TAKEN or not lines.telling[at]:
        return False
    return any(_beside(labels, lines, at, step) for step in (-1, 1))


def _beside(labels: Sequence[BlockLabel], lines: _Lines, at: int, step: int) -> bool:
    """Whether the next line in a direction, insertions such as captions apart, is a sentence of some length."""
    at += step
    while 0 <= at < len(labels) and lines.named[at] in _BESIDE:
        at += step
    return 0 <= at < len(labels) and lines.ended[at] and lines.sizes[at] >= _LEAST


def _take_beside(settled: list[BlockLabel], lines: _Lines, top: int) -> None:
    """Keeps short sentences that directly follow sentences of the article."""
    told = False
    for at in range(top + 1, len(settled)):
        label = settled[at]
        if told and label.kind in _TAKEN and lines.ended[at] and lines.sizes[at] >= _LEAST:
            settled[at] = relabelled(label, "body", _LIKELY, _REASON)
        elif lines.named[at] not in _BESIDE or lines.ended[at]:
            told = label.kind == "body" and lines.ended[at]


def _take_head(said: Sequence[str], settled: list[BlockLabel], lines: _Lines, top: int) -> None:
    """Relabels the lines between the headline and the first paragraph as byline, date and deck."""
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


def _take_deck(said: Sequence[str], settled: list[BlockLabel], lines: _Lines, top: int) -> None:
    """A line right under the headline and above who wrote is the deck, where it names nobody."""
    at = top + 1
    if top < 0 or at + 1 >= len(settled) or settled[at].kind != "byline" or settled[at + 1].kind != "byline":
        return
    if lines.sizes[at] in _DECK and not lines.named[at] and not names_writer_abroad(said[at]):
        settled[at] = relabelled(settled[at], "deck", _LIKELY, "stands between the headline and who wrote")


def _keep_some(settled: list[BlockLabel], lines: _Lines) -> None:
    """Keeps every sentence, with a low score, if almost none would be kept."""
    sentences = [at for at, ended in enumerate(lines.ended) if ended and lines.sizes[at] >= _SENTENCE]
    words = sum(lines.sizes[at] for at in sentences)
    if len(sentences) < _SOME or _words_kept(settled, lines) * _FIFTH >= words:
        return
    for at in sentences:
        if settled[at].kind in _TAKEN:
            settled[at] = relabelled(settled[at], "body", _UNSURE, _LEFT)
