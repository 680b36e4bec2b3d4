"""Folders are where every other program has them."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from tui.paths import cache_folder, config_file, data_folder, state_folder

FOLDERS = {
    "XDG_CONFIG_HOME": (lambda: config_file().parent, platformdirs.user_config_path),
    "XDG_DATA_HOME": (data_folder, platformdirs.user_data_path),
    "XDG_CACHE_HOME": (cache_folder, platformdirs.user_cache_path),
    "XDG_STATE_HOME": (state_folder, platformdirs.user_state_path),
}


@pytest.mark.parametrize("variable", FOLDERS)
@pytest.mark.parametrize("value", [None, "", " ", "/somewhere/else"])
def test_a_folder_is_where_platformdirs_finds_it(
    variable: str, value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if value is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, value)
    ours, theirs = FOLDERS[variable]
    assert ours() == theirs("broadsheet", appauthor=False)
