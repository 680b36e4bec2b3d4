"""The protocol of a model that reads the passages of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotators.annotation import Mention, Span, Spanned
from annotators.quotes import RoleSpan

__all__ = ["Found", "Reader"]


@dataclass(frozen=True, slots=True)
class Found:
    """The names and quotation roles in some passages, in order, with offsets in the article."""

    names: tuple[Mention, ...]
    roles: tuple[RoleSpan, ...]


class Reader(Protocol):
    """A loaded model; `language` is the one that it reads, or `None` to run it on any article."""

    language: str | None

    def read(
        self,
        text: str,
        passages: Sequence[Span],
        marks: Iterable[Spanned],
        between: Callable[[], object] | None = None,
    ) -> Found:
        """The names and roles in some passages of a text; `marks` are the text's pairs of quotation marks.

        `between` is called wherever the work can be interrupted, and may raise to do so.
        """
        ...
