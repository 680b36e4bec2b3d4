"""Makes the shipped models; nothing here is installed.

A command that lacks a package of the extra `train` says so in one line.
"""

from __future__ import annotations

import sys
from types import TracebackType

__all__ = ["tell_missing"]


def tell_missing(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception hook: for a missing package it prints how to install it, for any other error the traceback."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        print(f"{package} is not installed: pip install -e '.[train]' brings what training needs", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


if sys.argv[:1] == ["-m"]:  # so `python -m training...` has it while it looks for the command; tests and imports do not
    sys.excepthook = tell_missing
