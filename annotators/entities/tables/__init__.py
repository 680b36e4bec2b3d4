"""The sorted word lists of the rules for names and values; each file says where its words are from."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


def read_table(name: str) -> dict[str, Any]:
    """The contents of a table file, such as `countries.toml`."""
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
