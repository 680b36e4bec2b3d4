"""Imports spaCy without its command line.

`import spacy` also imports its command line, for a single function, and with it a third of all that it loads: an HTTP
client, a project manager, templates. This module leaves that out; `spacy.info` and `import spacy.cli` load it when they
are used.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

__all__ = ["import_spacy"]

_COMMAND = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, unless it has been imported already."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_COMMAND)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_COMMAND] = stand_in
    try:
        importlib.import_module("spacy")
    finally:
        if sys.modules.get(_COMMAND) is stand_in:
            del sys.modules[_COMMAND]


def _info(*arguments: Any, **named: Any) -> Any:
    return importlib.import_module(_COMMAND).info(*arguments, **named)


import_spacy()
