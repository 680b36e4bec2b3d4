"""What all screens share: panels that open over them (prompt, picker, help, palette), and keys that call commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast

from textual import events
from textual.keys import _character_to_key
from textual.widget import Widget

from tui.commands import commands_of, first_key, key_label
from tui.screens.covered import Covered
from tui.widgets.lists import Row

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import Input

    from tui.screens.application import Application
    from tui.settings.keymap import Keymap
    from tui.widgets.edges.long_notice import LongNotice
    from tui.widgets.edges.prompt import Prompt
    from tui.widgets.edges.status_line import StatusLine
    from tui.widgets.panels.help import HelpPanel
    from tui.widgets.panels.picker import Picker

    Base = Screen[None]
else:
    Base = object  # a class of Textual's for each topic would cost a millisecond each at the start

__all__ = ["Filtered", "Panels", "commands_by_key", "line_to_type_in"]

WidgetT = TypeVar("WidgetT", bound=Widget)
ResultT = TypeVar("ResultT")

_HIDDEN_IN_PALETTE: Final = frozenset({"palette", "back"})
_WHILE_TYPING: Final = frozenset(
    {
        "back",
        "focus_next",
        "focus_previous",
        "line_down",
        "line_up",
        "page_down",
        "page_up",
        "help",
        "redraw",
        "suspend",
        "search_pattern",
    }
)
"""Commands that work while a line is typed, if their key types nothing."""
_LEAVES: Final = frozenset({"tab", "shift+tab"})


class Filtered(Protocol):
    """A list that can be filtered by words."""

    def filter(self, words: str) -> None: ...


class Panels(Covered, Base):
    """Makes parts of a screen when they are first needed, and calls the commands of keys."""

    status: StatusLine
    panels: dict[type[Widget], Widget]
    commands: Mapping[str, str]
    keys: Keymap
    """The keys of this screen's commands."""
    helped: Keymap
    """The keys of the commands in its help."""
    in_library = False
    """Whether its commands are those of the library."""
    _theme_before = ""

    @property
    def reader(self) -> Application:
        """The application this is a screen of."""
        return cast("Application", self.app)

    def say(self, sentence: str, *, alert: bool = False, lasting: bool = False, flat: bool = False) -> None:
        """Show a sentence on the status line for a while.

        A `lasting` one stays when another article is opened. A `flat` one stays on that line however long it is.
        """
        self.status.notice(sentence, alert=alert, lasting=lasting, flat=flat)

    def fail(self, sentence: str) -> None:
        """Say why what was asked for is not done; what is said next takes its place."""
        self.status.notice(sentence, failure=True)

    def say_how_to_quit(self) -> None:
        """Say which keys leave the program from here."""
        typing = line_to_type_in(self.focused) is not None
        leaves = f"{self.key_of('back')} closes what is open, then " if typing else ""
        sentence = f"{leaves}{self.key_of('quit')} quits"
        prompt = cast("Prompt | None", self.shown("Prompt"))
        if prompt is not None:  # which has the place of the line that says it else
            prompt.say(sentence)
        else:
            self.say(sentence)

    def on_long_notice_dismissed(self, event: LongNotice.Dismissed) -> None:
        event.stop()
        self.status.end_notice()

    # Parts.

    async def prompt(self) -> Prompt:
        """The line to type in, which takes the place of the status line."""
        from tui.widgets.edges.prompt import Prompt

        return await self.part(Prompt)

    async def picker(self) -> Picker:
        """The list to pick from."""
        from tui.widgets.panels.picker import Picker

        return await self.part(Picker, None, self.keys)

    async def part(self, kind: type[WidgetT], parent: str | None = None, *arguments: Any) -> WidgetT:
        """The part of that class; it is made with `arguments` if there is none yet."""
        part = self.panels.get(kind)
        if part is None:
            part = self.panels[kind] = kind(*arguments)
            await (self.query_one(parent) if parent else self).mount(part)
        return cast("WidgetT", part)

    def shown(self, name: str) -> Widget | None:
        """The part with that class name if it is visible, else `None`."""
        for kind, part in self.panels.items():
            if kind.__name__ == name and part.display:
                return part
        return None

    def close_panel(self, name: str) -> None:
        """Hide a panel, and give the keys back to what is under it."""
        panel = self.shown(name)
        if panel is not None:
            panel.display = False
            lines = [line for part in self.panels.values() if part.display for line in part.query("Input")]
            self.set_focus(lines[-1] if lines else None)

    def leave_panel(self, name: str) -> None:
        """Go one step back in a panel that has steps, else close it."""
        step_back = getattr(self.shown(name), "step_back", None)
        if step_back is None or not step_back():
            self.close_panel(name)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Close the picker if the press is outside it."""
        picker = self.shown("Picker")
        if picker is not None and not picker.region.contains(*event.screen_offset):
            self.close_picker()

    def close_picker(self) -> None:
        """Close the picker without a choice, and undo the preview of a theme."""
        picker = self.shown("Picker")
        if getattr(picker, "purpose", "") == "theme":
            self.app.theme = self._theme_before
        self.close_panel("Picker")

    # Commands.

    async def action_help(self) -> None:
        from tui.widgets.panels.help import HelpPanel

        if self.shown("HelpPanel"):
            self.close_panel("HelpPanel")
            return
        panel = await self.part(HelpPanel, None, self.helped, self.in_library)
        panel.display = True
        panel.filter("")
        panel.list.move_home()
        if not self.shown("Prompt"):  # what is typed there goes on below the help
            self.set_focus(None)

    @property
    def filtered(self) -> Filtered | None:
        """What the search key filters instead of searching: the help, if it is open."""
        return cast("HelpPanel | None", self.shown("HelpPanel"))

    @property
    def help_is_over_prompt(self) -> bool:
        """Whether the help was opened while something else than its filter was typed, which goes on below it."""
        return self.shown("HelpPanel") is not None and getattr(self.shown("Prompt"), "purpose", "filter") != "filter"

    def filter_list(self, words: str) -> None:
        """Show only the rows with these words."""
        if self.filtered is not None:
            self.filtered.filter(words)

    async def action_palette(self) -> None:
        picker = await self.picker()
        picker.display = True
        rows = [
            Row(one.title, "  ".join(map(key_label, self.keys[one.id])), key=one.id, target=one)
            for one in commands_of(self.keys, in_library=self.in_library)
            if one.id not in _HIDDEN_IN_PALETTE
        ]
        picker.open("command", ":", rows)

    async def action_themes(self) -> None:
        picker = await self.picker()
        picker.display = True
        self._theme_before = self.app.theme
        names = sorted(self.app.available_themes)
        picker.open("theme", "theme", [Row(name, key=name, target=name) for name in names], at=self.app.theme)

    def action_toggle_dark(self) -> None:
        self.reader.toggle_dark()
        self.say(f"theme: {self.app.theme} until you quit; theme in the settings file keeps it")

    def action_redraw(self) -> None:
        """Repaint the whole screen, over anything that another program has written there."""
        if self.app._driver is not None:
            self.app._driver.write("\x1b[2J")
        self.app.refresh(layout=True)

    def action_suspend(self) -> None:
        from tui.terminal.stopping import wait_in_shell

        if not self.with_terminal(wait_in_shell):
            self.say("there is no shell here to go back to")

    def go_on(self) -> None:
        """Paint all of it anew where the program was stopped from outside, with nobody asked, and has been continued.

        A shell that has used the terminal meanwhile is no reason to stop: it is taken back.
        """
        from tui.terminal.stopping import EndedBehind, is_as_it_was_left, stay_behind

        try:
            stay_behind()
        except EndedBehind as ended:
            self.reader.end_behind(ended.number)
        if is_as_it_was_left():
            self.app.refresh(layout=True)
        else:
            self.with_terminal(lambda: None)

    def with_terminal(self, job: Callable[[], ResultT]) -> ResultT | None:
        """Run a job that uses the terminal, and take the terminal back; returns `None` if it cannot be suspended."""
        from textual.app import SuspendNotSupported

        from tui.terminal.stopping import EndedBehind

        try:
            with self.app.suspend():
                result = job()
        except SuspendNotSupported:
            return None
        except EndedBehind as ended:
            self.reader.end_behind(ended.number)
        self.app.refresh(layout=True)
        return result

    async def on_help_panel_command_chosen(self, event: HelpPanel.CommandChosen) -> None:
        self.close_panel("HelpPanel")
        if event.command.id in self.keys:
            await self.call(event.command.id)
        else:
            self.say(f"that is for the library: {self.key_of('library')} opens it")

    def on_picker_considered(self, event: Picker.Considered) -> None:
        if event.purpose == "theme":
            self.app.theme = event.target

    async def on_picker_picked(self, event: Picker.Picked) -> None:
        self.close_panel("Picker")
        if event.purpose == "theme":
            self.app.theme = event.target
            self.say(f"theme: {event.target} until you quit; theme in the settings file keeps it")
        elif event.purpose == "command":
            await self.call(event.target.id)
        else:
            await self.picked(event.purpose, event.target)

    async def picked(self, purpose: str, target: Any) -> None:
        """Handle the choice from a picker that this screen has opened for `purpose`."""
        raise NotImplementedError

    # Keys.

    def passes_on(self, event: events.Key) -> bool:
        """Hand a key to the screen that has taken this one's place since it was typed; whether one has."""
        shown = self.app.screen
        if shown is self or not isinstance(shown, Panels):
            return False
        event.stop()
        shown.post_message(events.Key(event.key, event.character))
        return True

    async def take_key(self, event: events.Key) -> None:
        """Call the command of a key, unless a focused input takes the key."""
        name = self.commands.get(event.key)
        line = line_to_type_in(self.focused)
        if line is not None and (event.is_printable or name not in _WHILE_TYPING):
            if event.is_printable and event.character:  # typed before the input had the focus
                event.stop()
                line.insert_text_at_cursor(event.character)
            elif event.key == "enter":  # the same, and so may what follows it
                event.stop()
                await self._enter(cast("Prompt", line.parent))
            elif event.key in _LEAVES:  # Textual would move the focus away from the open input
                event.stop()
            return
        if name is not None:
            event.stop()
            self.status.end_remark()
            await self.call(name)

    async def _enter(self, prompt: Prompt) -> None:
        """Take what was typed at once where this screen asked for it, else tell the panel that did."""
        if prompt.parent is self:
            await self.on_prompt_entered(prompt.Entered(prompt, prompt.words))
        else:
            prompt.enter()

    if TYPE_CHECKING:  # else Textual would call it besides the screen's

        async def on_prompt_entered(self, event: Prompt.Entered) -> None: ...

    def key_of(self, command: str) -> str:
        """The label of a command's first key, for sentences; `:`, which opens the palette, if it has none."""
        return first_key(self.keys, command)

    async def call(self, name: str) -> None:
        """Call a command by its id, unless it is about what a panel covers."""
        if self.makes_way(name):
            await self.run_action(name)

    async def action_call(self, name: str) -> None:
        """Call a command by its id: what a click on a hint of a key does."""
        await self.call(name)


def commands_by_key(keymap: Keymap) -> dict[str, str]:
    """The command of each key, by Textual's name of the key."""
    return {_long_key(key): name for name, keys in keymap.items() for key in keys}


def _long_key(key: str) -> str:
    """Textual's name of a key that is written as one character."""
    return _character_to_key(key) if len(key) == 1 else key


def line_to_type_in(widget: Widget | None) -> Input | None:
    """The widget if it is an input, else `None`; told by its class name, so that `Input` need not be imported."""
    return cast("Input", widget) if any(kind.__name__ == "Input" for kind in type(widget).__mro__) else None
