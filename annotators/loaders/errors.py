"""Why a source could not be opened."""

from __future__ import annotations

__all__ = ["LoadError"]


class LoadError(Exception):
    """A source cannot be read: `what` went wrong and `what_to_do` about it, each half a sentence.

    `str()` of it is one line. It may contain a file name as it was given, and so has to be made safe for a terminal.
    """

    def __init__(self, what: str, what_to_do: str) -> None:
        super().__init__(what, what_to_do)
        self.what = what
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        return f"{self.what}; {self.what_to_do}"
