"""Jumps to annotations: the next, the next of the same entity, by a letter or from a list; and their cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast

from textual import events

from annotators.annotation import Annotation, BlockLabel, Mark, Mention, Statement, in_order
from annotators.rows import chosen, column
from tui.positions.links import Link, link_at, links_of
from tui.widgets.article_pane.hint_labels import hint_labels
from tui.widgets.lists.places import LAYER_COMMANDS, LAYER_TITLES, Places, row_key
from tui.widgets.lists.row_list import RowList

if TYPE_CHECKING:
    from tui.screens.reader.desk import Desk
    from tui.widgets.article_pane.pane import ArticlePane
    from tui.widgets.card import Card
    from tui.widgets.sidebar import Sidebar
else:
    Desk = object

__all__ = ["Jumping"]

_PAGES: Final = frozenset({"text/html", "multipart/related"})
"""Media types of articles that are pages of the web."""

AnnotationT = TypeVar("AnnotationT", bound=Annotation)


def _where(annotations: Sequence[AnnotationT], holds: Callable[..., bool], *fields: str) -> Sequence[AnnotationT]:
    """The annotations whose fields satisfy `holds`; the others are not made objects."""
    values = zip(*(column(annotations, field) for field in fields), strict=True)
    return chosen(annotations, [position for position, value in enumerate(values) if holds(*value)])


class Jumping(Desk):
    """Commands that lead to an annotation, and the card with its details."""

    _copies = False
    """Whether the target of a hint is copied, besides going there."""

    def action_next_annotation(self) -> None:
        self._step(1)

    def action_previous_annotation(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        found = self.pane.next_annotation(direction)
        if found is not None:
            self.go_to(found)
        elif not self.lit:
            first, last = self.key_of("toggle_entities"), self.key_of("toggle_notes")
            self.say(f"no layer is lit: {first} to {last} light them")
        elif not self.counting.total(self.lit):
            names = ", ".join(title.lower() for layer, title in LAYER_TITLES.items() if layer in self.lit)
            folded = self.clean and any(self.annotations.layer(layer) for layer in self.lit)
            shows = f"{names}: all folded away, {self.key_of('toggle_clean')} shows it"
            self.say(shows if folded else f"nothing here yet in {names}{self._said_of_unlit}")
        else:
            self.say("that was the last one" if direction > 0 else "that was the first one")

    @property
    def _said_of_unlit(self) -> str:
        """Words about the layers that are off although the article has something in them; empty if there are none."""
        off = [layer for layer in LAYER_TITLES if layer not in self.lit and self.annotations.layer(layer)]
        named = [f"{LAYER_TITLES[layer].lower()} ({self.key_of(LAYER_COMMANDS[layer])})" for layer in off]
        return f"; off: {', '.join(named)}" if named else ""

    @property
    def said_of_links(self) -> str:
        """Words about a page that may have lost its links; empty for any other article."""
        article = self.article
        lost = article.source.media_type in _PAGES and not article.links and not article.metadata.url
        return "; the page does not tell its address, without which most links lead nowhere" if lost else ""

    def action_next_mention(self) -> None:
        self._step_same(1)

    def action_previous_mention(self) -> None:
        self._step_same(-1)

    def _step_same(self, direction: int) -> None:
        here = self.annotation_here()
        if here is None:
            self.say(f"first go to a name or a quote, for example with {self.key_of('next_annotation')}")
            return
        same = self.same_as(here)
        starts = [one.start for one in same]
        at = starts.index(here.start) if here.start in starts else 0
        to = same[(at + direction) % len(same)]
        self.go_to(to)
        self.pane.show_related([one.span for one in same])
        self.say(f"{(at + direction) % len(same) + 1} of {len(same)}")

    def annotation_here(self) -> Annotation | None:
        """The current annotation, else the shortest one of a visible layer at the cursor."""
        current = self.pane.current
        if current is not None and not isinstance(current, Link):
            return current
        at = self.pane.cursor
        if any(segment.start <= at < segment.end for segment in self.pane.stripped):
            return None
        layers = (self.annotations.layer(layer) for layer in self.lit)
        around = [
            one for layer in layers for one in _where(layer, lambda start, end: start <= at < end, "start", "end")
        ]
        return min(around, key=lambda one: one.end - one.start, default=None)

    def same_as(self, one: Annotation) -> Sequence[Annotation]:
        """The mentions of the same entity, statements of the same speaker, or blocks or marks of the same kind."""
        known = self.annotations
        text = self.article.text
        match one:
            case Mention(entity=str(entity)):
                return known.mentions_of.get(entity, (one,))
            case Mention():
                words = text[one.start : one.end]
                return _where(known.mentions, lambda start, end: text[start:end] == words, "start", "end")
            case Statement(speaker_entity=str(entity)):
                return _where(known.statements, lambda named: named == entity, "speaker_entity")
            case Statement():
                words = text[one.speaker.start : one.speaker.end] if one.speaker else ""
                return _where(known.statements, lambda by: (text[by.start : by.end] if by else "") == words, "speaker")
            case BlockLabel(kind=kind):
                return [
                    *_where(known.blocks, lambda other: other == kind, "kind"),
                    *_where(known.inline, lambda other: other == kind, "kind"),
                ]
            case Mark(kind=kind):
                return _where(known.free_marks, lambda other: other == kind, "kind") or [one]
            case _:
                return known.notes

    def go_to(self, annotation: Annotation) -> None:
        """Put the cursor on an annotation."""
        self.pane.move_cursor(annotation.start, annotation=annotation)
        self.on_article_pane_cursor_moved()  # now and not by the message, so that all changes are in one frame

    def on_article_pane_cursor_moved(self) -> None:
        if self.shown_place != self.place:
            self.show_place()

    def show_place(self) -> None:
        before = self.shown_place
        super().show_place()
        if before is None or before[1] != self.pane.current:
            self._follow(self.pane.current)

    def _follow(self, annotation: Annotation | None) -> None:
        """Let the parts beside the article show the annotation at the cursor."""
        if self.sidebar.display:
            self.sidebar.follow(annotation)
        card = cast("Card | None", self.shown("Card"))
        if card is not None and annotation not in (None, card.about) and not isinstance(annotation, Link):
            card.show(self.article, self.annotations, annotation, self.pane.size.width)

    # Lists that lead to places.

    def on_sidebar_places_chosen(self, event: Sidebar.PlacesChosen) -> None:
        event.stop()
        places = event.annotations
        here = self.pane.current
        after = next((one for one in places if here in places and here is not None and one.start > here.start), None)
        self.go_to(after or places[0])
        if len(places) > 1:
            self.pane.show_related([one.span for one in places])
            number, chooses = places.index(after or places[0]) + 1, self.key_of("open_card")
            self.say(f"{number} of {len(places)}: {chooses} goes to the next")
        if self.has_class("-drawer"):
            self.set_focus(None)
            self.focus_article()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if isinstance(event.row.target, Places):
            self.go_to(event.row.target.annotations[0])

    # The card.

    async def action_open_card(self) -> None:
        if isinstance(self.movable, RowList):
            self.movable.choose()
            return
        here = None if isinstance(self.pane.current, Link) else self.annotation_here()
        if here is not None:
            await self.open_card(here)
        elif not self.pane.hides(self.pane.cursor) and link_at(self.article, self.pane.cursor):
            await self.run_action("open_url")
        elif not self.pane.toggle_fold():
            self.say(f"nothing is annotated here: {self.key_of('next_annotation')} goes to the next annotation")

    async def open_card(self, about: Annotation) -> None:
        """Show what is known about an annotation."""
        card = await self.card()
        card.display = True
        card.show(self.article, self.annotations, about, self.pane.size.width)
        self.call_after_refresh(self.go_to, about)  # the card may cover it
        if isinstance(about, Mention):
            self.pane.show_related([one.span for one in self.same_as(about)])

    async def on_article_pane_activated(self, event: ArticlePane.Activated) -> None:
        event.stop()
        if self.uppermost:
            self.close_all()  # a card would come up below the panel
        elif event.annotation is not None:
            await self.open_card(event.annotation)
        elif link := link_at(self.article, event.offset):
            self.go_to_link(link)
        else:
            self.close_panel("Card")  # so that the card can be closed with the mouse

    def refresh_card(self) -> None:
        """Fill the open card again with the present annotations."""
        card = cast("Card | None", self.shown("Card"))
        if card is not None and card.about is not None:
            key = row_key(card.about)
            layers = (one for layer in LAYER_TITLES for one in self.annotations.layer(layer))
            about = next((one for one in layers if row_key(one) == key), card.about)
            card.show(self.article, self.annotations, about, self.pane.size.width)

    # Hints.

    def action_hints(self) -> None:
        self._begin_hints(copies=False)

    def action_copy_hint(self) -> None:
        self._begin_hints(copies=True)

    def _begin_hints(self, *, copies: bool) -> None:
        links = links_of(self.article, self.pane.top_offset, self.pane.bottom_offset)
        shown = [one for one in links if not self.pane.hides(one.start)]
        seen = in_order((*self.pane.visible_annotations(), *shown))
        if not seen:
            self.say(f"no annotation and no link is in sight{self._said_of_unlit}{self.said_of_links}")
            return
        self.hints = dict(zip(hint_labels(len(seen)), seen, strict=False))
        self.typed, self._copies = "", copies
        self._show_hints(self.hints)
        self.say(f"type a letter to {'copy it' if copies else 'go there'}; esc leaves", flat=True)

    def _show_hints(self, hints: Mapping[str, Annotation]) -> None:
        self.pane.show_hints({label: one.start for label, one in hints.items()})

    def end_hints(self) -> None:
        """Hide the hint letters."""
        self.hints = {}
        self.pane.show_hints(None)
        self.status.end_notice()

    async def type_hint(self, event: events.Key) -> None:
        """Handle a key while hint letters are shown."""
        event.stop()
        self.typed += event.character or ""
        left = {label: one for label, one in self.hints.items() if label.startswith(self.typed)}
        if self.typed in left:
            self.end_hints()
            await self._take_hint(left[self.typed])
        elif not left or event.key == "escape":
            self.end_hints()
        else:
            self._show_hints(left)

    async def _take_hint(self, hinted: Annotation) -> None:
        if isinstance(hinted, Link):
            self.go_to_link(hinted)
        else:
            self.go_to(hinted)
        if self._copies:
            await self.run_action("copy")

    def go_to_link(self, link: Link) -> None:
        """Put the cursor on a link and show its address; opening it takes another key."""
        self.go_to(link)
        self.say(f"{self.key_of('open_url')} opens {link.address}")

    async def copy_text(self, text: str) -> None:
        """Copy a text; implemented by `Noting`."""
        raise NotImplementedError
