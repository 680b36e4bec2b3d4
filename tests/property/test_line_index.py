"""The line index against a wrap that looks at one character at a time and knows no shortcut."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from annotators.cleaning import Segment
from tui.safe_text import UNSAFE
from tui.widgets.article_pane.cells import NOT_SINGLE, clusters, painted, painted_run
from tui.widgets.article_pane.folds import FoldMap
from tui.widgets.article_pane.line_index import LineIndex

PIECES = [
    "word", "a", "of", " ", "  ", "     ", "-", ".", "“", "”", "superlongunbrokenword",
    "\n", "\n\n", "\r\n", "\r", "\t", "北", "京新聞", "、", "「", "」", "ｆ", "한국", "ก็",
    "e\u0301", "\u0301" * 12, "👨\u200d👩\u200d👧", "❤\ufe0f", "👍🏻", "🇮🇷", "🇮", "😀", "1\ufe0f\u20e3",
    "\u200d", "\ufe0f", "\u200c", "سلام", "می\u200cخواهم", "\u200f", "\u202e", "\x1b[31m", "\x9b", "\x00",
    "\u00ad", "\u200b", "\ufeff", "\u2028", "\x85",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=80),
    st.text(alphabet="ab  \n", max_size=200),
)
widths = st.integers(min_value=1, max_value=30)

NOT_FIRST = set("、。，．：；？！）」』】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NOT_LAST = set("（「『【〈《〔［｛")


def naive_paragraph(text: str, start: int, end: int, width: int) -> list[int]:
    """Starts of the lines of one paragraph, by walking its clusters."""
    lines = [start]
    column, candidate, candidate_column, before = 0, -1, 0, ""
    position = start
    for _ in range(2 * (end - start) + 1):
        if position >= end:
            break
        cluster = next(clusters(text, position, end, column))
        base = text[position]
        if base in " \t":
            column += cluster.cells
            candidate, candidate_column = cluster.end, column
        else:
            if position > lines[-1] and may_part(before, base):
                candidate, candidate_column = position, column
            if column + cluster.cells > width and position > lines[-1]:
                lines.append(candidate if candidate > lines[-1] else position)
                column = column - candidate_column if candidate > lines[-2] else 0
                candidate = -1
                continue
            column += cluster.cells
        before, position = base, cluster.end
    return lines


def may_part(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return any("\u2e80" <= one < "\U0001f000" and get_character_cell_size(one) == 2 for one in (before, after) if one)


def naive_lines(text: str, width: int, folds: FoldMap) -> list[int]:
    newline = "\r" if "\n" not in text and "\r" in text else "\n"
    lines: list[int] = []
    position = 0
    while position < len(text):
        fold = folds.at(position)
        if fold is not None and folds.starts[fold] == position:
            lines.append(position)
            if not folds.is_open(fold):
                position = folds.ends[fold]
                continue
        end = text.find(newline, position)
        following = len(text) if end < 0 else end + 1
        end = len(text) if end < 0 else end
        if newline == "\n" and end < len(text) and end > position and text[end - 1] == "\r":
            end -= 1
        lines += naive_paragraph(text, position, end, width)
        position = following
    return lines


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
    assert shown(text, list(index.starts)) == shown(text, naive_lines(text, width, folds))


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
    index.extend(line=chance.randint(0, 20))
    for _ in range(4):
        if not len(folds):
            break
        fold = chance.randrange(len(folds))
        folds = folds.with_opened(folds.opened ^ {folds.starts[fold]})
        index.refold(folds, folds.starts[fold])
        index.extend(line=chance.randint(0, 20))
    index.extend()
    assert shown(text, list(index.starts)) == shown(text, naive_lines(text, width, folds))


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
def test_what_is_painted_is_safe_and_as_wide_as_it_says(text: str) -> None:
    text = text.replace("\n", " ")
    column, pieces = 0, []
    for cluster in clusters(text, 0, len(text)):
        piece = painted(text, cluster)
        assert not UNSAFE.search(piece)
        pieces.append(piece)
        column += cluster.cells
    assert painted_run(text, 0, len(text), 0) == ("".join(pieces), column)


def test_every_character_of_the_fast_path_is_one_cell_and_no_mark() -> None:
    single = [chr(code) for code in range(0x110000) if not NOT_SINGLE.match(chr(code))]
    assert single
    assert [one for one in single if get_character_cell_size(one) != 1 or UNSAFE.match(one)] == []


def test_a_flood_of_combining_marks_is_one_cell_with_eight_marks() -> None:
    text = "e" + "\u0301" * 100_000
    (cluster,) = clusters(text, 0, len(text))
    assert cluster.cells == 1
    assert painted(text, cluster) == "e" + "\u0301" * 8


def test_emoji_sequences_and_flags_are_two_cells() -> None:
    for emoji in ("👨\u200d👩\u200d👧", "❤\ufe0f", "👍🏻", "🇮🇷", "😀"):
        assert [cluster.cells for cluster in clusters(emoji, 0, len(emoji))] == [2]
        assert cell_len(emoji) == 2
