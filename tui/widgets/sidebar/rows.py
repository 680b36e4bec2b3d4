"""The rows of the sidebar: the four layers with their groups and counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from tui.widgets.lists import Row
from tui.widgets.lists.long_rows import JoinedRows, MadeRows, joined
from tui.widgets.lists.places import LAYER_TITLES, Places
from tui.widgets.sidebar.groups import groups_by_kind
from tui.widgets.sidebar.headed_rows import Group, SpeakerRows, heading

__all__ = ["ORDERS", "Listing", "lamp", "sidebar_rows"]

ORDERS: Final = {
    "kind": "by kind",
    "place": "by place in the text",
    "entity": "by name and speaker, mention by mention",
}
"""The orders of the list, each with its name."""

Grouping = Callable[[Article, AnnotationSet, Layer, Mapping[str, float]], Iterator[Group]]


_UNKNOWN: Final[Mapping[str, float]] = {}


class Listing(NamedTuple):
    """How to list: an order of `ORDERS`, the groups that are folded against their default, the words of a filter.

    `shares` are the speakers' shares of voice by the ids of statements, where they are known.
    """

    order: str = "kind"
    turned: frozenset[Hashable] = frozenset()
    words: str = ""
    shares: Mapping[str, float] = _UNKNOWN


def sidebar_rows(
    article: Article,
    annotations: AnnotationSet,
    lit: Collection[Layer],
    listing: Listing,
    waiting: str = "",
) -> tuple[Row, ...] | JoinedRows:
    """All rows. `waiting` is shown under the entities layer until its annotations are complete."""
    rows: list[Row | MadeRows] = []
    grouping = _grouping(listing.order)
    wanted = listing.words.lower().split()
    if wanted:
        rows.append(Row(f"/ {listing.words}", style="dim"))
    for layer in LAYER_TITLES:
        rows.append(_layer_row(annotations, layer, lit=layer in lit))
        if layer in annotations.unavailable:
            rows.extend(Row(line, indent=2, style="dim") for line in _wrap(annotations.unavailable[layer]))
        elif layer is Layer.ENTITIES and waiting and layer not in annotations.ready:
            rows.append(Row(waiting, indent=2, style="dim"))
        groups = grouping(article, annotations, layer, listing.shares)
        for group in _with_words(article, groups, wanted) if wanted else groups:
            if isinstance(group.rows, SpeakerRows):
                rows.append(group.rows.turned(listing.turned))
            else:
                rows.extend(_group_rows(group, folded=not wanted and group.folded != (group.key in listing.turned)))
    return joined(rows)


def _grouping(order: str) -> Grouping:
    if order == "kind":
        return groups_by_kind
    from tui.widgets.sidebar.orders import groups_by_entity, groups_by_place  # not needed at the start

    return groups_by_place if order == "place" else groups_by_entity


def _group_rows(group: Group, *, folded: bool) -> Iterator[Row | MadeRows]:
    if group.name:
        yield heading(group, folded=folded)
    if not folded:
        if isinstance(group.rows, MadeRows):
            yield group.rows
        else:
            yield from group.rows


def _with_words(article: Article, groups: Iterator[Group], wanted: list[str]) -> Iterator[Group]:
    """The groups with only the rows that have all the words, in the row, the group's name or the annotated text."""
    singly = (group.rows.groups() if isinstance(group.rows, SpeakerRows) else (group,) for group in groups)
    for group in chain.from_iterable(singly):
        rows = tuple(row for row in group.rows if _has(article, group, row, wanted))
        if rows:
            count = group.number if len(rows) == len(group.rows) else f"{len(rows)} of {len(group.rows)}"
            yield Group(group.name, rows, count, group.key)


def _has(article: Article, group: Group, row: Row, wanted: list[str]) -> bool:
    said = [group.name, row.text]
    if isinstance(row.target, Places):
        said += {article.text[one.start : one.end] for one in row.target.annotations}
    text = "\n".join(said).lower()
    return all(word in text for word in wanted)


def lamp(lit: bool) -> str:
    """The first character of a layer's row, which shows whether the layer is on."""
    return "●" if lit else "○"


def _layer_row(annotations: AnnotationSet, layer: Layer, *, lit: bool) -> Row:
    """The row that heads a layer: whether it is lit, its key, its name and how much is in it."""
    count = str(len(annotations.layer(layer)))
    if layer is not Layer.NOTES and layer not in annotations.ready:
        count = "–" if layer in annotations.unavailable else "…"
    number = list(LAYER_TITLES).index(layer) + 1
    text = f"{lamp(lit)} {number} {LAYER_TITLES[layer]}"
    return Row(text, count, style="head", key=layer, target=layer)


def _wrap(sentence: str, width: int = 24) -> list[str]:
    import textwrap  # rarely needed, never at the start

    return textwrap.wrap(sentence, width, max_lines=5, placeholder="…")
