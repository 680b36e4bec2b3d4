"""How the shipped models are made; nothing here is installed.

A command that lacks what the extra `train` brings says so in a line.
"""

from __future__ import annotations

import sys
from types import TracebackType

__all__ = ["tell_missing"]


def tell_missing(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What is printed of an error that ends a command: of a package that is not there, how to get it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        print(f"{package} is not installed: pip install -e '.[train]' brings what training needs", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


if sys.argv[:1] == ["-m"]:  # as `python -m training...` has it while it looks for the command; no test and no import
    sys.excepthook = tell_missing
