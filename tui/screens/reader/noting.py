"""Highlights and notes, selecting and copying."""

from __future__ import annotations

import time

from annotators.annotation import Annotation, Layer, Note, Span, Statement, in_order
from tui.positions.links import Link
from tui.positions.surroundings import block_at, on_one_line, sentence_at
from tui.screens.reader.jumping import Jumping
from tui.screens.reader.seeking import Seeking
from tui.screens.reader.writing import Placed, Writing
from tui.terminal.safe_text import visible

__all__ = ["Noting"]

_HOW_MUCH = 40
"""Characters of a copied text that the status line shows."""


class Noting(Jumping, Seeking, Writing):
    """Commands for the notes layer, which is independent of the annotators, and for the selection."""

    def action_highlight(self) -> None:
        span = self._span_here()
        if span is not None:
            self._add_note(span, "")
            self.say(f"highlighted; {self.key_of('delete_note')} takes it away")

    async def action_note(self) -> None:
        span = self._span_here()
        if span is not None:
            self._noted = span
            await self.open_prompt("note", "note")

    def note_written(self, words: str) -> None:
        """Make a note with the typed words."""
        if words.strip():
            self._add_note(self._noted, words.strip())
            self.say(f"noted; {self.key_of('delete_note')} takes it away")

    def action_delete_note(self) -> None:
        at = self.pane.cursor
        own = self.own_notes
        here = [one for one in own if one.start <= at < one.end] or [one for one in own if one == self.pane.current]
        if not here:
            self.say("no note of yours is here")
            return
        gone = min(here, key=lambda one: one.end - one.start)
        self.before_change(f"the deletion of a {'note' if gone.text else 'highlight'}")
        self.write(tuple(one for one in own if one != gone), self.own_corrections)
        self.say(f"taken away; {self.key_of('undo')} brings it back")

    def _add_note(self, span: Span, words: str, placed: Placed | None = None) -> None:
        note = Note(start=span.start, end=span.end, id=f"n{time.time_ns():x}", text=words, created=time.time())
        self.before_change("a note" if words else "a highlight", placed)
        self.write(in_order((*self.own_notes, note)), self.own_corrections)
        self.end_selection()
        if Layer.NOTES not in self.lit:
            self.lit |= {Layer.NOTES}
            self.pane.show_layers(self.lit)
            self.show_sidebar()
            self.show_title()

    def _span_here(self) -> Span | None:
        """The span for a note: the selection, else the current annotation, else the sentence at the cursor."""
        selected = self.pane.selected_span()
        if selected is not None:
            return Span(*selected)
        current = self.pane.current
        if current is not None and not isinstance(current, Note):
            return current.span
        if self.pane.hides(self.pane.cursor):
            self._say_folded()
            return None
        if not self.article.text.strip():
            self.say("there is no text to note anything on")
            return None
        return sentence_at(self.article, self.pane.cursor)

    def _say_folded(self) -> None:
        self.fail(f"these lines are folded away: {self.key_of('open_card')} opens them first")

    # Selecting and copying.

    def action_select(self) -> None:
        if self.selecting:
            self.end_selection()
            return
        if self.pane.hides(self.pane.cursor):
            self._say_folded()
            return
        self.selecting = True
        self.pane.start_selection()
        self.show_place()
        self.say(f"↑↓ lines, ←→ words, {self.key_of('paragraph_next')} paragraphs; {self._for_selection}")

    @property
    def _for_selection(self) -> str:
        """The keys that act on the selection, for the status line."""
        ways = (("copy", "copies"), ("highlight", "highlights"), ("note", "notes"), ("back", "leaves"))
        return ", ".join(f"{self.key_of(command)} {what}" for command, what in ways)

    def on_text_selected(self) -> None:
        """Show the keys that act on a selection made with the mouse; with the keyboard they are shown at its start."""
        if self.pane.selected_spans() and not self.selecting:
            self.say(self._for_selection)

    def end_selection(self) -> None:
        """End the selection."""
        self.selecting = False
        self.pane.clear_selection()
        self.clear_selection()
        self.show_place()

    async def action_copy(self) -> None:
        text = self._text_here()
        if not text.strip():
            self.say("there is nothing here to copy")
            return
        await self.copy_text(text)

    def action_copy_text(self) -> None:
        """Textual's action of ctrl+c: copy the selection; without one the application's own binding follows."""
        from textual.actions import SkipAction

        if not self.pane.selected_spans():
            raise SkipAction
        self.call_later(self.action_copy)

    async def copy_text(self, text: str) -> None:
        """Copy a text in every way that works here, and say which ones."""
        # Pasted into a shell, control characters of an article must not run anything.
        safe = visible(text)
        self.app.copy_to_clipboard(safe)
        self.end_selection()
        from tui.terminal.clipboard import copy_natively

        programs = await copy_natively(safe)
        begin = " ".join(safe.split())
        short = begin if len(begin) <= _HOW_MUCH else begin[:_HOW_MUCH] + "…"
        self.say(f"copied to {' and to '.join((*programs, 'the terminal by OSC 52'))}: {short}")

    def _text_here(self) -> str:
        """The text to copy, with each paragraph on one line, whatever the line breaks of file and screen."""
        selected = self.pane.selected_spans()
        if selected:
            return "".join(on_one_line(self.article, span) for span in selected)
        if isinstance(self.pane.current, Link):
            return self.pane.current.address
        spans = _spans_of(self.pane.current) if self.pane.current else [block_at(self.article, self.pane.cursor)]
        return " … ".join(on_one_line(self.article, span) for span in spans)


def _spans_of(annotation: Annotation) -> list[Span]:
    return list(annotation.shown) if isinstance(annotation, Statement) else [annotation.span]
