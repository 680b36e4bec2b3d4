"""Signs of a headline that lie in the rest of the page: what follows it, and where its words are said again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotators.boilerplate.language.lexicon import function_words
from annotators.boilerplate.lines.look import Look
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
"""Of lines with the same words, or the same word, so many are looked at: each of them looks."""
_CRUMBS = frozenset("/›»>|")


class Echoes:
    """What a page with these labels says of its lines as headlines; `numbers` are the lines that may be one."""

    def __init__(self, page: Page, labels: Sequence[str], numbers: Iterable[int]) -> None:
        """Counts what the features need, once a page."""
        self._page, self._labels = page, labels
        self._first = {text.lower() for text in page.texts[:_FIRST_LINES]}
        self._paragraphs, self._weight = [0], [0]
        for look, label in zip(page.looks, labels, strict=True):
            body = label == "body"
            self._paragraphs.append(self._paragraphs[-1] + (body and look.size > _PARAGRAPH))
            self._weight.append(self._weight[-1] + (min(look.size, _WEIGHT) if body else 0))
        lines: dict[str, list[int]] = defaultdict(list)
        for number, look in enumerate(page.looks):
            if _SHORTEST <= look.size <= _LONGEST:
                for word in _content(look):
                    lines[word].append(number)
        self._echoes = {number: self._said_again(number, lines) for number in numbers}
        self._most = max(self._echoes.values(), default=0)
        self._dresses: dict[int, int] = {}

    def features(self, number: int) -> list[str]:
        """What speaks for or against one of the lines."""
        echoes = self._echoes[number]
        paragraphs, weight = self._paragraphs[number], 10 * self._weight[number] // max(1, self._weight[-1])
        return [
            f"bodies above={bisect_right((0, 1, 2, 4, 8), paragraphs)}",
            f"weight above={weight}",
            f"echo={bisect_right((0, 1, 2, 4), echoes)}{'most' if echoes and echoes == self._most else ''}",
            *self._company(number),
            *self._twins(number),
            *self._longer(number),
        ]

    def _said_again(self, number: int, lines: dict[str, list[int]]) -> int:
        """How many other lines have three fifths of its words."""
        words = _content(self._page.looks[number])
        if len(words) < 2:
            return 0
        need = max(2, (3 * len(words) + 4) // 5)
        shared = Counter(other for word in words for other in lines.get(word, ())[:_MOST])
        return sum(count >= need for other, count in shared.items() if other != number)

    def _company(self, number: int) -> list[str]:
        found: dict[str, str] = {}
        for distance, label in enumerate(self._labels[number + 1 : number + 1 + _BELOW], start=1):
            if label in _TOLD_BELOW:
                found.setdefault(label, f"next {label}={bisect_right((1, 2, 4), distance)}")
        above = self._labels[max(0, number - _ABOVE) : number][::-1]
        before = next(((d, label) for d, label in enumerate(above, start=1) if label in _TOLD_ABOVE), None)
        told = [] if before is None else [f"previous {before[1]}={bisect_right((1, 2), before[0])}"]
        return [*found.values(), *told]

    def _twins(self, number: int) -> list[str]:
        look = self._page.looks[number]
        places = self._page.places[" ".join(look.words)]
        if len(places) < 2 or look.size < 2:
            return []
        where = "first" if places[0] == number else "last" if places[-1] == number else "mid"
        own = self._dress(number)
        others = max(self._dress(place) for place in places[:_MOST] if place != number)
        after = self._labels[number + 1] if number + 1 < len(self._labels) else "edge"
        return [
            f"twin={where}{min(3, len(places))}", f"twin dress={min(own, 2)}{min(others, 2)}{where}",
            f"twin below={after}{where}",
        ]  # fmt: skip

    def _dress(self, number: int) -> int:
        """How many of byline, timestamp and deck follow a line; asked once a line, though each of its twins asks."""
        if number not in self._dresses:
            below = self._labels[number + 1 : number + 4]
            self._dresses[number] = sum(kind in below for kind in _DRESSING)
        return self._dresses[number]

    def _longer(self, number: int) -> list[str]:
        if self._page.looks[number].size < 2:
            return []
        longer = self._page.longer_lines(number)
        said = self._page.texts[number].lower()
        crumb = any(other.endswith(said) and not _CRUMBS.isdisjoint(other) for other in longer)
        first = not self._first.isdisjoint(longer)
        return [*(["ends a crumb"] if crumb else []), *(["in the first lines"] if first else [])]


def _content(look: Look) -> set[str]:
    return {word for word in look.words if len(word) > 3 or word[0].isdigit()} - function_words()
