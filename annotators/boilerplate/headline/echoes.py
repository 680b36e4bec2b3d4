"""Features of headlines from the rest of the page: what follows the line, and where its words recur."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from annotators.boilerplate.language.lexicon import function_words
from annotators.boilerplate.lines.line_features import LineFeatures
from annotators.boilerplate.lines.page import Page

__all__ = ["Echoes"]

_BELOW = 7
_ABOVE = 4
_DRESSING = ("byline", "timestamp", "deck")
_TOLD_BELOW = frozenset((*_DRESSING, "caption", "credit", "share", "body", "subhead"))
_TOLD_ABOVE = frozenset((*_DRESSING, "caption", "body"))
_PARAGRAPH = 12
_WEIGHT = 80
_SHORTEST, _LONGEST = 3, 40
_FIRST_LINES = 4
_MOST = 64
"""The most lines with the same words, or the same word, that are compared with one another."""
_CRUMBS = frozenset("/›»>|")


class Echoes:
    """Features of lines as possible headlines. `labels` are the kinds of all lines, `numbers` the candidates."""

    def __init__(self, page: Page, labels: Sequence[str], numbers: Iterable[int]) -> None:
        """Counts what the features need, once per page."""
        self._page, self._labels = page, labels
        self._first = {text.lower() for text in page.texts[:_FIRST_LINES]}
        self._paragraphs, self._weight = [0], [0]
        for line, label in zip(page.features, labels, strict=True):
            body = label == "body"
            self._paragraphs.append(self._paragraphs[-1] + (body and line.size > _PARAGRAPH))
            self._weight.append(self._weight[-1] + (min(line.size, _WEIGHT) if body else 0))
        self._echoes = self._said_again(numbers)
        self._most = max(self._echoes.values(), default=0)
        self._best_dressed: dict[str, list[tuple[int, int]]] = {}
        self._within: dict[str, list[str]] = {}

    def features(self, number: int) -> list[str]:
        """The features of a line."""
        echoes, above = self._echoes[number], max(0, number - _ABOVE)
        paragraphs, weight = self._paragraphs[number], 10 * self._weight[number] // max(1, self._weight[-1])
        return [
            f"bodies above={bisect_right((0, 1, 2, 4, 8), paragraphs)}",
            f"weight above={weight}",
            f"echo={bisect_right((0, 1, 2, 4), echoes)}{'most' if echoes and echoes == self._most else ''}",
            *_company(tuple(self._labels[number + 1 : number + 1 + _BELOW]), tuple(self._labels[above:number])),
            *self._twins(number),
            *self._longer(number),
        ]

    def _said_again(self, numbers: Iterable[int]) -> dict[int, int]:
        """Number of other lines that share three fifths of each line's words; counted once for identical lines."""
        features = self._page.features
        contents = {id(line): _content(line) for line in features}
        lines: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(features):
            if _SHORTEST <= line.size <= _LONGEST:
                for word in contents[id(line)]:
                    lines[word].append(number)
        known: dict[int, tuple[int, frozenset[int]]] = {}
        found = {}
        for number in numbers:
            line = features[number]
            if id(line) not in known:
                having = _having(contents[id(line)], lines)
                known[id(line)] = len(having), having.intersection(self._page.places[" ".join(line.words)])
            others, own = known[id(line)]
            found[number] = others - (number in own)
        return found

    def _twins(self, number: int) -> list[str]:
        line = self._page.features[number]
        places = self._page.places[" ".join(line.words)]
        if len(places) < 2 or line.size < 2:
            return []
        where = "first" if places[0] == number else "last" if places[-1] == number else "mid"
        own, others = self._dress(number), self._best_dress(places, number)
        after = self._labels[number + 1] if number + 1 < len(self._labels) else "edge"
        return [
            f"twin={where}{min(3, len(places))}", f"twin dress={min(own, 2)}{min(others, 2)}{where}",
            f"twin below={after}{where}",
        ]  # fmt: skip

    def _best_dress(self, places: Sequence[int], number: int) -> int:
        """Highest `_dress` among lines with the same words, except the line of this number."""
        words = " ".join(self._page.features[number].words)
        best = self._best_dressed.get(words)
        if best is None:
            best = self._best_dressed[words] = sorted([(self._dress(place), place) for place in places[:_MOST]])[-2:]
        return next(dress for dress, place in reversed(best) if place != number)

    def _dress(self, number: int) -> int:
        """How many of byline, timestamp and deck follow a line."""
        below = self._labels[number + 1 : number + 4]
        return sum([kind in below for kind in _DRESSING])

    def _longer(self, number: int) -> list[str]:
        """Whether a line ends a breadcrumb, and whether one of the first lines contains it; once for equal lines."""
        if self._page.features[number].size < 2:
            return []
        said = self._page.texts[number].lower()
        found = self._within.get(said)
        if found is None:
            longer = self._page.longer_lines(number)
            crumb = any(other.endswith(said) and not _CRUMBS.isdisjoint(other) for other in longer)
            first = not self._first.isdisjoint(longer)
            found = [*(["ends a crumb"] if crumb else []), *(["in the first lines"] if first else [])]
            self._within[said] = found
        return found


@lru_cache(maxsize=2048)
def _company(below: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """Features of the kinds of the lines below and above."""
    found: dict[str, str] = {}
    for distance, label in enumerate(below, start=1):
        if label in _TOLD_BELOW:
            found.setdefault(label, f"next {label}={bisect_right((1, 2, 4), distance)}")
    before = next(((d, label) for d, label in enumerate(reversed(above), start=1) if label in _TOLD_ABOVE), None)
    told = () if before is None else (f"previous {before[1]}={bisect_right((1, 2), before[0])}",)
    return (*found.values(), *told)


def _having(words: set[str], lines: Mapping[str, Sequence[int]]) -> frozenset[int]:
    """Numbers of the lines that contain three fifths of some words, from an index of lines by word."""
    if len(words) < 2:
        return frozenset()
    need = max(2, (3 * len(words) + 4) // 5)
    shared = Counter([number for word in words for number in lines.get(word, ())[:_MOST]])
    return frozenset([number for number, count in shared.items() if count >= need])


def _content(line: LineFeatures) -> set[str]:
    return {word for word in line.words if len(word) > 3 or word[0].isdigit()} - function_words()
