"""Annotations: what a layer holds, how spans are ordered, merged and flattened."""

import pytest

from annotators.annotation import (
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Run,
    Span,
    Statement,
    flatten,
    in_order,
    merge,
)


def statement(start: int, end: int) -> Statement:
    return Statement(id="s1", type="direct", start=start, end=end, content=(Span(start, end),))


def test_an_annotation_has_something_in_it():
    for start, end in ((3, 3), (4, 3), (-1, 2)):
        with pytest.raises(ValueError, match="0 <= start < end"):
            Mark(start=start, end=end, kind="direct")


def test_the_quotes_layer_holds_statements_and_the_marks_outside_them():
    inside, outside = Mark(start=2, end=5, kind="nested"), Mark(start=20, end=25, kind="scare")
    annotations = AnnotationSet(marks=(inside, outside), statements=(statement(0, 10),))
    assert annotations.free_marks == (outside,)
    assert annotations.layer(Layer.QUOTES) == (annotations.statements[0], outside)


def test_the_structure_layer_holds_what_the_clean_view_strips_and_inline_labels():
    body, caption = BlockLabel(start=0, end=5, kind="body"), BlockLabel(start=6, end=20, kind="caption")
    credit = BlockLabel(start=15, end=20, kind="credit")
    annotations = AnnotationSet(blocks=(body, caption), inline=(credit,))
    assert annotations.layer(Layer.STRUCTURE) == (caption, credit)
    assert (body.boilerplate, caption.boilerplate) == (False, True)


def test_entities_and_notes_are_layers_of_their_own():
    mention = Mention(start=0, end=4, label="GPE", entity="e1")
    note = Note(start=1, end=2, id="n1")
    annotations = AnnotationSet(mentions=(mention,), notes=(note,), entities=(Entity("e1", "Iran", "GPE"),))
    assert annotations.layer(Layer.ENTITIES) == (mention,)
    assert annotations.layer(Layer.NOTES) == (note,)
    assert annotations.mentions_of == {"e1": (mention,)}
    assert annotations.entity_by_id["e1"].name == "Iran"


def test_a_layer_is_ready_when_its_annotator_has_run_even_if_it_found_nothing():
    annotations = AnnotationSet().with_layer(Layer.QUOTES, marks=())
    assert annotations.ready == {Layer.QUOTES}


def test_order_is_by_start_and_then_longest_first():
    marks = [Mark(start=start, end=end, kind="direct") for start, end in ((3, 4), (0, 2), (0, 9))]
    assert [one.span for one in in_order(marks)] == [(0, 9), (0, 2), (3, 4)]


def test_merging_joins_what_overlaps_or_touches():
    assert merge([Span(5, 7), Span(0, 2), Span(1, 3), Span(3, 4)]) == [(0, 4), (5, 7)]


def test_flattening_cuts_at_every_edge():
    assert list(flatten([Span(0, 5), Span(3, 8), Span(10, 11)])) == [
        Run(0, 3, (0,)),
        Run(3, 5, (0, 1)),
        Run(5, 8, (1,)),
        Run(10, 11, (2,)),
    ]


def test_a_silence_is_shown_by_its_cue() -> None:
    said = Statement(id="s1", type="direct", start=4, end=9, content=(Span(4, 9),), cue=Span(10, 14))
    assert said.shown == (Span(4, 9),)
    silent = Statement(id="s2", type="indirect", start=5, end=20, content=(), cue=Span(5, 20))
    assert silent.shown == (Span(5, 20),)
