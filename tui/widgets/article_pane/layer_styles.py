"""What each layer looks like: the names of its styles, which annotation gets which, and their CSS.

Every style has a cue besides its hue, so that layers are told apart without colour: names are
underlined (people in bold as well), quotes italic with a bar in the gutter, boilerplate dim with
its kind in the gutter, notes underlined twice with a mark in the gutter, and where one is now is
reversed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from annotators.annotation import AnnotationSet, Layer
from tui.widgets.article_pane.span_runs import StyledSpan

__all__ = ["BITS", "COMPONENT_CLASSES", "STYLES", "STYLE_CSS", "component", "structure_spans", "styled_spans"]

STYLES: Final[Mapping[str, str]] = {
    "headline": "text-style: bold;",
    "deck": "text-style: italic;",
    "subhead": "text-style: bold;",
    "boilerplate": "text-style: dim;",
    "person": "color: $text-accent; text-style: bold underline;",
    "organisation": "color: $text-warning; text-style: underline;",
    "place": "color: $text-success; text-style: underline;",
    "time": "color: $text-secondary; text-style: underline;",
    "number": "color: $text-secondary; text-style: underline;",
    "handle": "color: $text-accent; text-style: underline;",
    "other-entity": "color: $text-error; text-style: underline;",
    "statement": "color: $text-primary; text-style: italic;",
    "indirect": "color: $text-primary; text-style: none;",
    "mark": "text-style: italic;",
    "note": "background: $warning 25%; text-style: uu;",
    "related": "background: $primary 25%; text-style: bold;",
    "match": "background: $warning 60%; text-style: reverse;",
    "current-match": "text-style: bold reverse;",
    "current": "text-style: bold reverse;",
    "selection": "background: $primary; color: $text; text-style: reverse;",
    "hint": "text-style: bold reverse;",
    "fold": "color: $text-muted; text-style: italic;",
    "gutter": "color: $text-muted;",
    "bar": "color: $text-muted;",
    "thumb": "color: $text-muted; text-style: reverse;",
}
"""The styles by name, in the order in which a later one overrides an earlier, with their default CSS."""

BITS: Final[Mapping[str, int]] = {name: 1 << position for position, name in enumerate(STYLES)}
"""The bit of each style in a mask."""


def component(name: str) -> str:
    """The component class of a style."""
    return f"article-pane--{name}"


COMPONENT_CLASSES: Final[frozenset[str]] = frozenset(map(component, STYLES))

STYLE_CSS: Final = "".join(f"& > .{component(name)} {{ {css} }}\n" for name, css in STYLES.items())

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


def styled_spans(annotations: AnnotationSet, layer: Layer) -> Iterator[StyledSpan]:
    """The spans that a layer lights, each with its style."""
    match layer:
        case Layer.ENTITIES:
            for mention in annotations.mentions:
                yield mention.start, mention.end, BITS[_ENTITY_STYLES.get(mention.label, "other-entity")]
        case Layer.QUOTES:
            for said in annotations.statements:
                bit = BITS["indirect" if said.type == "indirect" else "statement"]
                for span in said.content:
                    if span.start < span.end:
                        yield span.start, span.end, bit
            for mark in annotations.marks:
                yield mark.start, mark.end, BITS["mark"]
        case Layer.STRUCTURE:
            bit = BITS["boilerplate"]
            for label in (*annotations.blocks, *annotations.inline):
                if label.boilerplate:
                    yield label.start, label.end, bit
        case Layer.NOTES:
            for note in annotations.notes:
                yield note.start, note.end, BITS["note"]


def structure_spans(annotations: AnnotationSet) -> Iterator[StyledSpan]:
    """The blocks that are set in type of their own whichever layers are lit: headline, deck, subhead."""
    for label in annotations.blocks:
        if label.kind in _BLOCK_STYLES:
            yield label.start, label.end, BITS[_BLOCK_STYLES[label.kind]]
