"""What is shown on the text besides its words: which styles apply where, and what the gutter says.

The scene does not know of lines or cells; it is asked about spans of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotators.annotation import Annotation, AnnotationSet, Layer, Span, Statement, merge
from tui.widgets.article_pane.annotation_order import AnnotationOrder
from tui.widgets.article_pane.gutter_names import UNSURE, GutterNames
from tui.widgets.article_pane.layer_runs import layer_runs
from tui.widgets.article_pane.layer_styles import (
    BITS,
    BOILERPLATE_MARK,
    NOTE_MARK,
    NOTED,
    POINTER,
    QUOTE_MARK,
    SAID,
    link_runs,
    structure_spans,
)
from tui.widgets.article_pane.span_runs import NO_RUNS, JoinedRuns, SpanRuns, StyledSpan

if TYPE_CHECKING:
    from annotators.links import Link

__all__ = ["Scene"]

Marks = list[tuple[int, int]]
"""Where styles begin (offset, mask) and end (offset, -mask)."""

_FIELDS = {
    Layer.ENTITIES: ("mentions",),
    Layer.QUOTES: ("statements", "marks"),
    Layer.STRUCTURE: ("blocks", "inline"),
    Layer.NOTES: ("notes",),
}


def _mask(layers: frozenset[Layer]) -> int:
    return sum(1 << position for position, layer in enumerate(Layer) if layer in layers)


class Scene:
    """Annotations, search matches, cursor and selection, as styles over the text.

    The runs of a layer are built when they are first needed, so that a hidden layer costs nothing.
    """

    def __init__(self) -> None:
        self.annotations = AnnotationSet()
        self.version = 0
        self._lit: frozenset[Layer] = frozenset(Layer)
        self._matches = NO_RUNS
        self.lit_mask = _mask(self._lit)
        self._dims_boilerplate = False
        self.related = NO_RUNS
        self._links = NO_RUNS
        self.overlay: list[StyledSpan] = []
        self.hints: Mapping[int, str] = {}
        self.pointer: int | None = None
        self._runs: dict[Layer, SpanRuns | JoinedRuns] = {}
        self._type: SpanRuns | None = None
        self._beneath: tuple[SpanRuns | JoinedRuns, ...] | None = None
        self._order = AnnotationOrder()
        self._ordered: set[Layer] = set()
        self._labels: GutterNames | None = None

    @property
    def lit(self) -> frozenset[Layer]:
        """The layers that are shown."""
        return self._lit

    @lit.setter
    def lit(self, layers: frozenset[Layer]) -> None:
        self._lit = layers
        self.lit_mask = _mask(layers)
        self.version += 1
        self._beneath = None

    @property
    def dims_boilerplate(self) -> bool:
        """Whether boilerplate is dimmed even if its layer is hidden."""
        return self._dims_boilerplate

    @dims_boilerplate.setter
    def dims_boilerplate(self, dims: bool) -> None:
        self._dims_boilerplate = dims
        self._beneath = None

    @property
    def matches(self) -> SpanRuns:
        """The matches of a search."""
        return self._matches

    @matches.setter
    def matches(self, runs: SpanRuns) -> None:
        self._matches = runs
        self.version += 1

    def set_links(self, links: Sequence[Link]) -> None:
        """Sets the links of the article, which are shown whichever layers are on."""
        self._links = link_runs(links)
        self._beneath = None

    def set_annotations(self, annotations: AnnotationSet) -> bool:
        """Replaces the annotations; returns whether anything visible may have changed."""
        before, self.annotations = self.annotations, annotations
        changed = False
        self.version += 1
        for layer, fields in _FIELDS.items():
            if any(getattr(before, name) is not getattr(annotations, name) for name in fields):
                changed = True
                self._beneath = None
                self._runs.pop(layer, None)
                self._ordered.discard(layer)
                if layer is Layer.STRUCTURE:
                    self._type = self._labels = None
        return changed

    def runs(self, layer: Layer) -> SpanRuns | JoinedRuns:
        """The styled runs of a layer."""
        found = self._runs.get(layer)
        if found is None:
            found = self._runs[layer] = layer_runs(self.annotations, layer)
        return found

    def order(self, layers: Iterable[Layer]) -> AnnotationOrder:
        """The annotations in stepping order, up to date for some layers."""
        for layer in layers:
            if layer not in self._ordered:
                self._order.set_layer(layer, self.annotations.layer(layer))
                self._ordered.add(layer)
        return self._order

    def marks(self, start: int, end: int) -> Marks:
        """The styles over `[start, end)`, in no order."""
        marks: Marks = []
        if self._beneath is None:
            self._beneath = self._put_together()
        for runs in self._beneath:
            runs.mark(start, end, marks)
        if len(self.related):
            self.related.mark(start, end, marks)
        if len(self._matches):
            self._matches.mark(start, end, marks)
        for first, last, mask in self.overlay:
            if first < end and last > start:
                marks.append((max(first, start), mask))
                marks.append((min(last, end), -mask))
        return marks

    def named(self, start: int, end: int) -> bool:
        """Whether the gutter beside `[start, end)` says anything that no style over it does."""
        pointed = self.pointer is not None and start <= self.pointer < end
        return pointed or (self._shows(Layer.STRUCTURE) and self._kind_at(start, end) is not None)

    def gutter(self, start: int, end: int, styles: int) -> tuple[str, str]:
        """For a line: the kind of the boilerplate block that begins on it, or that it is unsure, and its one mark.

        `styles` are all that lie over part of it.
        """
        kind = self._kind_at(start, end) if self._shows(Layer.STRUCTURE) else None
        if self.pointer is not None and start <= self.pointer < end:
            return kind or "", POINTER
        if styles & NOTED:
            return kind or "", NOTE_MARK
        if styles & SAID:
            return kind or "", QUOTE_MARK
        return kind or "", "" if kind in {None, UNSURE} else BOILERPLATE_MARK

    def fold_mark(self, start: int, end: int) -> str:
        """The gutter's mark beside the line of a fold that hides `[start, end)`; an open one hides nothing."""
        return POINTER if self.pointer is not None and start <= self.pointer < end else ""

    def passing(self) -> list[tuple[int, int]]:
        """The spans that the next key is likely to change: the cursor, a selection."""
        spans = [(start, end) for start, end, _ in self.overlay]
        if self.pointer is not None:
            spans.append((self.pointer, self.pointer + 1))
        return spans

    def hints_in(self, start: int, end: int) -> dict[int, str]:
        """The hints whose letters begin within `[start, end)`, by offset."""
        return {offset: letters for offset, letters in self.hints.items() if start <= offset < end}

    def set_overlay(self, current: Annotation | None, match: Span | None, selection: tuple[int, int] | None) -> None:
        """Sets the current annotation, the current match and the selection.

        With a quote its speaker and cue are highlighted.
        """
        overlay: list[StyledSpan] = []
        if isinstance(current, Statement):
            overlay += [(start, end, BITS["current"]) for start, end in current.content or (current.span,)]
            voice = [span for span in (current.speaker, current.cue) if span is not None]
            overlay += [(*span, BITS["voice"]) for span in merge(voice)]  # no bit twice in one place
        elif current is not None:
            overlay.append((current.start, current.end, BITS["current"]))
        if match is not None:
            overlay.append((match.start, match.end, BITS["current-match"]))
        if selection is not None:
            overlay.append((*selection, BITS["selection"]))
        self.overlay = overlay

    def _shows(self, layer: Layer) -> bool:
        return layer in self.lit or (layer is Layer.STRUCTURE and self.dims_boilerplate)

    def _put_together(self) -> tuple[SpanRuns | JoinedRuns, ...]:
        """The runs of links, of what the blocks are and of every layer that is shown, those that have any."""
        if self._type is None:
            self._type = SpanRuns(structure_spans(self.annotations))
        runs = (self._links, self._type, *(self.runs(layer) for layer in Layer if self._shows(layer)))
        return tuple(one for one in runs if len(one))

    def _kind_at(self, start: int, end: int) -> str | None:
        """What the gutter calls the block over the line: the name on its first, nothing on others; `None` for none."""
        if self._labels is None:
            self._labels = GutterNames(self.annotations)
        return self._labels.at(start, end)
