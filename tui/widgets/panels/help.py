"""Help: every command with its keys, made from the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual import events, on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.commands import GROUPS, Command, commands_of, first_key, key_label, with_keys
from tui.positions.surroundings import wrap
from tui.widgets.article_pane.folds import CLOSED_MARK
from tui.widgets.article_pane.layer_styles import BOILERPLATE_MARK, NOTE_MARK, QUOTE_MARK
from tui.widgets.lists import Row
from tui.widgets.lists.row_list import RowList
from tui.widgets.panels.panel_list import PanelList
from tui.widgets.panels.panel_title import filtered_title

__all__ = ["HelpPanel", "help_rows"]

_KEYS_WIDTH = 20
_NARROW = 50
"""Cells from which on the sentence stands beside the keys and not below them."""


_NUMBERS = (
    "A number before a command repeats it: {examples}. It begins with 0 or with a digit that calls nothing. ",
    "Before {end} it is a percentage of the article: 50{end}.",
)
_EXAMPLES = (("5", "line_down"), ("012", "next_annotation"))
_PERCENTAGES = (
    "A percentage that is a place is how much of the article lies before it: at the foot before the cursor, in lists "
    "before what they name. With the end of the article on the screen it is 100%."
)
_SIGNS = (
    f"{QUOTE_MARK} beside a line and in the bar at the right edge is a quote, {BOILERPLATE_MARK} boilerplate, "
    f"{NOTE_MARK} a note of yours; • in the bar is a match of the search. {CLOSED_MARK} stands for folded lines, which "
    "{open_card} opens. In the first line ● is a layer that is on, ○ one that is off, in the order of their keys."
)
_LISTS = "In a list that opens over the article, type to filter it; ↑ and ↓ move, enter chooses, {back} closes it."


def help_rows(
    keys: Mapping[str, tuple[str, ...]], width: int, words: str = "", *, in_library: bool = False
) -> tuple[Row, ...]:
    """The commands whose keys, title or sentence hold all of `words`, by group, in lines `width` cells wide."""
    wanted = words.lower().split()
    rows: list[Row] = []
    commands = list(commands_of(keys, in_library=in_library))
    for group in GROUPS:
        found = [one for one in commands if one.group == group and _matches(one, keys[one.id], wanted)]
        if found:
            rows.append(Row(group, style="head"))
            for command in found:
                rows.extend(_rows(command, keys[command.id] or _typed(command, keys), width))
    if not wanted:
        numbers = "" if in_library else _numbers(keys)
        signs = "" if in_library else _SIGNS
        for head, sentence in (
            ("Numbers", numbers),
            ("Percentages", _PERCENTAGES),
            ("Signs", signs),
            ("Lists", _LISTS),
        ):
            if not sentence:
                continue
            rows.append(Row(head, style="head"))
            rows += [Row(line, indent=1) for line in wrap(with_keys(sentence, keys), width - 1)]
    return tuple(rows) or (Row("No command has these words.", style="dim"),)


def _numbers(keys: Mapping[str, tuple[str, ...]]) -> str:
    """How numbers are typed before commands that have a key, as a palette takes none; empty if none of them has."""
    repeated, shares = _NUMBERS
    shown = [f"{number}{first_key(keys, command)}" for number, command in _EXAMPLES if keys.get(command)]
    said = repeated.replace("{examples}", ", ".join(shown)) if shown else ""
    return said + (shares if keys.get("end") else "")


def _matches(command: Command, keys: tuple[str, ...], wanted: list[str]) -> bool:
    text = " ".join((command.title, command.help, *map(key_label, keys))).lower()
    return all(word in text for word in wanted)


def _typed(command: Command, keys: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What is typed for a command without a key: the key of the list of commands, and its title there."""
    short = sorted(keys.get("palette", ()), key=len)[:1]
    return tuple(f"{key_label(key)} {command.title.lower()}" for key in short)


def _rows(command: Command, keys: tuple[str, ...], width: int) -> Iterator[Row]:
    labels = "  ".join(map(key_label, keys)) or "–"
    if width < _NARROW:
        yield Row(f"{labels}  {command.title}", indent=1, strong=(0, len(labels)), key=command.id, target=command)
        yield from (Row(line, indent=4, style="dim") for line in wrap(command.help, width - 4))
        return
    said = command.help if command.title.lower() in labels else _named(command)
    first, *rest = wrap(said, width - _KEYS_WIDTH - 1)
    text = f"{labels:<{_KEYS_WIDTH - 1}} {first}"
    yield Row(text, indent=1, strong=(0, len(labels)), key=command.id, target=command)
    yield from (Row(line, indent=_KEYS_WIDTH + 1) for line in rest)


def _named(command: Command) -> str:
    """The sentence with the name that the command has in the palette, unless the sentence says it already."""
    said = command.help.lower()
    return command.help if command.title.lower() in said else f"{command.title}. {command.help}"


class HelpPanel(Vertical):
    """The help over the article; choosing a row calls its command."""

    DEFAULT_CSS = """
    HelpPanel { layer: help; margin: 1 0 1 0; width: 100%; height: 1fr; background: $surface; }
    """

    class CommandChosen(Message):
        """The reader chose a command from the list."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keys: Mapping[str, tuple[str, ...]], in_library: bool = False) -> None:
        super().__init__()
        self._keys = keys
        self._in_library = in_library
        self._words = ""
        self.list = PanelList()

    def compose(self) -> Iterator[Widget]:
        yield filtered_title("Help", self._keys)
        yield self.list

    def filter(self, words: str) -> None:
        """Show only the commands with these words."""
        self._words = words
        self._list_rows()

    def on_resize(self, event: events.Resize) -> None:
        self._list_rows()

    def _list_rows(self) -> None:
        width = max(20, self.size.width - 4)
        self.list.show_rows(help_rows(self._keys, width, self._words, in_library=self._in_library))

    @on(RowList.Chosen)
    def _call(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.CommandChosen(event.row.target))
