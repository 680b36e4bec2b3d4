"""Corrections by the reader: right, wrong, another kind, label or speaker; and undoing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotators.annotation import Annotation, Note
from tui.screens.reader.noting import Noting
from tui.screens.reader.writing import Placed

if TYPE_CHECKING:
    from tui.widgets.lists.correction_rows import AskSpeaker, Choice

__all__ = ["Correcting"]


class Correcting(Noting):
    """Makes corrections, which show at once in view, counts and exports, and are applied to new annotations too."""

    async def action_correct(self) -> None:
        from tui.widgets.lists.correction_rows import correction_rows

        about = self._correctable()
        rows = correction_rows(self.article, self.annotations, about, self.pane.cursor)
        if not rows:
            self.say("there is nothing here to correct yet")
            return
        picker = await self.picker()
        picker.display = True
        picker.open("correction", "correct", rows)

    def _correctable(self) -> Annotation | None:
        """What would be corrected: the selection, as a missed name, or the annotation at the cursor."""
        selected = self.pane.selected_span()
        if selected is not None:
            return Note(start=selected[0], end=selected[1], id="")
        here = self.annotation_here()
        return None if isinstance(here, Note) else here

    async def choose_correction(self, choice: Choice | AskSpeaker) -> None:
        """Make the correction that was chosen from the list."""
        from tui.widgets.lists.correction_rows import AskSpeaker

        if isinstance(choice, AskSpeaker):
            self._asked_about = choice.said
            await self.open_prompt("speaker", "said by")
        else:
            self._correct(choice)

    def speaker_named(self, name: str) -> None:
        """Set the typed name as the speaker of the statement."""
        from tui.widgets.lists.correction_rows import AskSpeaker

        if name.strip():
            self._correct(AskSpeaker(self._asked_about).answer(" ".join(name.split())))

    def _correct(self, choice: Choice) -> None:
        self.before_change(choice.change)
        places = {(one.start, one.end, one.verdict) for one in choice.corrections}
        kept = (one for one in self.own_corrections if (one.start, one.end, one.verdict) not in places)
        self.write(self.own_notes, (*kept, *choice.corrections))
        self.end_selection()
        self.look_again()
        self.refresh_card()
        self.say(f"{choice.change}; {self.key_of('undo')} takes it back")

    # Notes without a place.

    async def action_orphans(self) -> None:
        if not self.orphans:
            self.say("no note has lost its place in this article")
            return
        picker = await self.picker()
        picker.display = True
        from tui.widgets.lists.correction_rows import orphan_rows

        picker.open("orphan", "put here", orphan_rows(self.orphans))

    def place_orphan(self, identifier: str) -> None:
        """Place an orphaned note on the selection, the annotation or the sentence at the cursor."""
        orphan = next(one for one in self.orphans if one.id == identifier)
        span = self._span_here()
        if not orphan.is_note:
            self.say(f"a correction cannot be moved: {self.key_of('correct')} corrects what is here")
        elif span is not None:
            self.orphans = tuple(one for one in self.orphans if one is not orphan)
            memory = self.reader.memory
            put_back = memory.drop_line(self.article, orphan.id) if memory is not None else lambda: None
            self._add_note(span, orphan.text, Placed(orphan, put_back))
            self.say("the note is here now")
