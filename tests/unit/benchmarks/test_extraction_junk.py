"""What counts as junk in an extracted text, and what stripping it costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.extraction.junk import Tally, kept_offsets, runs_gone, tally
from benchmarks.extraction.plain import junk
from benchmarks.extraction.running import gold_of
from training.boilerplate.cleaned.story_lines import story_lines

BODY = "The ferry left at noon with forty people aboard.\nCalm water\nNobody was hurt when it met the quay wall."
TEXT = (
    "Share\n"
    "The ferry left at noon with forty people aboard.\n"
    "Share\n"
    "Photo: the quay in the morning\n"
    "Calm water\n"
    "Nobody was hurt when it met the quay wall.\n"
    "Sign up for the harbour letter"
)


def line(number: int) -> tuple[int, int]:
    """Where a line of the text is."""
    start = sum(len(one) + 1 for one in TEXT.split("\n")[:number])
    return start, start + len(TEXT.split("\n")[number])


def document(stripped: list[tuple[str, int]], cut: tuple[int, int] | None = None) -> dict[str, object]:
    blocks = []
    kinds = {number: kind for kind, number in stripped}
    for number in range(7):
        start, end = line(number)
        kind = kinds.get(number, "body")
        blocks.append({"start": start, "end": end, "kind": kind, "boilerplate": kind != "body" and kind != "deck"})
    inline = [{"start": cut[0], "end": cut[1], "kind": "credit", "boilerplate": True}] if cut else []
    return {"text": TEXT, "blocks": blocks, "inline": inline}


def counted(stripped: list[tuple[str, int]], *kinds: str, cut: tuple[int, int] | None = None) -> Tally:
    """The counts of a document whose lines with these numbers are of these kinds, the others the story's body."""
    made = document(stripped, cut)
    return tally(story_lines(TEXT, BODY), kept_offsets(made, kinds or ["body"]), kept_offsets(made))


def test_lines_are_the_storys_when_runs_of_words_are() -> None:
    assert [one.junk for one in story_lines(TEXT, BODY)] == [True, False, True, True, False, False, True]


def test_a_short_line_is_known_by_what_it_stands_between() -> None:
    subhead = story_lines("Nobody knew why\nCalm water\nNobody was hurt when it met the quay wall.", BODY)[1]
    assert not subhead.junk
    alone = story_lines("Calm water\nSign up for the harbour letter", BODY)[0]
    assert alone.junk


def test_what_is_stripped_is_counted_in_lines_and_words() -> None:
    found = counted([("nav", 0), ("caption", 3), ("ad", 4)])
    assert (found.hits, found.junk, found.stripped, found.lines) == (2, 4, 3, 7)
    assert (found.precision, found.recall) == (pytest.approx(66.7, abs=0.1), 50.0)
    assert found.f1 == pytest.approx(200 * 2 / 7)
    assert (found.lost, found.story) == (2, 20)


def test_a_kept_kind_that_is_no_part_of_the_story_asked_for_is_lost_but_not_hidden() -> None:
    apart = counted([("deck", 1)])
    assert (apart.lost, apart.hidden) == (9, 0)
    assert apart.percent(apart.lost) == 45
    assert counted([("deck", 1)], "body", "deck").lost == 0


def test_a_word_cut_out_of_a_kept_line_is_lost_though_the_line_is_not() -> None:
    start, _ = line(1)
    found = counted([], cut=(start, start + 9))
    assert (found.stripped, found.lost, found.hidden) == (0, 2, 2)


def test_a_page_without_gold_or_without_text_has_nothing_to_lose() -> None:
    assert story_lines("", BODY) == []
    nothing = tally([], bytearray(), bytearray())
    assert (nothing.f1, nothing.percent(0), nothing.precision, nothing.recall) == (0, 0, 0, 0)
    assert all(one.junk for one in story_lines("Sign up\nfor letters", "Other words"))


def test_pages_are_chosen_by_the_language_that_they_name(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    heads = {"a": '<html class="x" lang="en-GB">', "b": "<HTML LANG=de>", "c": "<html>", "d": "<p lang=en>"}
    for name, head in heads.items():
        (tmp_path / "html" / f"{name}.html").write_text(head)
    (tmp_path / "gold.json").write_text(json.dumps({name: {"body": ""} for name in heads}))
    assert list(gold_of(tmp_path, language="en")) == ["a"]
    assert list(gold_of(tmp_path, language="de")) == ["b"]
    assert list(gold_of(tmp_path, sample=2)) == list(gold_of(tmp_path, sample=2))
    assert len(gold_of(tmp_path, sample=9)) == 4


def test_words_that_are_said_again_in_what_is_kept_are_not_gone() -> None:
    caption, story = "The mayor opened the new bridge.", "On Monday the mayor opened the new bridge and left."
    text = f"{caption}\n{story}"
    kept = bytearray(len(text))
    kept[len(caption) + 1 :] = b"\1" * len(story)
    assert runs_gone(text, kept, story) == (7, 0)
    assert runs_gone(text, bytearray(len(text)), story) == (7, 7)


def test_what_is_lost_in_captions_is_told_apart() -> None:
    caption, story = "The mayor opened the new bridge.", "On Monday the mayor opened the new bridge and left."
    text, at = f"{caption}\n{story}", len(caption) + 1

    def cells(first: str, second: str) -> tuple[str, str, str]:
        blocks = [
            {"start": 0, "end": len(caption), "kind": first, "boilerplate": first == "caption"},
            {"start": at, "end": len(text), "kind": second, "boilerplate": second == "related"},
        ]
        found = junk({"a": {"body": story}}, {"a": {"text": text}}, {"a": {"text": text, "blocks": blocks}}, "body")
        return found["lost %"], found["captions %"], found["gone %"]

    assert cells("caption", "body") == ("37.50", "37.50", "0.00")
    assert cells("body", "related") == ("62.50", "0.00", "57.14")
