"""The reader: one screen on which an article is read, and which hands every key to a command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from annotators.annotation import AnnotationSet
from annotators.article import Article
from tui.annotating import Annotating, Annotator
from tui.screens.desk import Desk
from tui.screens.lighting import Lighting
from tui.screens.moving import Moving
from tui.screens.overseeing import Overseeing

if TYPE_CHECKING:
    from tui.messages import AnnotatingEnded, AnnotationsFound
    from tui.widgets.export_panel import ExportPanel
    from tui.widgets.help_panel import HelpPanel
    from tui.widgets.picker import Picker

__all__ = ["ReaderScreen"]

_WHILE_TYPING: Final = frozenset(
    {"back", "focus_next", "focus_previous", "line_down", "line_up", "page_down", "page_up", "help"}
)
"""Commands that work while a line is typed, by keys that type nothing."""


class ReaderScreen(Moving, Lighting, Overseeing, Desk):
    """Owns what is shown. Annotators post what they find; widgets post what is asked for."""

    AUTO_FOCUS = ""  # keys go to the screen: three message queues less for each of them

    def __init__(self, articles: Sequence[Article], annotator: Annotator | None = None) -> None:
        super().__init__(articles)
        self._annotator = annotator

    def on_mount(self) -> None:
        settings = self.reader.settings
        self.commands = {_long_key(key): name for name, keys in self.reader.keymap.items() for key in keys}
        self.lit, self.clean, self.measure = settings.layers, settings.clean, settings.measure
        self.annotating = Annotating(self.post_message, self._annotator, settings.model)
        self.pane.can_focus = False
        self.pane.set_measure(self.measure)
        self.pane.show_layers(self.lit)
        self.watch(self.pane, "scroll_y", self.show_place, init=False)
        self.show_article(0)

    def show_article(self, number: int, at: int = 0) -> None:
        """Open one of the articles at an offset; its annotations come after its text."""
        self.number = number
        self.share = 0.0
        self.end_search()
        self.end_selection()
        self.close_panel("Card")
        self.pane.show_article(self.article)
        self.pane.show_clean(self.clean)
        self.take_annotations(AnnotationSet())
        if at:
            self.pane.move_cursor(at)
        for notice in self.article.notices:
            self.say(notice)
        self.call_after_refresh(self.annotate)

    def annotate(self) -> None:
        """Ask for the annotations of the article on the screen, what is in sight before the rest."""
        self.annotating.begin(self.article, self.pane.top_offset)

    def on_unmount(self) -> None:
        self.annotating.kill()

    def on_annotations_found(self, event: AnnotationsFound) -> None:
        if event.article is self.article:
            self.share = event.share
            self.take_annotations(event.annotations)
            self.look_again()
            self.refresh_card()

    def on_annotating_ended(self, event: AnnotatingEnded) -> None:
        if event.article is self.article:
            self.share = 1.0
            self.show_sidebar()
            self.show_place()
            if event.problem:
                self.say(event.problem, alert=True)

    # Keys.

    async def on_key(self, event: events.Key) -> None:
        """Every key but those that a line to type in takes for itself."""
        if self.hints:
            self.type_hint(event)
            return
        name = self.commands.get(event.key)
        if isinstance(self.focused, Input) and (event.is_printable or name not in _WHILE_TYPING):
            if event.is_printable and event.character:  # typed before the line was there to take it
                event.stop()
                self.focused.insert_text_at_cursor(event.character)
            return
        if name is not None:
            event.stop()
            self.status.end_remark()
            await self.run_action(name)

    # What panels ask for. By name, so that a panel is not imported before it is opened.

    async def on_export_panel_asked(self, event: ExportPanel.Asked) -> None:
        await self.write_export(event.format, event.path, overwrite=event.overwrite)

    async def on_help_panel_command_chosen(self, event: HelpPanel.CommandChosen) -> None:
        self.close_panel("HelpPanel")
        await self.run_action(event.command.id)

    def on_picker_considered(self, event: Picker.Considered) -> None:
        if event.purpose == "theme":
            self.app.theme = event.target

    async def on_picker_picked(self, event: Picker.Picked) -> None:
        self.close_panel("Picker")
        if event.purpose == "theme":
            self.app.theme = event.target
            self.say(f"theme: {event.target}")
        else:
            await self.run_action(event.target.id)


def _long_key(key: str) -> str:
    """The name that Textual gives a key that is written as one character."""
    return _character_to_key(key) if len(key) == 1 else key
