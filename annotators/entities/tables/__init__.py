"""Words that the rules for names and values know, sorted, each list with a line on where it is from."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


def read_table(name: str) -> dict[str, Any]:
    """The table in the file of that name, such as `countries.toml`."""
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
