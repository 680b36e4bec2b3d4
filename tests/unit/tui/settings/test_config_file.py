"""Settings are read from a file, and errors in it are named."""

import re
from pathlib import Path

import pytest

from annotators.annotation import Layer
from tui.settings.config import Settings
from tui.settings.config_file import ConfigError, look_at_settings, read_settings
from tui.settings.keymap import resolve_keys


def test_without_a_file_everything_is_as_built_in(tmp_path):
    assert read_settings(tmp_path / "config.toml") == Settings()


def test_every_setting_can_be_chosen(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = "nord"\nmeasure = 66\nlayers = ["quotes"]\nclean = false\nsidebar = false\nmodel = "my_model"\n'
        'mouse = false\nkeep = ["caption", "credit"]\nstrip = ["byline"]\n'
        '[keys]\npage_down = "space,n"\n'
    )
    assert read_settings(path) == Settings(
        theme="nord", measure=66, layers=frozenset({Layer.QUOTES}), clean=False, sidebar=False, model="my_model",
        mouse=False, keys={"page_down": "space,n"}, keep=frozenset({"caption", "credit"}), strip=frozenset({"byline"}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("measur = 60", "there is no setting 'measur'; did you mean 'measure'?"),
        ("measure = 3", "measure needs a number of columns from 20 to 400"),
        ("measure = true", "measure needs a number"),
        ("clean = 1", "clean needs true or false"),
        ("theme = 4", "theme needs a text"),
        ('layers = ["quots"]', "layers has no layer 'quots'; did you mean 'quotes'?"),
        ('layers = "quotes"', "layers needs a list"),
        ('keep = ["captoin"]', "keep has no kind 'captoin'; did you mean 'caption'?"),
        ("strip = 3", "strip needs a list of headline"),
        ("keys = 3", "keys needs lines such as"),
        ("theme = ", "cannot be read"),
    ],
)
def test_an_error_in_the_settings_names_the_file(tmp_path, written, message):
    path = tmp_path / "config.toml"
    path.write_text(written)
    with pytest.raises(ConfigError, match=r"config\.toml") as caught:
        read_settings(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_that_is_wrong_is_said_and_the_rest_holds(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('theme = "nord"\nmeasure = 5\n[keys]\npage_dwn = "n"\nquit = "Q"\n')
    settings, wrong = look_at_settings(path)
    assert settings == Settings(theme="nord", keys={"quit": "Q"})
    assert [str(error).removeprefix(f"{path}: ") for error in wrong] == [
        "measure needs a number of columns from 20 to 400",
        "keys.page_dwn: no such command; did you mean page_down?",
    ]


def test_settings_that_are_no_text_are_reported(tmp_path):
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_settings(path)


def test_the_documentation_shows_what_is_built_in_and_its_examples_can_be_chosen(tmp_path):
    documented = (Path(__file__).parents[4] / "docs" / "settings.md").read_text(encoding="utf-8")
    shown = documented.split("```toml\n")[1].split("```")[0]
    path = tmp_path / "config.toml"
    path.write_text(shown, encoding="utf-8")
    assert read_settings(path) == Settings()
    path.write_text(re.sub(r"(?m)^# (?=\w+ = )", "", shown), encoding="utf-8")
    chosen = read_settings(path)
    assert chosen.model == "name"
    assert resolve_keys(chosen.keys)["page_down"] == ("space", "n")
    assert all(name in documented for name in Settings._fields)
