"""Two versions of the same words as one line: what is in both, and in its place what only one has."""

from __future__ import annotations

from annotators.annotation import Span
from annotators.comparing import merged_versions, word_edits


def merged(left: str, right: str) -> str:
    ours, theirs = (Span(0, len(left)),), (Span(0, len(right)),)
    around = {"both": "{}", "left": "[-{}-]", "right": "{{+{}+}}"}
    pieces = merged_versions(left, ours, right, word_edits(left, ours, right, theirs))
    return "".join(around[version].format(piece) for piece, version in pieces)


def test_insertions_and_deletions_are_in_their_place() -> None:
    assert merged("We mended the old pumps", "We mended the pumps today") == "We mended the [-old-] pumps {+today+}"


def test_the_edits_of_one_word_are_one() -> None:
    assert merged("real Iranians, [including] TV", "real Iranians, (including) TV") == (
        "real Iranians, [-[including]-]{+(including)+} TV"
    )


def test_what_an_editor_put_in_brackets_stands_apart_as_it_did() -> None:
    assert merged("bots in Tirana", "bots in [the capital of] Tirana") == "bots in {+[the capital of]+} Tirana"


def test_the_left_words_are_all_there_once_what_the_right_added_is_left_out() -> None:
    left, right = "“The piers, he said, are (still) sound.”", "The piers are 'sound' still, he said."
    ours, theirs = (Span(0, len(left)),), (Span(0, len(right)),)
    pieces = merged_versions(left, ours, right, word_edits(left, ours, right, theirs))
    kept = "".join(piece for piece, version in pieces if version != "right")
    assert "".join(kept.split()) == "".join(left.split())
