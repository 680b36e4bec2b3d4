"""Where things are: settings, the reader's own data, what may be thrown away, the sample articles."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = [
    "cache_folder",
    "config_file",
    "data_folder",
    "library_file",
    "remembered_kinds_file",
    "sample_articles",
    "sample_folder",
    "state_folder",
]

_NAME: Final = "broadsheet"
_SAMPLES: Final = (".txt", ".md", ".html")


def config_file() -> Path:
    """The file of settings; it need not be there."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "config.toml"


def data_folder() -> Path:
    """What the reader made: the library, notes."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def library_file() -> Path:
    """The library: articles, places, notes and corrections."""
    return data_folder() / "library.sqlite"


def cache_folder() -> Path:
    """What can be made again: annotations of articles that were read."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """What is of use but no loss: positions, logs."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False)


def remembered_kinds_file() -> Path:
    """The kinds of block that were turned with a key."""
    return state_folder() / "kinds.json"


def sample_folder() -> Path:
    """The articles that ship with broadsheet."""
    import sample_articles as package

    return Path(package.__file__ or ".").parent


def sample_articles() -> list[str]:
    """The paths of the sample articles, in the order in which they are shown."""
    return sorted(str(path) for path in sample_folder().iterdir() if path.suffix in _SAMPLES)
