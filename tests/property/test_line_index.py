"""The line index against a wrap that looks at one character at a time and knows no shortcut."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from annotators.cleaning import Segment
from tests.naive_wrap import naive_lines
from tui.terminal.safe_text import unsafe
from tui.widgets.article_pane.cells import NOT_SINGLE, WIDE, clusters, painted, painted_run
from tui.widgets.article_pane.folds import FoldMap
from tui.widgets.article_pane.line_index import LineIndex

PIECES = [
    "word", "a", "of", " ", "  ", "     ", "-", ".", "“", "”", "superlongunbrokenword",
    "\n", "\n\n", "\r\n", "\r", "\t", "北", "京新聞", "、", "「", "」", "ｆ", "한국", "ก็",
    "e\u0301", "\u0301" * 12, "👨\u200d👩\u200d👧", "❤\ufe0f", "👍🏻", "🇮🇷", "🇮", "😀", "1\ufe0f\u20e3",
    "\u200d", "\ufe0f", "\u200c", "سلام", "می\u200cخواهم", "\u200f", "\u202e", "\x1b[31m", "\x9b", "\x00",
    "\u00ad", "\u200b", "\ufeff", "\u2028", "\x85",
]  # fmt: skip
PLAIN = [*["word", "of", " ", " ", "  ", "longer"] * 4, "\n", "\r\n", "\n\n", "北"]
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=80),
    st.text(alphabet="ab  \n", max_size=200),
    st.lists(st.sampled_from(PLAIN), max_size=400).map("".join),
)
widths = st.integers(min_value=1, max_value=30)


def shown(text: str, lines: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip(lines, [*lines, len(text)][1:], strict=True)]


def folds_of(text: str, chance: random.Random) -> FoldMap:
    edges = [match.end() for match in re.finditer("\n", text)]
    segments, position = [], 0
    for edge in edges:
        if chance.random() < 0.3:
            segments.append(Segment(position, edge, ("ad",), 1))
        position = edge
    opened = frozenset(segment.start for segment in segments if chance.random() < 0.5)
    return FoldMap(segments, opened)


@settings(max_examples=600, deadline=None)
@given(texts, widths, st.randoms(use_true_random=False))
def test_the_index_wraps_like_the_naive_wrap_for_any_text_width_and_folds(
    text: str, width: int, chance: random.Random
) -> None:
    folds = folds_of(text, chance)
    index = LineIndex(text, width, folds)
    index.extend()
    assert shown(text, list(index.starts)) == [text[start:end] for start, end, _ in naive_lines(text, width, folds)]


@settings(max_examples=300, deadline=None)
@given(texts, widths, st.randoms(use_true_random=False))
def test_stopping_and_going_on_anywhere_gives_the_same_lines(text: str, width: int, chance: random.Random) -> None:
    whole = LineIndex(text, width)
    whole.extend()
    index = LineIndex(text, width)
    while not index.complete:
        if chance.random() < 0.5:
            index.extend(line=len(index) + chance.randint(0, 3))
        else:
            index.extend(offset=min(len(text), index.position + chance.randint(0, 9)))
    assert index.starts == whole.starts


@settings(max_examples=200, deadline=None)
@given(texts, widths, st.randoms(use_true_random=False))
def test_opening_and_closing_folds_gives_the_lines_of_a_new_index(text: str, width: int, chance: random.Random) -> None:
    folds = folds_of(text, chance)
    index = LineIndex(text, width, folds)
    index.extend(line=chance.choice([chance.randint(0, 20), 300]))
    for _ in range(4):
        if not len(folds):
            break
        fold = chance.randrange(len(folds))
        folds = folds.with_opened(folds.opened ^ {folds.starts[fold]})
        index.refold(folds, folds.starts[fold])
        index.extend(line=chance.choice([chance.randint(0, 20), 300]))
    index.extend()
    assert shown(text, list(index.starts)) == [text[start:end] for start, end, _ in naive_lines(text, width, folds)]


def test_a_fold_that_is_opened_again_may_hold_wide_characters_that_the_lines_after_it_do_not() -> None:
    text = "one 北京新聞 of many " * 4 + "\n" + "word of longer " * 300
    folds = FoldMap([Segment(0, text.index("\n") + 1, ("ad",), 1)])
    index = LineIndex(text, 7, folds)
    index.extend()
    folds = folds.with_opened(frozenset({0}))
    index.refold(folds, 0)
    index.extend()
    assert shown(text, list(index.starts)) == [text[start:end] for start, end, _ in naive_lines(text, 7, folds)]


@settings(max_examples=300, deadline=None)
@given(texts, widths)
def test_every_character_is_on_the_line_the_index_says_and_lines_fit(text: str, width: int) -> None:
    index = LineIndex(text, width)
    index.extend()
    if not text:
        assert index.line_of(0) == 0
        return
    assert index.starts[0] == 0
    for offset in range(len(text)):
        start, end = index.span(index.line_of(offset))
        assert start <= offset < end
    for line in range(len(index)):
        start, end = index.span(line)
        on_line = list(clusters(text, start, start + len(text[start:end].rstrip("\r\n"))))
        while on_line and text[on_line[-1].start] in " \t":
            on_line.pop()
        assert sum(cluster.cells for cluster in on_line) <= width or len(on_line) == 1


@settings(max_examples=300, deadline=None)
@given(texts)
def test_painted_text_is_safe_and_has_its_stated_width(text: str) -> None:
    text = text.replace("\n", " ")
    column, pieces = 0, []
    for cluster in clusters(text, 0, len(text)):
        piece = painted(text, cluster)
        assert not unsafe().search(piece)
        pieces.append(piece)
        column += cluster.cells
    assert painted_run(text, 0, len(text), 0) == ("".join(pieces), column)


def test_every_character_of_the_fast_path_is_one_cell_and_no_mark() -> None:
    single = [chr(code) for code in range(0x110000) if not NOT_SINGLE.match(chr(code))]
    assert single
    assert [one for one in single if get_character_cell_size(one) != 1 or unsafe().match(one)] == []


def test_every_character_that_is_taken_to_be_wide_without_looking_is() -> None:
    wide = [chr(code) for first, last in WIDE for code in range(ord(first), ord(last) + 1)]
    assert len(wide) > 30_000
    assert [one for one in wide if get_character_cell_size(one) != 2 or unsafe().match(one)] == []


def test_a_flood_of_combining_marks_is_one_cell_with_eight_marks() -> None:
    text = "e" + "\u0301" * 100_000
    (cluster,) = clusters(text, 0, len(text))
    assert cluster.cells == 1
    assert painted(text, cluster) == "e" + "\u0301" * 8


def test_emoji_sequences_and_flags_are_two_cells() -> None:
    for emoji in ("👨\u200d👩\u200d👧", "❤\ufe0f", "👍🏻", "🇮🇷", "😀"):
        assert [cluster.cells for cluster in clusters(emoji, 0, len(emoji))] == [2]
        assert cell_len(emoji) == 2
