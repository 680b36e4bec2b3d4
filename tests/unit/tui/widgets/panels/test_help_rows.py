from __future__ import annotations

import pytest

from tui.commands import COMMANDS
from tui.widgets.article_pane.folds import CLOSED_MARK
from tui.widgets.article_pane.gutter_names import UNSURE
from tui.widgets.article_pane.minimap import GLYPHS
from tui.widgets.panels.help import help_rows


@pytest.mark.parametrize("width", [100, 40])
def test_every_command_has_the_name_in_help_that_it_has_in_the_palette(width: int) -> None:
    keys = {command.id: command.keys for command in COMMANDS}
    for command in COMMANDS:
        rows = help_rows({command.id: keys[command.id]}, width, command.title.lower())
        shown = " ".join(" ".join(row.text for row in rows).split()).lower()
        assert command.title.lower() in shown


def test_in_the_library_a_command_is_called_what_it_does_there() -> None:
    rows = help_rows({"open_card": ("enter",), "undo": ("U",)}, 100, in_library=True)
    shown = [row.text for row in rows if row.key]
    assert shown == [
        f"{'enter':<20}Open the article.",
        f"{'U':<20}Put back the article that was taken out of the library last.",
    ]


def test_the_word_in_the_gutter_beside_what_may_be_no_story_is_found_in_help() -> None:
    rows = help_rows({command.id: command.keys for command in COMMANDS}, 100, UNSURE)
    assert [row.text.split()[0] for row in rows if "Boilerplate on or off" in row.text] == ["3"]


def test_a_command_without_a_key_is_shown_as_what_is_typed_for_it() -> None:
    keys = {"toggle_dark": (), "themes": (), "palette": ("ctrl+p", ":")}
    shown = [row.text for row in help_rows(keys, 100) if row.key]
    assert shown[0].startswith(f"{': light or dark':<20}Switch between light and dark")
    assert shown[1].startswith(f"{': choose a theme':<20}Choose among all themes")


def test_the_signs_beside_the_text_are_explained() -> None:
    text = " ".join(row.text for row in help_rows({"open_card": ("enter",)}, 60))
    for sign in (*GLYPHS[1:], CLOSED_MARK, "●", "○"):
        assert sign in text
    assert not [row for row in help_rows({"open_card": ("enter",)}, 60, in_library=True) if row.text == "Signs"]
