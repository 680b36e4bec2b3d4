from __future__ import annotations

from annotators.annotation import AnnotationSet, Layer, Mention
from annotators.cleaning import Segment
from tui.positions.counting import Counting

FOUND = AnnotationSet(mentions=tuple(Mention(start=at, end=at + 2, label="ORG") for at in (0, 10, 20, 30)))


def test_a_place_is_counted_among_the_layers_that_are_lit() -> None:
    counting = Counting(FOUND)
    assert counting.words(10, {Layer.ENTITIES}) == "2/4"
    assert counting.words(9, {Layer.ENTITIES, Layer.QUOTES}) == "1/4"
    assert counting.words(10, {Layer.QUOTES}) == ""


def test_later_annotations_at_the_same_offset_are_not_counted_yet() -> None:
    together = AnnotationSet(mentions=tuple(Mention(start=at, end=30, label="ORG") for at in (0, 0, 9)))
    assert [Counting(together).words(0, {Layer.ENTITIES}, to_come) for to_come in (1, 0)] == ["1/3", "2/3"]
    folded = Counting(together, (Segment(9, 30, ("ad",), 1),))
    assert folded.words(9, {Layer.ENTITIES}, 1) == "2/2"


def test_folded_annotations_are_not_counted() -> None:
    counting = Counting(FOUND, (Segment(0, 5, ("nav",), 1), Segment(20, 21, ("ad",), 1)))
    assert counting.words(30, {Layer.ENTITIES}) == "2/2"
