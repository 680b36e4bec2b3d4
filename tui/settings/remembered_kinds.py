"""The choices of kinds that were made in the reader, kept from one session to the next."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from annotators.kinds import KINDS
from tui.settings.kinds import switched

__all__ = ["recall_kinds", "remember_kinds"]

_LISTS: Final = {"keep": False, "strip": True}


def recall_kinds(path: Path) -> dict[str, bool]:
    """The choices of an earlier session; empty if there are none or the file cannot be read."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        known = json.loads(path.read_text(encoding="utf-8"))
        return switched(*([kind for kind in known.get(name, ()) if kind in KINDS] for name in ("keep", "strip")))
    return {}


def remember_kinds(path: Path, turned: Mapping[str, bool]) -> str:
    """Keep the choices for the next session; returns why that failed, else an empty string."""
    lists = {name: sorted(kind for kind, out in turned.items() if out == wanted) for name, wanted in _LISTS.items()}
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(lists) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        return f"not remembered: {path} cannot be written ({error.strerror})"
    return ""
