"""What lies where on the text: styled runs, the order of annotations, folds, the minimap, the column."""

from __future__ import annotations

import random

import pytest

from annotators.annotation import Annotation, Layer, Mention, Note, Span, Statement, in_order
from annotators.cleaning import Segment
from tui.widgets.article_pane.annotation_order import AnnotationOrder
from tui.widgets.article_pane.column import column_for
from tui.widgets.article_pane.folds import FoldMap
from tui.widgets.article_pane.layer_styles import BITS
from tui.widgets.article_pane.minimap import GLYPHS, thumb_rows
from tui.widgets.article_pane.scene import Scene
from tui.widgets.article_pane.span_runs import SpanRuns

TEXT = "Lund accuses Harbours of stowing away papers for some Islanders."


def test_several_notes_on_the_same_words_are_each_stepped_to() -> None:
    order = AnnotationOrder()
    notes = [Note(start=5, end=12, id=name, text=text) for name, text in (("n2", ""), ("n1", "why?"))]
    last = Note(start=20, end=24, id="n3")
    order.set_layer(Layer.NOTES, [*notes, last])
    order.set_layer(Layer.ENTITIES, [Mention(start=5, end=12, label="ORG")])
    mention = at = order.after(0, None, Layer)
    forward: list[Annotation] = []
    while at is not None:
        forward.append(at)
        at = order.after(0, at, Layer)
    assert mention is not None
    assert forward == [mention, *notes, last]
    back: list[Annotation] = [last]
    while (at := order.before(0, back[-1], Layer)) is not None:
        back.append(at)
    assert back == forward[::-1]


def random_spans(chance: random.Random, count: int) -> list[tuple[int, int, int]]:
    starts = [chance.randrange(60) for _ in range(count)]
    return [(start, start + chance.randint(1, 12), 1 << chance.randrange(4)) for start in starts]


@pytest.mark.parametrize("seed", range(40))
def test_runs_light_each_character_as_the_spans_over_it_do(seed: int) -> None:
    chance = random.Random(seed)
    spans = random_spans(chance, chance.randrange(12))
    start, end = sorted(chance.sample(range(80), 2))
    marks: list[tuple[int, int]] = []
    SpanRuns(spans).mark(start, end, marks)
    for offset in range(start, end):
        expected = 0
        for first, last, mask in spans:
            expected |= mask if first <= offset < last else 0
        assert sum(delta for at, delta in marks if at <= offset) == expected


@pytest.mark.parametrize("seed", range(40))
def test_runs_touch_a_stretch_when_a_span_does(seed: int) -> None:
    chance = random.Random(seed)
    spans = random_spans(chance, 4)
    runs = SpanRuns(spans)
    for start in range(70):
        expected = any(first < start + 3 and last > start for first, last, _ in spans)
        assert runs.touches(start, start + 3) is expected


def order_of(chance: random.Random) -> tuple[AnnotationOrder, dict[Layer, tuple]]:
    def spans() -> list[Span]:
        return [Span(start, end) for start, end, _ in random_spans(chance, chance.randrange(9))]

    layers = {
        Layer.ENTITIES: in_order([Mention(start=a, end=b, label="ORG") for a, b in set(spans())]),
        Layer.QUOTES: in_order(
            [Statement(start=a, end=b, id="s", type="direct", content=(Span(a, b),)) for a, b in set(spans())]
        ),
        Layer.NOTES: in_order([Note(start=a, end=b, id="n") for a, b in set(spans())]),
    }
    order = AnnotationOrder()
    for layer, found in layers.items():
        order.set_layer(layer, found)
    return order, layers


@pytest.mark.parametrize("seed", range(60))
def test_stepping_forward_visits_every_annotation_of_the_lit_layers_once_and_back_again(seed: int) -> None:
    chance = random.Random(seed)
    order, layers = order_of(chance)
    lit = [layer for layer in layers if chance.random() < 0.7]
    rank = {layer: number for number, layer in enumerate(Layer)}
    everything = sorted(
        ((one.start, -one.end, rank[layer], one) for layer in lit for one in layers[layer]), key=lambda key: key[:3]
    )
    visited, current = [], None
    while (current := order.after(0, current, lit)) is not None:
        visited.append(current)
    assert visited == [key[3] for key in everything]
    backward, current = [], None
    while (current := order.before(100, current, lit)) is not None:
        backward.append(current)
    assert backward == visited[::-1]


@pytest.mark.parametrize("seed", range(30))
def test_the_annotation_at_a_character_is_the_shortest_over_it(seed: int) -> None:
    order, layers = order_of(random.Random(seed))
    for offset in range(75):
        over = [one for found in layers.values() for one in found if one.start <= offset < one.end]
        shown = order.at(offset, list(layers))
        shortest = min((one.end - one.start for one in over), default=None)
        assert (shown.end - shown.start if shown else None) == shortest
        assert shown is None or shown in over


def test_from_a_place_with_no_current_annotation_the_one_that_starts_there_comes_next() -> None:
    order = AnnotationOrder()
    mention = Mention(start=13, end=20, label="ORG")
    order.set_layer(Layer.ENTITIES, (mention,))
    assert order.after(13, None, [Layer.ENTITIES]) is mention
    assert order.after(14, None, [Layer.ENTITIES]) is None
    assert order.before(13, None, [Layer.ENTITIES]) is None
    assert order.after(0, None, [Layer.QUOTES]) is None


def test_a_fold_says_what_it_hides_and_is_cut_to_the_column() -> None:
    folds = FoldMap([Segment(0, 5), Segment(5, 13, ("caption", "credit"), 3), Segment(13, 64)])
    assert folds.summary(0, 72) == "▸ 3 lines stripped: caption, credit"
    assert folds.summary(0, 10) == "▸ 3 lines…"
    assert folds.with_opened(frozenset({5})).summary(0, 72).startswith("▾")


def test_a_kind_with_an_escape_in_it_is_shown_and_not_sent() -> None:
    assert "\x1b" not in FoldMap([Segment(0, 5, ("\x1b[2J",), 1)]).summary(0, 72)


def test_text_without_what_folds_hide() -> None:
    folds = FoldMap([Segment(5, 13, ("ad",), 1), Segment(21, 24, ("ad",), 1)])
    assert folds.unfolded(TEXT, 0, len(TEXT)) == TEXT[:5] + TEXT[13:21] + TEXT[24:]
    assert folds.unfolded(TEXT, 7, 9) == ""
    assert folds.unfolded(TEXT, 8, 22) == TEXT[13:21]
    opened = folds.with_opened(frozenset({5}))
    assert opened.unfolded(TEXT, 0, len(TEXT)) == TEXT[:21] + TEXT[24:]
    assert (opened.closed_at(6), opened.closed_at(22), opened.at(6)) == (None, 1, 0)


@pytest.mark.parametrize("width", range(1, 200))
def test_the_shares_of_the_width_fit_into_it_and_the_text_is_never_wider_than_the_measure(width: int) -> None:
    for measure in (1, 40, 72, 500):
        column = column_for(width, measure)
        assert column.left + column.text + 2 * column.bar <= max(width, 1)  # a blank cell before the bar
        assert 1 <= column.text <= measure


def test_the_text_is_centred() -> None:
    column = column_for(100, 60)
    assert (column.left, column.width - column.bar - column.left - column.text) == (19, 20)


def test_the_thumb_is_nowhere_when_all_is_seen_and_at_the_ends_at_the_ends() -> None:
    assert list(thumb_rows(10, 0, 100, 100)) == []
    assert list(thumb_rows(10, 0, 20, 1000)) == [0]
    assert list(thumb_rows(10, 980, 1000, 1000)) == [9]
    assert list(thumb_rows(10, 500, 700, 1000)) == [5, 6]
    assert list(thumb_rows(0, 0, 5, 10)) == []


def test_speaker_and_cue_inside_what_is_related_get_both_looks_and_no_third() -> None:
    content = (Span(0, 5), Span(15, 20))
    said = Statement(start=0, end=20, id="s1", type="direct", content=content, speaker=Span(6, 10), cue=Span(8, 12))
    scene = Scene()
    scene.related = SpanRuns([(0, 20, BITS["related"])])
    scene.set_overlay(said, None, None)
    marks = scene.marks(0, 20)
    for offset in range(20):
        mask = sum(change for at, change in marks if at <= offset)
        voiced, current = 6 <= offset < 12, offset < 5 or offset >= 15
        assert mask == BITS["related"] | voiced * BITS["voice"] | current * BITS["current"], offset


def test_no_sign_of_the_bar_reads_as_a_quotation_mark() -> None:
    assert not set("".join(GLYPHS)) & set("“”„‟\"'‘’‚«»‹›「」『』")
