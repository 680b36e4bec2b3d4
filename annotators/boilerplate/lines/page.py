"""A page as a list of lines, and their features: each line by itself, gaps, neighbours, position and repetition."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from annotators.article import Article
from annotators.boilerplate.language.function_words import binding_words
from annotators.boilerplate.language.lexicon import content_words, function_words
from annotators.boilerplate.language.line_wording import announces, has_boilerplate_words
from annotators.boilerplate.language.tokens import without_box, without_links
from annotators.boilerplate.lines.line_features import LineFeatures, features_of_line, words_of
from annotators.rows import column

__all__ = ["FOREIGN", "Page", "first_pass", "page_of"]

FOREIGN = "~"
"""The prefix of features of pages in other languages than English, which have weights of their own."""

_PLACE_STEPS = (1, 2, 3, 5, 8, 12, 20, 40)
_NEAR = 4
_FEW = 5
_LONGEST, _FAR = 60, 40
"""Words of a line are capped at the first. In other languages a line's weight grows with the square of its words, up to
the second."""
_GAP, _GAP_ABROAD = 6, 4
"""Words that a line unlike running text costs the stretch that contains it, in English and in other languages."""
_SHORT_STORY = 150
"""An article has few words if its running text has fewer: none of the 196 labelled pages has."""
_FRAME = frozenset(
    "account app consent copyright corporate donate follow legal menu newsletter share social subscribe".split()
)
"""Word families of a page's frame (menus, legal notices), which are rare in the output of extractors."""
_FRAMED = 50
"""A page has a frame if more than one line in so many consists mostly of such words: 95 % of pages given as lines have
one, and 5 to 40 % of the outputs of six extractors."""
_BUTTON = 14
"""The most words of a line of the frame."""
_SEARCHED = 100_000
"""The most characters of a page in which each line is searched for within others."""


@dataclass(frozen=True)
class Page:
    """The lines of a page in order.

    `gaps` has one entry more than there are lines: 1 if a blank line or the page's edge precedes the line with that
    number, else 0. `foreign` says that its long lines are not in English.
    """

    texts: tuple[str, ...]
    features: tuple[LineFeatures, ...]
    gaps: tuple[int, ...]
    foreign: bool = False

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The number of words of each line."""
        return tuple(line.size for line in self.features)

    @cached_property
    def titles(self) -> tuple[int, ...]:
        """Number of words for each line that could be a headline, 0 for the others."""
        return tuple([line.size if line.title else 0 for line in self.features])

    @cached_property
    def contents(self) -> tuple[set[str], ...]:
        """The content words of each line; identical lines share one set."""
        known = {id(line): content_words(line.words) for line in self.features}
        return tuple([known[id(line)] for line in self.features])

    @cached_property
    def prose_above(self) -> tuple[int, ...]:
        """How many of the lines above each read like prose; at the end, how many of all."""
        return tuple(accumulate([line.prose for line in self.features], initial=0))

    @cached_property
    def short_above(self) -> tuple[int, ...]:
        """How many of the lines above each have few words; at the end, how many of all."""
        return tuple(accumulate([line.size < _FEW for line in self.features], initial=0))

    @cached_property
    def core(self) -> tuple[int, int]:
        """Numbers of the first and last line of the stretch most like running text; `(0, -1)` if there is none.

        In other languages, long lines have more weight, because sentences are harder to tell from titles there.
        """
        best: tuple[float, int, int] = (0, 0, -1)
        total, start = 0.0, 0
        gap = _GAP_ABROAD if self.foreign else _GAP
        for number, line in enumerate(self.features):
            words = min(line.size, _LONGEST)
            total += (words * words / _FAR if self.foreign else words) if line.prose else -gap
            if total <= 0:
                total, start = 0, number + 1
            elif total > best[0]:
                best = (total, start, number)
        return best[1], best[2]

    @cached_property
    def short(self) -> bool:
        """Whether a short article is in a page's frame: a few paragraphs, a notice, a list of results."""
        start, end = self.core
        words = (min(line.size, _LONGEST) for line in self.features[start : end + 1] if line.prose)
        return self.telling is None and sum(words) < _SHORT_STORY

    @cached_property
    def frame(self) -> int:
        """The number of lines that are mostly words of English menus, legal notices, offers and share buttons."""
        return sum(
            line.size <= _BUTTON and any(part[7:] in _FRAME for part in line.own if part.startswith("mostly:"))
            for line in self.features
        )

    @cached_property
    def telling(self) -> tuple[bool, ...] | None:
        """Whether the words of each line suggest boilerplate; `None` if the page has a frame or is not in English."""
        if self.foreign or self.frame * _FRAMED > len(self.features):
            return None
        return tuple(has_boilerplate_words(text) or announces(text) for text in self.texts)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Numbers of the lines with the same words, by these words."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.features):
            found[" ".join(line.words)].append(number)
        return found

    @cached_property
    def _lowered(self) -> tuple[str, ...]:
        return tuple(text.lower() if len(text) < 400 else "" for text in self.texts)

    @cached_property
    def _all_lowered(self) -> tuple[str, Counter[str], tuple[str, ...]]:
        sums = accumulate(len(line) for line in self._lowered)
        lines = tuple(line for line, size in zip(self._lowered, sums, strict=True) if size <= _SEARCHED)
        return "\n".join(lines), Counter(lines), lines

    def longer_lines(self, number: int) -> Sequence[str]:
        """The other lines, in lower case, that contain this one and are shorter than paragraphs."""
        said = self.texts[number].lower()
        found = self._longer.get(said)
        if found is None:
            found = self._longer[said] = self._holding(said)
        return found

    @cached_property
    def _longer(self) -> dict[str, Sequence[str]]:
        return {}

    def _holding(self, said: str) -> Sequence[str]:
        everything, counts, lines = self._all_lowered
        if everything.count(said) <= counts[said]:
            return []
        return [other for other in lines if len(other) > len(said) and said in other]

    @cached_property
    def openings(self) -> dict[tuple[str, ...], int]:
        """The number of the first line with each opening of five words."""
        found: dict[tuple[str, ...], int] = {}
        for number, line in enumerate(self.features):
            if len(line.words) >= 5:
                found.setdefault(line.words[:5], number)
        return found


def page_of(article: Article) -> Page:
    """The page of an article's blocks."""
    edges = list(zip(column(article.blocks, "start"), column(article.blocks, "end"), strict=True))
    texts = tuple([without_box(article.text[start:end]) for start, end in edges])
    if article.source.media_type == "text/markdown":
        texts = tuple(map(without_links, texts))
    words = {text: words_of(text) for text in texts}
    binding = binding_words(words.values())
    seen = {text: features_of_line(text, found, binding) for text, found in words.items()}
    features = [seen[text] for text in texts]
    gaps = [int(article.text.count("\n", end, start) > 1) for (_, end), (start, _) in pairwise(edges)]
    return Page(texts, tuple(features), (1, *gaps, 1), binding is not function_words())


def first_pass(page: Page) -> list[list[str]]:
    """The features of every line for the first reading."""
    features, gaps, count = page.features, page.gaps, len(page.features)
    start, end = page.core
    runs = _runs(gaps, count)
    blanks = "no blank lines" if not any(gaps[1:-1]) else "all apart" if all(gaps) else "mixed"
    rows = []
    for number, line in enumerate(features):
        zone = _zone(number, start, end)
        side = zone.partition(" ")[0]
        found = [*line.own]
        found.append(f"gap={gaps[number]}{gaps[number + 1]}{'' if blanks == 'mixed' else blanks}")
        found.append(f"zone={zone}")
        found.append(f"{side}&words={bisect_right((1, 2, 4, 7, 13, 26), line.size)}")
        found.append(f"{side}&prose={int(line.prose)}{gaps[number]}{gaps[number + 1]}")
        found.append(f"top={bisect_right(_PLACE_STEPS, number)}")
        found.append(f"bottom={bisect_right(_PLACE_STEPS, count - 1 - number)}")
        found.append(f"run={bisect_right((1, 2, 4, 8, 16), runs[number])}")
        found += _prefixed(f"{side}&", line.brief)
        found += _neighbours(page, number)
        found += _repetition(page, number, side)
        rows.append(found)
    return rows if not page.foreign else [[FOREIGN + feature for feature in row] for row in rows]


def _zone(number: int, start: int, end: int) -> str:
    if end < start:
        return "nowhere"
    if number < start:
        return f"before {bisect_right(_PLACE_STEPS, start - number)}"
    if number > end:
        return f"after {bisect_right(_PLACE_STEPS, number - end)}"
    return f"in {min(2, number - start)}{min(2, end - number)}"


def _runs(gaps: Sequence[int], count: int) -> list[int]:
    """For each line the number of lines in its run without blank lines."""
    runs: list[int] = []
    first = 0
    for number in range(count):
        if gaps[number + 1] or number == count - 1:
            runs.extend([number + 1 - first] * (number + 1 - first))
            first = number + 1
    return runs


def _neighbours(page: Page, number: int) -> list[str]:
    features, gaps = page.features, page.gaps
    before = features[number - 1].brief if number else ("edge",)
    after = features[number + 1].brief if number + 1 < len(features) else ("edge",)
    gap, next_gap = gaps[number], gaps[number + 1]
    found = [*_prefixed(f"-1{gap}", before), *_prefixed(f"+1{next_gap}", after)]
    own = features[number].brief[0]
    found.append(f"pair-{before[0]}{gap}{own}")
    found.append(f"pair+{own}{next_gap}{after[0]}")
    if number > 1:
        found += _prefixed("-2", features[number - 2].brief)
    if number + 2 < len(features):
        found += _prefixed("+2", features[number + 2].brief)
    (prose, prose_below), (short, short_below) = _near(page.prose_above, number), _near(page.short_above, number)
    found.append(f"near={prose}{int(features[number].prose)}{prose_below}")
    found.append(f"short={short}.{short_below}")
    return found


@lru_cache(maxsize=2048)
def _prefixed(prefix: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([prefix + part for part in parts])


def _near(above: Sequence[int], number: int) -> tuple[int, int]:
    """How many of the lines right above and right below one are counted, by how many are above each line."""
    below = above[min(number + 1 + _NEAR, len(above) - 1)] - above[number + 1]
    return above[number] - above[max(0, number - _NEAR)], below


def _repetition(page: Page, number: int, side: str) -> list[str]:
    line = page.features[number]
    found = []
    same = page.places[" ".join(line.words)]
    if len(same) > 1:
        where = "first" if same[0] == number else "last" if same[-1] == number else "mid"
        length = "long" if line.size >= 5 else "short"
        found.append(f"repeated={where}{min(3, len(same))}{length}")
        found.append(f"repeated={side}{length}")
    if len(line.words) >= 5:
        opening = page.openings[line.words[:5]]
        if opening != number and page.features[opening].words != line.words:
            found.append(f"opens like another={side}")
    return found
