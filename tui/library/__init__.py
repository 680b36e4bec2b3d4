"""What the reader has opened: articles, places, notes and cached annotations, in one SQLite file."""

from tui.library.database import LibraryError, open_database
from tui.library.entries import Entry
from tui.library.shelf import Library

__all__ = ["Entry", "Library", "LibraryError", "open_database"]
