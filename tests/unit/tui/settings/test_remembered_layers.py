from __future__ import annotations

from pathlib import Path

from annotators.layer import Layer
from tui.settings.remembered_layers import recall_layers, remember_layers

ALL = frozenset(Layer)
QUOTES = frozenset({Layer.QUOTES})


def test_lit_layers_are_remembered_until_the_settings_change(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "layers.json"
    assert recall_layers(path, ALL) == ALL
    remember_layers(path, ALL, QUOTES)
    assert recall_layers(path, ALL) == QUOTES
    assert recall_layers(path, ALL - QUOTES) == ALL - QUOTES
    remember_layers(path, ALL, frozenset())
    assert recall_layers(path, ALL) == frozenset()


def test_default_layers_leave_no_file_and_an_unreadable_file_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "layers.json"
    remember_layers(path, ALL, QUOTES)
    remember_layers(path, ALL, ALL)
    assert not path.exists()
    for broken in ("", "[]", '{"chosen": 3}', '{"chosen": ["entities", "notes", "quotes", "structure"], "lit": ["x"]}'):
        path.write_text(broken, "utf-8")
        assert recall_layers(path, ALL) == ALL


def test_a_folder_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    remember_layers(tmp_path / "file" / "layers.json", ALL, QUOTES)
