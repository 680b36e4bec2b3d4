"""Lines that the same words in capitals and a bar open."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.signposts import with_signposts

STORY = "The council voted on Tuesday to close the old bridge."


def kinds_of(*lines: str) -> list[str]:
    labels, at = [], 0
    for line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind="body", score=0.9))
        at += len(line) + 1
    return [label.kind for label in with_signposts("\n".join(lines), labels)]


def test_lines_that_open_alike_in_capitals_lead_to_other_stories() -> None:
    lines = "NOCH EINE MELDUNG | Brücke gesperrt", STORY, "NOCH EINE MELDUNG | Fähre fährt wieder"
    assert kinds_of(*lines) == ["related", "body", "related"]


def test_a_single_one_is_the_storys() -> None:
    assert kinds_of("THE BRIDGE | A history", STORY, "THE FERRY | Its end") == ["body"] * 3


def test_sentences_and_small_letters_are_the_storys() -> None:
    assert kinds_of("DAY ONE | It rained.", "DAY ONE | It cleared.") == ["body"] * 2
    assert kinds_of("Day one | The bridge", "Day one | The ferry") == ["body"] * 2
