"""Annotations that went through buffers, to another process or into a file, are those that were sent."""

from __future__ import annotations

import io
import random
from array import array

import pytest
from hypothesis import given

from annotators.annotation import AnnotationSet, BlockLabel, Mention, Span, Statement
from annotators.article import Article
from annotators.memory.buffers import laid_out, taken_up
from annotators.memory.frames import Buffer, frames_of, read_frame
from annotators.memory.packing import PACKED
from tests.property.articles import annotated


def sent(annotations: AnnotationSet) -> AnnotationSet:
    layout, buffers = laid_out(annotations)
    received = read_frame(io.BytesIO(b"".join(frames_of({"columns": layout}, buffers))))
    assert received is not None
    return annotations.replace(**taken_up(received["columns"], received["buffers"]))


@given(annotated())
def test_every_annotation_arrives(pair: tuple[Article, AnnotationSet]) -> None:
    _, annotations = pair
    once = sent(annotations)
    assert once == annotations
    assert sent(once) == annotations  # as columns, which they are now
    for name in PACKED:
        assert [type(one) for one in getattr(once, name)] == [type(one) for one in getattr(annotations, name)]


@pytest.mark.parametrize("number", [2, 300, 70_000])
def test_however_many_different_words_there_are(number: int) -> None:
    found = tuple(Mention(start=at, end=at + 1, label="PERSON", entity=f"e{at}\udc80") for at in range(number))
    assert sent(AnnotationSet(mentions=found)).mentions == found


def test_scores_have_four_places_unless_one_is_none_of_a_probability() -> None:
    def scores(*given: float | None) -> list[float | None]:
        labels = tuple(BlockLabel(start=0, end=1, kind="body", score=score) for score in given)
        return [label.score for label in sent(AnnotationSet(blocks=labels)).blocks]

    assert scores(0.123456, None, 0.0, 1.0, 2 / 3) == [0.1235, None, 0.0, 1.0, 0.6667]
    assert scores(0.123456, None, -3.5) == [0.123456, None, -3.5]
    assert scores(6.5535, None) == [6.5535, None]


SAID = Statement(start=0, end=9, id="s1", type="direct", content=(Span(0, 4), Span(6, 9)), cue=Span(4, 6))


def damage(buffer: Buffer, how: int) -> Buffer:
    if isinstance(buffer, str):
        return [buffer + "x", buffer[:-1] or "y", array("I")][how]
    changed = array(buffer.typecode, buffer)
    if how == 0:
        changed.append(0)
    elif how == 1:
        return array(buffer.typecode, changed[:-1]) if changed else ""
    else:
        return ""
    return changed


@pytest.mark.parametrize("how", range(3))
def test_buffers_that_do_not_fit_together_are_refused(how: int) -> None:
    layout, buffers = laid_out(AnnotationSet(statements=(SAID, SAID)))
    for position, buffer in enumerate(buffers):
        with pytest.raises((ValueError, TypeError)):
            taken_up(layout, [*buffers[:position], damage(buffer, how), *buffers[position + 1 :]])
    with pytest.raises((ValueError, TypeError)):
        taken_up(layout, buffers[:-1])


def test_numbers_of_words_that_are_not_in_the_table_are_refused() -> None:
    chance = random.Random(1)
    layout, buffers = laid_out(AnnotationSet(blocks=(BlockLabel(start=0, end=1, kind="body"),)), ["blocks"])
    for _ in range(50):
        wrong = [array("B", [chance.randrange(2, 256)]) if one.typecode == "B" else one for one in buffers]
        with pytest.raises(ValueError, match="column of blocks"):
            taken_up(layout, wrong)
