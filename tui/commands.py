"""The registry of the reader's commands, from which key bindings, palette, help and `broadsheet keys` are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

__all__ = ["COMMANDS", "GROUPS", "LIBRARY_ONLY", "Command", "commands_of", "first_key", "key_label", "with_keys"]


class Command(NamedTuple):
    """One command, which a screen carries out in its method `action_<id>`.

    `keys` are the default keys, as Textual names them or as single characters. `title` is the name in the palette;
    `help` is a sentence for the help page, in which `{id}` stands for the key of a command. `hint` is the word on
    the status line, empty for a command that is not shown there.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    hint: str = ""


MOVE: Final = "Moving"
JUMP: Final = "Annotations"
LAYERS: Final = "Layers"
SEARCH: Final = "Searching"
NOTES: Final = "Notes and copying"
VIEW: Final = "The screen"
ARTICLE: Final = "The article"
LIBRARY: Final = "In the library"
PROGRAM: Final = "The program"

GROUPS: Final = (MOVE, JUMP, LAYERS, SEARCH, NOTES, VIEW, ARTICLE, LIBRARY, PROGRAM)

COMMANDS: Final[tuple[Command, ...]] = (
    Command("line_down", ("j", "down"), "Line down", "One line down, or one row in a list.", MOVE),
    Command("line_up", ("k", "up"), "Line up", "One line up, or one row in a list.", MOVE),
    Command("half_down", ("d", "ctrl+d"), "Half a page down", "Half a page down.", MOVE),
    Command("half_up", ("u", "ctrl+u"), "Half a page up", "Half a page up.", MOVE),
    Command("page_down", ("space", "pagedown", "ctrl+f"), "Page down", "A page down.", MOVE),
    Command("page_up", ("pageup", "ctrl+b"), "Page up", "A page up.", MOVE),
    Command("home", ("g", "home"), "Beginning", "To the beginning.", MOVE),
    Command(
        "end",
        ("G", "end"),
        "End",
        "To the end. After a number, that many percent into the article: 50{end} is the middle. "
        "If the number begins with a digit that is a key, type 0 before it: 030{end}.",
        MOVE,
    ),
    Command(
        "set_mark",
        ("m",),
        "Set a mark",
        "Give the place here a letter, for as long as the program runs.",
        MOVE,
    ),
    Command(
        "go_to_mark",
        ("'",),
        "To a mark",
        "To the mark of a letter; {go_to_mark}' goes back to before the last leap.",
        MOVE,
    ),
    Command("paragraph_next", ("}",), "Next paragraph", "To the next paragraph.", MOVE),
    Command("paragraph_previous", ("{",), "Previous paragraph", "To the paragraph before.", MOVE),
    Command(
        "next_annotation",
        ("]", "."),
        "Next annotation",
        "To the next annotation among the layers that are lit.",
        JUMP,
        hint="next",
    ),
    Command(
        "previous_annotation",
        ("[", "comma"),
        "Previous annotation",
        "To the annotation before, among the layers that are lit.",
        JUMP,
        hint="prev",
    ),
    Command(
        "next_mention",
        ("*",),
        "Next mention of the same",
        "To the next mention of the same entity, or the next quote of the same speaker.",
        JUMP,
    ),
    Command(
        "previous_mention",
        ("#",),
        "Previous mention of the same",
        "To the mention before of the same entity, or the quote before of the same speaker.",
        JUMP,
    ),
    Command(
        "open_card",
        ("enter",),
        "Open the card",
        "The card of the annotation here: all mentions in context, what this person says, why a line is stripped. "
        "On a link: open it. In a list: go to the row.",
        JUMP,
        hint="card",
    ),
    Command(
        "voices",
        ("w",),
        "Who said what",
        "Who speaks and how much, by share of voice: people, organisations, unnamed; "
        "{open_card} shows a speaker's quotes.",
        JUMP,
    ),
    Command("outline", ("T",), "Headings", "The headings of the article; enter goes to one.", JUMP),
    Command("hints", ("f",), "Hints", "A letter on every annotation and link in sight; type it to go there.", JUMP),
    Command("copy_hint", ("F",), "Hints to copy by", "The same letters; type one to copy what it stands for.", JUMP),
    Command("toggle_entities", ("1",), "Entities on or off", "Light or dim who and what is named. Remembered.", LAYERS),
    Command("toggle_quotes", ("2",), "Quotes on or off", "Light or dim who says what. Remembered.", LAYERS),
    Command(
        "toggle_boilerplate",
        ("3",),
        "Boilerplate on or off",
        'Mark or unmark what is not the article. Remembered. "unsure" is beside what is kept and as likely none of it.',
        LAYERS,
    ),
    Command("toggle_notes", ("4",), "Notes on or off", "Light or dim your own notes. Remembered.", LAYERS),
    Command(
        "toggle_clean",
        ("b",),
        "Clean or raw",
        "Fold what is not the article away, or show all of it. Nothing is ever deleted.",
        LAYERS,
        hint="clean/raw",
    ),
    Command(
        "kinds",
        ("B",),
        "Kinds to fold away",
        "Choose which kinds of line the clean view and the export leave out: keep captions, drop bylines. Remembered.",
        LAYERS,
    ),
    Command(
        "search",
        ("/",),
        "Search",
        "Search in the article. All lower case finds every case; a capital makes case count. Up brings back what was "
        "searched for before.",
        SEARCH,
        hint="search",
    ),
    Command(
        "search_pattern",
        ("ctrl+r",),
        "Search by pattern",
        "Search for a regular expression; while one types, from words to a pattern or back.",
        SEARCH,
    ),
    Command("next_match", ("n",), "Next match", "To the next match of the last search.", SEARCH),
    Command("previous_match", ("N",), "Previous match", "To the match before, of the last search.", SEARCH),
    Command(
        "back",
        ("escape",),
        "Back",
        "Back out one step: of hints, a search, a panel, the card, a selection, the sidebar.",
        SEARCH,
    ),
    Command("highlight", ("h",), "Highlight", "Highlight the selection, the annotation or the sentence here.", NOTES),
    Command(
        "note", ("a",), "Write a note", "Write a note on the selection, the annotation or the sentence here.", NOTES
    ),
    Command("delete_note", ("D",), "Delete a note", "Delete your note or highlight here.", NOTES),
    Command(
        "correct",
        ("c",),
        "Correct",
        "Say that what is marked here is right, wrong, of another kind or label, or said by somebody else.",
        NOTES,
    ),
    Command("undo", ("U",), "Take back", "Take back the last note, deletion or correction.", NOTES),
    Command("orphans", ("O",), "Notes without a place", "The notes whose words are gone; enter puts one here.", NOTES),
    Command("select", ("v",), "Select", "Begin a selection at the sentence here; moving extends it.", NOTES),
    Command("character_right", ("shift+right",), "Select a character more", "Select to the next character.", NOTES),
    Command("character_left", ("shift+left",), "Select a character less", "Select to the character before.", NOTES),
    Command(
        "copy",
        ("y",),
        "Copy",
        "Copy the selection (as ctrl+c does), the annotation or the paragraph here, without the line breaks of the "
        "screen; of a link that {hints} has gone to, its address.",
        NOTES,
    ),
    Command("focus_next", ("tab",), "Next part", "To the sidebar, the card or back to the article.", VIEW),
    Command("focus_previous", ("shift+tab",), "Previous part", "The same, the other way.", VIEW),
    Command("expand", ("right",), "Unfold", "Unfold the group in the sidebar, or the stripped lines here.", VIEW),
    Command("collapse", ("left",), "Fold", "Fold the group in the sidebar, or the stripped lines here.", VIEW),
    Command("toggle_sidebar", ("s",), "Sidebar", "Show or hide the sidebar.", VIEW),
    Command(
        "regroup",
        ("S",),
        "Sidebar in another order",
        "List the sidebar by kind, by place in the text, or by name and speaker, mention by mention; "
        "{search} filters it.",
        VIEW,
    ),
    Command("zen", ("z",), "Nothing but the text", "Hide all but the text, or bring it back.", VIEW),
    Command("wider", ("+", "="), "Wider lines", "Make the lines of the text longer.", VIEW),
    Command("narrower", ("-",), "Narrower lines", "Make the lines of the text shorter.", VIEW),
    Command(
        "toggle_dark",
        (),
        "Light or dark",
        "Switch between light and dark until you quit; to keep it, set theme in the settings file.",
        VIEW,
    ),
    Command(
        "themes",
        (),
        "Choose a theme",
        "Choose among all themes until you quit; to keep it, set theme in the settings file.",
        VIEW,
    ),
    Command("export", ("x",), "Export", "Write the clean article to a file.", ARTICLE, hint="export"),
    Command("about", ("i",), "About this article", "Its title, author, date, site, address and length.", ARTICLE),
    Command(
        "open_url",
        ("o",),
        "Open in the browser",
        "Open the link or the address here, or else the address the article came from.",
        ARTICLE,
    ),
    Command("edit", ("E",), "Edit", "Open the file in $VISUAL or $EDITOR, at the line here.", ARTICLE),
    Command(
        "pipe",
        ("|",),
        "Pipe into a program",
        "Give the clean article to a program on its standard input: wc -w, less, mail -s words somebody.",
        ARTICLE,
    ),
    Command("reload", ("r",), "Reload", "Read the article again from where it came.", ARTICLE),
    Command("next_article", ("J",), "Next article", "To the next article.", ARTICLE),
    Command("previous_article", ("K",), "Previous article", "To the article before.", ARTICLE),
    Command(
        "compare",
        ("C",),
        "Compare with another article",
        "Hold another article against this one: what both quote, what was edited in it, what only one of them has.",
        ARTICLE,
    ),
    Command(
        "swap",
        ("%",),
        "To the other of two compared",
        "To the other of two articles that are compared, where it has what the cursor is on.",
        ARTICLE,
    ),
    Command(
        "library", ("L",), "The library", "Everything you have opened; {quit} comes back from an article.", ARTICLE
    ),
    Command("tags", ("t",), "Tags", "Give the article tags, or take them away.", LIBRARY, hint="tags"),
    Command("toggle_read", ("m",), "Read or unread", "Mark the article as read, or as unread.", LIBRARY, hint="read"),
    Command(
        "take_off",
        ("D", "delete"),
        "Take out of the library",
        "Take the article out of the library; its file and your notes stay, and {undo} puts it back.",
        LIBRARY,
    ),
    Command(
        "import_folder",
        ("i",),
        "Import a folder",
        "Put all articles of a folder into the library; {back} stops it.",
        LIBRARY,
        hint="import",
    ),
    Command(
        "import_failures",
        ("e",),
        "What was not imported",
        "What the last import could not read, and why.",
        LIBRARY,
    ),
    Command("palette", ("ctrl+p", ":"), "Commands", "Find a command by its name.", PROGRAM),
    Command("help", ("?", "f1"), "Help", "This list; {search} filters it.", PROGRAM, hint="help"),
    Command(
        "suspend", ("ctrl+z",), "To the shell", "Back to the shell for a while; fg there comes back here.", PROGRAM
    ),
    Command(
        "redraw", ("ctrl+l",), "Paint anew", "Paint the screen anew, where another program has written on it.", PROGRAM
    ),
    Command("quit", ("q",), "Quit", "Close what is open, or quit.", PROGRAM),
)

LIBRARY_ONLY: Final = frozenset(command.id for command in COMMANDS if command.group == LIBRARY)
"""The commands that only the library has."""

_LABELS: Final = {
    "comma": ",",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
    "f1": "F1",
}


_IN_LIBRARY: Final = {
    "end": ("End", "To the end."),
    "open_card": ("Open", "Open the article."),
    "search": ("Search", "Search all articles while you type: words, entity: said-by: kind: title: tag: is:unread."),
    "back": ("Back", "Back out one step: of a search, a panel, an import."),
    "undo": ("Put back", "Put back the article that was taken out of the library last."),
    "quit": ("Quit", "Close what is open, go back to the article one came from, or quit."),
}
"""Titles and help of commands that do something else in the library."""


def commands_of(keys: Mapping[str, Sequence[str]], *, in_library: bool = False) -> Iterator[Command]:
    """The commands whose ids are in `keys`, with the titles and help that they have on that screen.

    The help names keys as they are bound in `keys`.
    """
    for command in COMMANDS:
        if command.id in keys:
            title, sentence = command.title, command.help
            if in_library:
                title, sentence = _IN_LIBRARY.get(command.id, (title, sentence))
            yield command._replace(title=title, help=with_keys(sentence, keys))


def with_keys(sentence: str, keys: Mapping[str, Sequence[str]]) -> str:
    """The sentence with each `{id}` replaced by the first key of that command."""
    return re.sub(r"\{([a-z_]+)\}", lambda named: first_key(keys, named[1]), sentence)


def first_key(keys: Mapping[str, Sequence[str]], command: str) -> str:
    """The label of a command's first key; `:`, which opens the palette, if it has none."""
    return key_label(next(iter(keys.get(command, ())), ":"))


def key_label(key: str) -> str:
    """The label of a key on the screen: `↓` for `down`, `ctrl+p` as it is."""
    return _LABELS.get(key, key)
