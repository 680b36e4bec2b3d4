"""The library of opened articles, with places, notes and cached annotations, in one SQLite file."""

from tui.library.database import LibraryError, open_database
from tui.library.entries import Entry, Found, location_of
from tui.library.shelf import Library

__all__ = ["Entry", "Found", "Library", "LibraryError", "location_of", "open_database"]
