"""Kinds left out: defaults, then settings, choices in the reader, and the command line."""

from pathlib import Path

from annotators.cleaning import DEFAULT_STRIPPED
from tui.settings.config import Settings
from tui.settings.kinds import KindChoice, choice_of, switched
from tui.settings.remembered_kinds import recall_kinds, remember_kinds

SETTINGS = Settings(keep=frozenset({"caption"}), strip=frozenset({"byline"}))


def test_without_any_choice_boilerplate_is_left_out():
    assert KindChoice().stripped == choice_of(Settings()).stripped == DEFAULT_STRIPPED


def test_settings_keep_and_strip():
    assert choice_of(SETTINGS).stripped == (DEFAULT_STRIPPED - {"caption"}) | {"byline"}


def test_choices_in_the_reader_override_the_settings_and_the_command_line_both():
    turned = switched(["byline"], ["caption", "note"])
    assert choice_of(SETTINGS, turned=turned).stripped == DEFAULT_STRIPPED | {"note"}
    asked = switched(["note", "ad"], ["deck"])
    assert choice_of(SETTINGS, asked, turned).stripped == (DEFAULT_STRIPPED - {"ad"}) | {"deck"}


def test_a_kind_that_is_kept_and_stripped_at_once_is_stripped():
    assert choice_of(Settings(), switched(["caption"], ["caption"])).stripped == DEFAULT_STRIPPED


def test_turning_twice_is_turning_not_at_all():
    choice = choice_of(SETTINGS)
    assert "caption" in choice.turn("caption").stripped
    assert choice.turn("caption").turn("caption") == choice
    assert choice.turn("caption").turn("ad").turn_back() == choice


def test_a_choice_in_the_reader_overrides_only_that_kind_of_the_command_line():
    choice = choice_of(Settings(), switched(["caption", "ad"], []))
    turned = choice.turn("caption")
    assert turned.stripped == DEFAULT_STRIPPED - {"ad"}
    assert turned.turned == {}


def test_choices_of_kinds_are_remembered(tmp_path: Path):
    path = tmp_path / "state" / "kinds.json"
    assert recall_kinds(path) == {}
    turned = KindChoice().turn("caption").turn("byline").turned
    assert remember_kinds(path, turned) == ""
    assert recall_kinds(path) == turned == {"caption": False, "byline": True}
    assert [one.name for one in path.parent.iterdir()] == ["kinds.json"]


def test_an_unreadable_file_means_no_remembered_choices(tmp_path: Path):
    path = tmp_path / "kinds.json"
    for written in (b"", b"[]", b"\xff", b'{"keep": 3}', b'{"keep": null}', b'{"keep": ["nothing", 4]}'):
        path.write_bytes(written)
        assert recall_kinds(path) == {}


def test_a_failed_write_of_choices_is_reported_in_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    problem = remember_kinds(tmp_path / "file" / "kinds.json", {"caption": False})
    assert problem.startswith("not remembered: ")
    assert "\n" not in problem
