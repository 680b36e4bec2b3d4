"""Corrections of boilerplate labels with a low score.

Lines without a blank line between them belong together: one with a low score takes the kind of a neighbour with a high
one. A line that announces another article is `related` by definition. A text of a few blocks is no whole page: there, a
line stays boilerplate only if its score is high and its words confirm it, a sentence only if the score is very high,
and a paragraph never. A sentence after the article with no probable kind is kept, because hiding it would cost more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.headline import is_greeting
from annotators.boilerplate.language.kinds_said import KIND_SAID
from annotators.boilerplate.language.lexicon import FAMILIES_SAID
from annotators.boilerplate.language.line_wording import ANNOUNCES, SENTENCE_END, has_boilerplate_words
from annotators.boilerplate.settling.placeholders import with_lines_between_placeholders
from annotators.boilerplate.settling.rescuing import rescue_story
from annotators.text.patterns import compiled_late

__all__ = ["ANNOUNCES", "keep_something", "settle_kinds", "settle_short_text"]

_SURE: Final = 0.6
_LIKELY: Final = 0.5
_CERTAIN: Final = 0.9
_HARDLY: Final = 0.1
_FEW: Final = 8
_SENTENCE: Final = compiled_late(rf"(?:\S+\s+){{7,}}\S*{SENTENCE_END}", re.S)
"""At least eight words, with the end of a sentence."""
_TWO: Final = compiled_late(r"[a-z]{3}[.!?][\"”’)]? [\"“‘(]?[A-Z][a-z]")
_PARAGRAPH: Final = 40
"""Spaces from which a block is too long for a button or a notice."""
_BRIEF: Final = {"byline": _PARAGRAPH, "deck": 3 * _PARAGRAPH, "headline": _PARAGRAPH, "timestamp": _PARAGRAPH}
"""Spaces, by kind, from which a block is body text instead: the whole article is then on one line."""
_ROW: Final = re.compile(r"\|.*\|")
"""A table row in Markdown: its cells are no menu, even if one is `x`."""
_SAID: Final = FAMILIES_SAID["related"]


def settle_kinds(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with low-score boilerplate settled by its neighbours and its opening words."""
    labels = settle_short_text(text, labels, words_alone=True)
    settled: list[BlockLabel] = []
    for number, label in enumerate(labels):
        unlikely = label.kind == "body" and (label.score or 0.0) < _LIKELY
        if (label.boilerplate or unlikely) and ANNOUNCES.match(text, label.start, label.end):
            others = [reason for reason in label.reasons if reason != _SAID]
            label = replace(label, kind="related", reasons=(_SAID, *others)[:3])
        elif _ends_the_story(text, label, settled):
            label = replace(label, kind="body", reasons=("a sentence after the story's", *label.reasons)[:3])
        elif label.boilerplate and (label.score or 0.0) < _SURE:
            beside = _surest_beside(text, labels, number)
            if beside is not None and beside.kind != label.kind:
                reason = f"touches {KIND_SAID[beside.kind]} and fits no kind better"
                label = replace(label, kind=beside.kind, reasons=(reason, *label.reasons)[:3])
        settled.append(label)
    return rescue_story(text, with_lines_between_placeholders(text, settled))


def settle_short_text(text: str, labels: Sequence[BlockLabel], *, words_alone: bool = False) -> tuple[BlockLabel, ...]:
    """Returns the labels of a text of up to eight blocks, with little left as boilerplate; of longer texts unchanged.

    With `words_alone`, blocks have no markup that could tell their kind, so their words have to.
    """
    if len(labels) > _FEW:
        return tuple(labels)
    return keep_something(text, tuple(_bare(text, labels, words_alone)))


def _ends_the_story(text: str, label: BlockLabel, before: Sequence[BlockLabel]) -> bool:
    """Whether a sentence without a probable kind directly follows the article."""
    unsure = label.boilerplate and (label.score or 0.0) < _LIKELY
    after_story = bool(before) and before[-1].kind == "body"
    return unsure and after_story and _SENTENCE.fullmatch(text, label.start, label.end) is not None


def _bare(text: str, labels: Sequence[BlockLabel], words_alone: bool) -> Iterator[BlockLabel]:
    """Yields the labels of a text that is too short for a whole page."""
    for number, label in enumerate(labels):
        sentence = _SENTENCE.fullmatch(text, label.start, label.end) is not None
        score = label.score or 0.0
        long = text.count(" ", label.start, label.end) >= _PARAGRAPH
        paragraph = sentence and long
        row = _ROW.fullmatch(text, label.start, label.end) is not None
        untold = words_alone and (row or not (sentence or long or has_boilerplate_words(text[label.start : label.end])))
        if label.boilerplate and (paragraph or untold or score < (_CERTAIN if sentence else _SURE)):
            first = number == 0 and not (sentence or long or is_greeting(text[label.start : label.end]))
            reasons = ("stands alone with hardly a page around it", *label.reasons)[:3]
            yield replace(label, kind="headline" if first else "body", reasons=reasons)
        elif label.kind == "headline" and sentence and (score < _HARDLY or _is_of_two(text, label)):
            yield replace(label, kind="body")
        elif label.kind in _BRIEF and text.count(" ", label.start, label.end) >= _BRIEF[label.kind]:
            yield replace(label, kind="body", reasons=("runs on as a story does", *label.reasons)[:3])
        else:
            yield label


def _is_of_two(text: str, label: BlockLabel) -> bool:
    """Whether a line is of two sentences of some length: no title is."""
    long = text.count(" ", label.start, label.end) >= _PARAGRAPH // 2
    return long and _TWO.search(text, label.start, label.end) is not None


def keep_something(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, changed if all are boilerplate: blocks as long as paragraphs then become `body`.

    If a longer text has none, its sentences become `body`; without any of these, its longest block does.
    """
    if any(not label.boilerplate for label in labels):
        return tuple(labels)
    story = [label for label in labels if text.count(" ", label.start, label.end) >= _PARAGRAPH]
    if not story and len(labels) > _FEW:
        story = [label for label in labels if _SENTENCE.fullmatch(text, label.start, label.end)]
        story = story or [max(labels, key=lambda label: label.end - label.start)]
    starts = {label.start for label in story}
    reason = "nothing else here could be the story"
    return tuple(
        replace(label, kind="body", reasons=(reason, *label.reasons)[:3]) if label.start in starts else label
        for label in labels
    )


def _surest_beside(text: str, labels: Sequence[BlockLabel], number: int) -> BlockLabel | None:
    here = labels[number]
    around = []
    if number and text.count("\n", labels[number - 1].end, here.start) < 2:
        around.append(labels[number - 1])
    if number + 1 < len(labels) and text.count("\n", here.end, labels[number + 1].start) < 2:
        around.append(labels[number + 1])
    sure = [label for label in around if label.boilerplate and (label.score or 0.0) >= _SURE]
    return max(sure, key=lambda label: label.score or 0.0, default=None)
