"""Of a short story in the frame of a page hardly a line is lost, and of the frame hardly one is kept."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from itertools import cycle, pairwise
from pathlib import Path

import pytest

from annotators.boilerplate import label_blocks
from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

HERE = Path(__file__).parent / "short_stories"
FRAMES = tomllib.loads((HERE / "frames.toml").read_text(encoding="utf-8"))
ENGLISH = ("metro", "mag", "cast", "thin")
PARAGRAPH = 12


def stories(name: str) -> dict[str, list[str]]:
    parts = (HERE / name).read_text(encoding="utf-8").split("==== ")[1:]
    return {lines[0]: [line for line in lines[1:] if line] for lines in (part.split("\n") for part in parts)}


def framed(story: list[str], frame: str) -> list[tuple[str, bool]]:
    """The lines of a page, each with whether it is the story's; what stands amid it is set between paragraphs."""
    of_page = FRAMES[frame]
    rows = [(line, False) for line in of_page["top"]]
    rows += [(story[0], True), *((line, False) for line in of_page["head"])]
    amid = list(of_page["amid"])
    for above, line in pairwise(story):
        if amid and min(len(above.split()), len(line.split())) > PARAGRAPH:
            rows += [(text, False) for text in amid.pop(0)]
        rows.append((line, True))
    return [*rows, *((line, False) for line in of_page["bottom"])]


def judged(rows: list[tuple[str, bool]], between: str) -> tuple[int, int]:
    """How many of the story's lines are boilerplate, and how many others are kept, bylines and dates apart."""
    starts = [0]
    for line, _ in rows:
        starts.append(starts[-1] + len(line) + len(between))
    lost = left = 0
    for label in label_blocks(article_from_text(between.join(line for line, _ in rows), "a.txt")).blocks:
        told = rows[bisect_right(starts, label.start) - 1][1]
        lost += told and label.boilerplate
        left += not told and not label.boilerplate and label.kind not in ("byline", "timestamp")
    return lost, left


def counted(pages: list[list[tuple[str, bool]]]) -> tuple[float, float]:
    """The percentages of the story's lines that are lost, and of the frame's that are left."""
    found = [judged(rows, between) for rows, between in zip(pages, cycle(("\n", "\n\n")), strict=False)]
    told = sum(own for rows in pages for _, own in rows)
    other = sum(len(rows) for rows in pages) - told
    return 100 * sum(lost for lost, _ in found) / told, 100 * sum(left for _, left in found) / other


def test_of_english_ones_one_line_in_twenty_is_lost_and_one_in_sixty_is_left() -> None:
    lost, left = counted([framed(story, frame) for story in stories("english.txt").values() for frame in ENGLISH])
    assert lost <= 6
    assert left <= 1.7


def test_of_those_in_four_other_languages_five_lines_in_six_are_kept() -> None:
    lost, left = counted([framed(story, name[:2]) for name, story in stories("abroad.txt").items()])
    assert lost <= 18
    assert left <= 1.7


@pytest.mark.parametrize("frame", ENGLISH)
def test_a_notice_of_three_sentences_is_kept_whole(frame: str) -> None:
    rows = framed(stories("english.txt")["brief1"], frame)
    assert [judged(rows, between)[0] for between in ("\n", "\n\n")] == [0, 0]


def test_a_long_story_is_none_and_neither_is_a_text_without_a_frame() -> None:
    story = stories("english.txt")["brief1"]
    rows = framed(story, "metro")
    assert page_of(article_from_text("\n".join(line for line, _ in rows), "a.txt")).short
    long = [story[0], *(f"{line} It was the harbour's {number}th day." for number in range(9) for line in story[1:3])]
    assert not page_of(article_from_text("\n".join(line for line, _ in framed(long, "metro")), "a.txt")).short
    assert not page_of(article_from_text("\n".join(story), "a.txt")).short
