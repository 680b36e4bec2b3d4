from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui
from tui.commands import COMMANDS, GROUPS
from tui.screens.reader.screen import ReaderScreen
from tui.settings.keymap import KeymapError, resolve_keys

OF_AN_ARTICLE = [command for command in COMMANDS if command.group != "In the library"]


def test_every_command_has_an_action_a_group_and_a_sentence() -> None:
    for command in OF_AN_ARTICLE:
        assert callable(getattr(ReaderScreen, f"action_{command.id}"))
        assert command.group in GROUPS
        assert command.help.endswith(".")
        assert command.title


def test_no_key_calls_two_commands_and_no_id_is_there_twice() -> None:
    keys = [key for command in OF_AN_ARTICLE for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len(COMMANDS) == len({command.id for command in COMMANDS})


def test_chosen_keys_replace_the_built_in_ones_and_are_taken_from_others() -> None:
    keymap = resolve_keys({"next_annotation": "n, ctrl+n"})
    assert keymap["next_annotation"] == ("n", "ctrl+n")
    assert "n" not in keymap["next_match"]
    assert keymap["help"] == ("?", "f1")


def test_a_command_can_be_left_without_a_key() -> None:
    assert resolve_keys({"quit": ""})["quit"] == ()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"next_anotation": "n"}, "did you mean next_annotation?"),
        ({"next_match": "pagedwn"}, "did you mean pagedown?"),
        ({"next_match": "hyper+x"}, "no key is called"),
        ({"next_match": "n", "help": "n"}, "already chosen for next_match"),
    ],
)
def test_an_invalid_key_is_named_with_the_nearest_valid_one(chosen: dict[str, str], said: str) -> None:
    with pytest.raises(KeymapError, match=r"^keys\.") as raised:
        resolve_keys(chosen)
    assert said in str(raised.value)


def test_every_command_that_a_sentence_names_a_key_of_is_there() -> None:
    sources = Path(tui.__file__).parent.rglob("*.py")
    named = {name for path in sources for name in re.findall(r"key_of\([\"'](\w+)[\"']\)", path.read_text("utf-8"))}
    assert "back" in named
    assert named <= {command.id for command in COMMANDS}
