"""The doctor finds in the settings what the reader would find."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from annotators import pipeline
from tui import paths
from tui.command_line.doctor import tell_doctor

THEMES = ("ansi-light", "dracula", "textual-dark", "textual-light")


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What it says of the settings and the model."""
    tell_doctor(lambda: THEMES)
    lines = capsys.readouterr().out.splitlines()
    return [line for line in lines if line[5:].startswith(("settings", "model"))]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setattr(paths, "config_file", lambda: path)
    monkeypatch.setattr(pipeline, "load_model", lambda name=None: None)
    return path


@pytest.mark.parametrize(
    ("theme", "advice"),
    [
        ("light", "the nearest is textual-light"),
        ("drakula", "the nearest is dracula"),
        ("zzz", "there are ansi-light, dracula, textual-dark, textual-light"),
    ],
)
def test_a_theme_that_is_not_there(theme: str, advice: str, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(f'theme = "{theme}"\n', "utf-8")
    assert told(capsys)[0] == f"BAD  settings: {config}: there is no theme called {theme}: {advice}"


@pytest.mark.parametrize("theme", ["auto", "dracula"])
def test_a_theme_that_is_there(theme: str, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(f'theme = "{theme}"\n', "utf-8")
    assert told(capsys)[0].startswith("ok   settings: ")


def test_themes_are_not_asked_for_where_none_is_chosen(config: Path) -> None:
    def never() -> Collection[str]:
        raise AssertionError("the themes were imported")

    tell_doctor(never)


def test_a_model_that_the_settings_name_is_the_one_that_is_tried(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(name: str | None = None) -> None:
        raise pipeline.ModelUnavailable(f"there is no model {name}")

    monkeypatch.setattr(pipeline, "load_model", load)
    config.write_text('model = "no_such"\n', "utf-8")
    assert told(capsys)[1] == "BAD  model: there is no model no_such"


def test_no_setting_is_suggested_for_a_word_that_is_like_none(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text("bogus = 3\n", "utf-8")
    (wrong, *_) = told(capsys)
    assert "there is no setting 'bogus'; there are theme, " in wrong
