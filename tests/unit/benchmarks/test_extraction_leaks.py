"""What an extractor loses at the opening of a story, and what boilerplate it leaves in."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.extraction.leaks import kept_text, leaks, segments

PAGE: dict[str, Any] = {
    "title": "Ferry meets the quay wall",
    "body": "The ferry left at noon with forty people aboard.\nNobody was hurt when it met the quay wall.",
    "blocks": [["subhead", "Today"], ["summary", "The ferry left at noon with forty people aboard."]],
    "images": [{"caption": "The quay in the morning", "credit": "Kari Dahl"}],
}


def counted(text: str, page: dict[str, Any] = PAGE) -> dict[str, tuple[int, int]]:
    return leaks({"p": page}, {"p": text})


def test_the_story_alone_loses_nothing_and_leaves_nothing_in() -> None:
    expected = {"opening": (1, 1), "headline": (0, 1), "captions": (0, 1), "credits": (0, 1)}
    assert counted(PAGE["body"]) == expected


def test_what_is_left_in_is_counted() -> None:
    found = counted(f"{PAGE['title']}\nThe quay in the morning. Kari Dahl\n" + PAGE["body"])
    assert (found["headline"], found["captions"], found["credits"]) == ((1, 1), (1, 1), (1, 1))


def test_a_story_without_its_opening_has_lost_it() -> None:
    assert counted("Nobody was hurt when it met the quay wall.")["opening"] == (0, 1)


def test_what_a_set_does_not_tell_is_counted_of_none() -> None:
    bare = {"body": "Words.", "blocks": [["boilerplate", "Home"]]}
    assert set(counted("Words.", bare).values()) == {(0, 0)}
    assert counted("Words.", {"body": "Words.", "headline": ["A long headline"]})["headline"] == (0, 1)


def test_strings_that_must_and_must_not_be_there() -> None:
    gold = {"p": {"with": ["left at noon", "was hurt"], "without": ["Sign up", "quay wall"]}}
    found = segments(gold, {"p": "The ferry left at noon; it met the quay wall."})
    assert found == {"P": pytest.approx(50), "R": pytest.approx(50), "F1": pytest.approx(50)}
    assert segments(gold, {}) == {"P": 0, "R": 0, "F1": 0}


def test_kept_text_leaves_out_boilerplate_and_what_is_cut_out_of_a_block() -> None:
    document = {
        "text": "Home\nThe ferry left. Read more: Ferries",
        "blocks": [
            {"start": 0, "end": 4, "kind": "nav", "boilerplate": True},
            {"start": 5, "end": 39, "kind": "body", "boilerplate": False},
        ],
        "inline": [{"start": 21, "end": 39, "kind": "related", "boilerplate": True}],
    }
    assert kept_text(document, ["body"]) == "The ferry left. "
