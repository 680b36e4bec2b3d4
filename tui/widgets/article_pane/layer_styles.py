"""The styles of the layers, and which annotation gets which style.

Every style has a cue besides its hue, so that layers are told apart without colour: names are
underlined (people in bold as well), quotes italic with a bar in the gutter, boilerplate dim with
its kind in the gutter, notes underlined twice with a mark in the gutter, and where one is now is
reversed. Links are underlined in the colour of the text, and where there is no colour italic as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotators.kinds import BOILERPLATE_KINDS
from annotators.layer import Layer
from annotators.rows import column
from tui.widgets.article_pane.span_runs import NO_RUNS, SpanRuns

if TYPE_CHECKING:
    from annotators.annotation import Annotation, AnnotationSet, Statement
    from annotators.links import Link
    from tui.widgets.article_pane.span_runs import StyledSpan

__all__ = [
    "BITS",
    "BOILERPLATE_MARK",
    "HINTS_APART",
    "IN_GUTTER",
    "LOOKS",
    "NOTED",
    "NOTE_MARK",
    "POINTER",
    "QUOTE_MARK",
    "SAID",
    "Look",
    "entity_bit",
    "link_runs",
    "structure_spans",
    "styled_spans",
]

POINTER: Final = "›"
NOTE_MARK: Final = "◆"
QUOTE_MARK: Final = "▎"
BOILERPLATE_MARK: Final = "┊"
HINTS_APART: Final = "·"
"""What the gutter shows beside a line; the bar, too, of notes and boilerplate. What stands between two hints."""


class Look(NamedTuple):
    """Names of the theme's colours for text and ground, and attributes as Rich names them.

    `instead` are attributes for where there is no such ground, or no such colour where no ground is named:
    without colour, or in a terminal's own colours.
    """

    color: str = ""
    ground: str = ""
    attributes: str = ""
    instead: str = ""


LOOKS: Final[Mapping[str, Look]] = {
    "link": Look("foreground", attributes="underline", instead="italic"),
    "headline": Look(attributes="bold"),
    "deck": Look(attributes="italic"),
    "subhead": Look(attributes="bold"),
    "boilerplate": Look(attributes="dim"),
    "statement": Look(ground="primary-muted", attributes="italic"),
    "indirect": Look(ground="primary-muted", instead="italic"),
    "mark": Look(attributes="italic"),
    "person": Look("text-warning", attributes="bold underline"),
    "organisation": Look("text-primary", attributes="underline"),
    "place": Look("text-success", attributes="underline"),
    "time": Look("text-secondary", attributes="underline"),
    "number": Look("text-secondary", attributes="underline"),
    "handle": Look("text-accent", attributes="underline"),
    "other-entity": Look("text-error", attributes="underline"),
    "note": Look(ground="warning-muted", attributes="underline2"),
    "related": Look("foreground", "secondary-muted", attributes="bold italic underline"),
    "voice": Look("foreground", "secondary-muted", attributes="bold italic underline"),
    "match": Look("text-warning", attributes="reverse underline"),
    "current": Look(attributes="bold reverse"),
    "current-match": Look("text-error", attributes="bold reverse underline2"),
    "selection": Look("text-primary", attributes="reverse"),
    "hint": Look("text-warning", attributes="bold reverse"),
    "fold": Look(attributes="dim italic"),
    "gutter": Look(attributes="dim"),
    "bar": Look(attributes="dim"),
    "thumb": Look(attributes="dim reverse"),
}
"""The styles by name; a later one overrides an earlier where they meet.

They come from the theme's colours and not from component classes: Textual computes every component
class of a widget whenever its styles change, which for these would be a tenth of the start-up.
"""

BITS: Final[Mapping[str, int]] = {name: 1 << position for position, name in enumerate(LOOKS)}
"""The bit of each style in a mask of styles."""

SAID: Final = BITS["statement"] | BITS["indirect"]
NOTED: Final = BITS["note"]
IN_GUTTER: Final = SAID | NOTED
"""Styles that have a mark in the gutter: those of what somebody says, that of a note, any of them."""

_ENTITY_STYLES: Final[Mapping[str, str]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "DATE": "time",
    "TIME": "time",
    "PERCENT": "number",
    "MONEY": "number",
    "QUANTITY": "number",
    "ORDINAL": "number",
    "CARDINAL": "number",
    "HANDLE": "handle",
    "HASHTAG": "handle",
}
_BLOCK_STYLES: Final[Mapping[str, str]] = {"headline": "headline", "deck": "deck", "subhead": "subhead"}


def entity_bit(label: str) -> int:
    """The style of a name, value or tag with this label."""
    return BITS[_ENTITY_STYLES.get(label, "other-entity")]


def styled_spans(annotations: AnnotationSet, layer: Layer) -> Iterator[StyledSpan]:
    """The styled spans of a layer."""
    match layer:
        case Layer.ENTITIES:
            for start, end, label in _fields(annotations.mentions, "start", "end", "label"):
                yield start, end, entity_bit(label)
        case Layer.QUOTES:
            for kind, shown in _shown(annotations.statements):
                bit = BITS["indirect" if kind == "indirect" else "statement"]
                for start, end in shown:
                    if start < end:
                        yield start, end, bit
            for start, end in _fields(annotations.marks, "start", "end"):
                yield start, end, BITS["mark"]
        case Layer.STRUCTURE:
            bit = BITS["boilerplate"]
            for labels in (annotations.boilerplate, annotations.inline):
                for start, end, kind in _fields(labels, "start", "end", "kind"):
                    if kind in BOILERPLATE_KINDS:
                        yield start, end, bit
        case Layer.NOTES:
            for note in annotations.notes:
                yield note.start, note.end, BITS["note"]


def link_runs(links: Sequence[Link]) -> SpanRuns:
    """The styled runs of an article's links, which are shown whichever layers are on."""
    return SpanRuns.alike(column(links, "start"), column(links, "end"), BITS["link"]) if links else NO_RUNS


def structure_spans(annotations: AnnotationSet) -> Iterator[StyledSpan]:
    """The styled spans of headline, deck and subheads, which are shown whichever layers are on."""
    for start, end, kind in _fields(annotations.blocks, "start", "end", "kind"):
        if kind in _BLOCK_STYLES:
            yield start, end, BITS[_BLOCK_STYLES[kind]]


def _shown(statements: Sequence[Statement]) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    """Type and `Statement.shown` of each statement."""
    for kind, content, cue, start, end in _fields(statements, "type", "content", "cue", "start", "end"):
        yield kind, content or (cue or (start, end),)


def _fields(annotations: Sequence[Annotation], *fields: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(column(annotations, field) for field in fields), strict=True)
