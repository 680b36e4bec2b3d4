"""An index of values by span: finds those that overlap a span without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from annotators.annotation import Spanned

__all__ = ["Nearby"]

_BUCKET = 512

T = TypeVar("T")


class Nearby(Generic[T]):
    """Values, each under one or several spans."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[int, int, T]]] = {}

    @classmethod
    def of(cls, spans: Iterable[Spanned], values: Iterable[T]) -> Nearby[T]:
        """The index with each value under one span; the two are of the same length."""
        found = cls()
        for span, value in zip(spans, values, strict=True):
            found.add(span, value)
        return found

    def add(self, span: Spanned, value: T) -> None:
        """Add a value under a span."""
        for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
            self._buckets.setdefault(bucket, []).append((span.start, span.end, value))

    def over(self, span: Spanned) -> Iterator[T]:
        """The values whose spans overlap this one; a value comes once for each of its spans that does."""
        first = span.start // _BUCKET
        for bucket in range(first, span.end // _BUCKET + 1):
            for start, end, value in self._buckets.get(bucket, ()):
                seen_before = bucket > max(first, start // _BUCKET)
                if start < span.end and span.start < end and not seen_before:
                    yield value
