"""`broadsheet --version`, `keys` and `paths`: version, key bindings, files and folders."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tui import paths
from tui.settings.config_file import ConfigError, read_settings
from tui.terminal.console import narrate, write_data

__all__ = ["places", "tell_keys", "tell_paths", "tell_version", "version_of"]


def tell_version() -> int:
    """Print the version."""
    write_data(f"broadsheet {version_of('broadsheet') or 'unknown'}\n")
    return 0


def tell_keys() -> int:
    """Print every command with the keys of the settings: keys, id and help, separated by tabs."""
    from tui.commands import commands_of, key_label
    from tui.settings.keymap import KeymapError, resolve_keys

    try:
        keymap = resolve_keys(read_settings(paths.config_file()).keys)
    except (ConfigError, KeymapError) as error:
        narrate(str(error))
        return 1
    for command in commands_of(keymap):
        keys = " ".join(key_label(key) for key in keymap[command.id])
        write_data(f"{keys}\t{command.id}\t{command.help}\n")
    return 0


def tell_paths() -> int:
    """Print the files and folders that are used: name and path, separated by a tab."""
    for name, path in places().items():
        write_data(f"{name}\t{path}\n")
    return 0


def places() -> dict[str, Path]:
    """The files and folders that are used, by name."""
    return {
        "settings": paths.config_file(),
        "data": paths.data_folder(),
        "state": paths.state_folder(),
        "cache": paths.cache_folder(),
        "samples": paths.sample_folder(),
    }


def version_of(package: str) -> str | None:
    """The version of a package that is installed, or `None`."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
