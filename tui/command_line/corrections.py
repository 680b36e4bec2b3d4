"""`broadsheet corrections`: the reader's corrections as training examples."""

from __future__ import annotations

import json
from contextlib import closing

from tui.library import LibraryError, open_database
from tui.library.notebook import Notebook
from tui.paths import library_file
from tui.terminal.console import narrate, write_data

__all__ = ["tell_corrections"]


def tell_corrections() -> int:
    """Print every correction in the library as a line of JSON; returns 1 if the library cannot be read."""
    if not library_file().exists():
        narrate("nothing has been corrected yet: c in the reader corrects what is marked")
        return 0
    try:
        with closing(open_database(library_file())) as database:
            for notice in database.notices:
                narrate(notice)
            for example in Notebook(database).examples():
                write_data(json.dumps(example, ensure_ascii=False) + "\n")
    except LibraryError as error:
        narrate(str(error))
        return 1
    return 0
