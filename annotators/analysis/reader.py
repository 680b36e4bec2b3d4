"""What reads the passages of an article: the seam between an analysis and its model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotators.annotation import Mention, Span, Spanned
from annotators.quotes import RoleSpan

__all__ = ["Found", "Reader"]


@dataclass(frozen=True, slots=True)
class Found:
    """Names and quotation roles of some passages, in order, in offsets of the article."""

    names: tuple[Mention, ...]
    roles: tuple[RoleSpan, ...]


class Reader(Protocol):
    """A model that is loaded; `language` is the one that it reads, `None` where whoever chose it knows."""

    language: str | None

    def read(
        self,
        text: str,
        passages: Sequence[Span],
        marks: Iterable[Spanned],
        between: Callable[[], object] | None = None,
    ) -> Found:
        """What it finds in some passages of a text; `marks` are the text's pairs of quotation marks.

        `between` is called wherever the work can be left, and may raise to leave it.
        """
        ...
