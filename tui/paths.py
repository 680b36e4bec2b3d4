"""Where files are: settings, the reader's own data, caches, sample articles."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "cache_folder",
    "cache_folder_name",
    "config_file",
    "config_file_name",
    "data_folder",
    "library_file",
    "library_file_name",
    "remembered_kinds_file",
    "remembered_kinds_file_name",
    "remembered_layers_file",
    "remembered_layers_file_name",
    "sample_articles",
    "sample_folder",
    "state_folder",
]

_NAME: Final = "broadsheet"
_SAMPLES: Final = (".txt", ".md", ".html")
_XDG: Final = {
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}
"""The folders of the XDG Base Directory Specification."""


def config_file() -> Path:
    """The settings file; it need not exist."""
    return _path(config_file_name())


def config_file_name() -> str:
    """`config_file` as a string, for use before pathlib is imported."""
    return os.path.join(_folder("config"), "config.toml")  # noqa: PTH118


def data_folder() -> Path:
    """The folder of the reader's own data: library and notes."""
    return _path(_folder("data"))


def library_file() -> Path:
    """The file of the library: articles, places, notes and corrections."""
    return _path(library_file_name())


def library_file_name() -> str:
    """`library_file` as a string."""
    return os.path.join(_folder("data"), "library.sqlite")  # noqa: PTH118


def cache_folder() -> Path:
    """The folder of what can be made again."""
    return _path(cache_folder_name())


def cache_folder_name() -> str:
    """`cache_folder` as a string."""
    return _folder("cache")


def state_folder() -> Path:
    """The folder of what is useful but no loss."""
    return _path(_folder("state"))


def remembered_kinds_file() -> Path:
    """The file of the kinds of block that were turned on or off in the reader."""
    return _path(remembered_kinds_file_name())


def remembered_kinds_file_name() -> str:
    """`remembered_kinds_file` as a string."""
    return os.path.join(_folder("state"), "kinds.json")  # noqa: PTH118


def remembered_layers_file() -> Path:
    """The file of the layers that were on when the reader was left."""
    return _path(remembered_layers_file_name())


def remembered_layers_file_name() -> str:
    """`remembered_layers_file` as a string."""
    return os.path.join(_folder("state"), "layers.json")  # noqa: PTH118


def sample_folder() -> Path:
    """The folder of the articles that ship with broadsheet."""
    import sample_articles as package

    return _path(package.__file__ or ".").parent


def sample_articles() -> list[str]:
    """The paths of the sample articles, in the order in which they are shown."""
    return sorted(str(path) for path in sample_folder().iterdir() if path.suffix in _SAMPLES)


def _folder(kind: str) -> str:
    """The folder that platformdirs names; found without it on Linux, as importing it takes time."""
    if sys.platform == "linux":
        variable, otherwise = _XDG[kind]
        base = os.environ.get(variable, "")
        return os.path.join(base if base.strip() else os.path.expanduser(otherwise), _NAME)  # noqa: PTH111, PTH118
    import platformdirs

    return str(getattr(platformdirs, f"user_{kind}_path")(_NAME, appauthor=False))


def _path(name: str) -> Path:
    from pathlib import Path

    return Path(name)
