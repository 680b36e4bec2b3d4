"""Annotations as buffers of their columns, to be sent between processes or kept in the library.

A hundred thousand annotations are a few dozen buffers, and one line of JSON that describes them. They are read back as
columns; no annotation becomes an object until it is needed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from operator import le
from typing import Any, Final

from annotators.annotation import AnnotationSet
from annotators.memory.frames import Buffer
from annotators.memory.lazy_reasons import Reasons
from annotators.memory.packing import PACKED, builder, rows_from
from annotators.rows import Column, Rounded, Rows, Scores, Spans, Strings, Words

__all__ = ["Layout", "laid_out", "taken_up"]

Layout = dict[str, Any]
"""By field, the number of items, and for each column what its buffers do not contain: `null` or a table of values."""

_SIZES: Final = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))


def laid_out(annotations: AnnotationSet, fields: Iterable[str] = PACKED) -> tuple[Layout, list[Buffer]]:
    """The layout and the buffers of some fields of the annotations. Scores are rounded to four places, as in JSON."""
    layout: Layout = {}
    buffers: list[Buffer] = []
    for field in fields:
        rows = getattr(annotations, field)
        if not isinstance(rows, Rows):
            packing = builder(field)
            packing.add(rows)
            rows = packing.rows()
        tables: dict[str, Any] = {}
        for name, values in rows.columns.items():
            tables[name], parts = _parts(values)
            buffers += parts
        layout[field] = [len(rows), tables]
    return layout, buffers


def taken_up(layout: Mapping[str, Any], buffers: Iterable[Buffer]) -> dict[str, Rows[Any]]:
    """The fields by name from the results of `laid_out`.

    Raises `ValueError`, `KeyError` or `TypeError` if layout and buffers do not match.
    """
    left = iter(buffers)
    found = {}
    for field, (length, tables) in layout.items():
        rows = rows_from(field, lambda name, made: _column(made, tables[name], left), length)  # noqa: B023 - at once
        for values in rows.columns.values():
            if not _holds(values, length):
                raise ValueError(f"a column of {field} is not of {length}")
        found[field] = rows
    return found


def _parts(values: Column) -> tuple[Any, list[Buffer]]:
    """The parts of a column: its table of values, if it has one, and its buffers."""
    match values:
        case Words():
            table = [one.said if isinstance(one, Reasons) else one for one in values.table]
            return table, [_small(values.numbers, len(values.table))]
        case Spans():
            return None, [values.edges, values.starts, values.ends]
        case Scores():
            return None, [_rounded(values)]
        case Rounded():
            return None, [values.parts]
        case Strings():
            return None, [values.text, values.ends]
        case array():
            return None, [values]
        case _:
            strings = list(values)
            return None, ["".join(strings), array("I", accumulate(map(len, strings)))]


def _small(numbers: array[int], below: int) -> array[int]:
    code = next(code for code, most in _SIZES if below <= most)
    return numbers if numbers.typecode == code else array(code, numbers)


def _rounded(scores: Scores) -> array[Any]:
    """Scores in ten-thousandths; unchanged if one of them is not between 0 and 6."""
    parts = [-1 if score is None else round(round(score, 4) * 10_000) for score in scores]
    if any(not -1 <= part < Rounded.NONE for part in parts):
        return scores.values
    return array("H", (Rounded.NONE if part < 0 else part for part in parts))


def _column(made: Column, table: Any, buffers: Iterator[Buffer]) -> Column:
    """A column like `made`, which is empty, from the next buffers."""
    match made:
        case Words():
            return Words((tuple(one) if isinstance(one, list) else one for one in table), _numbers(buffers))
        case Spans():
            made.edges, made.starts, made.ends = _numbers(buffers), _numbers(buffers), _numbers(buffers)
            return made
        case Scores():
            values = _numbers(buffers)
            return Scores(values) if values.typecode == "d" else Rounded(values)
        case array():
            return _numbers(buffers)
        case _:
            text = next(buffers, None)
            if not isinstance(text, str):
                raise TypeError("strings without their text")
            return Strings(text, _numbers(buffers))


def _numbers(buffers: Iterator[Buffer]) -> array[Any]:
    numbers = next(buffers, None)
    if not isinstance(numbers, array):
        raise TypeError("a column without its numbers")
    return numbers


def _holds(values: Column, length: int) -> bool:
    """Whether a column has that many values and all of them can be read."""
    match values:
        case Words():
            return len(values.numbers) == length and (not length or max(values.numbers) < len(values.table))
        case Spans():
            edges = values.edges
            in_order = len(edges) == length + 1 and edges[0] == 0 and all(map(le, edges, edges[1:]))
            return in_order and edges[-1] == len(values.starts) == len(values.ends)
        case Strings():
            ends = values.ends
            in_order = len(ends) == length and all(map(le, ends, ends[1:]))
            return in_order and (ends[-1] if length else 0) == len(values.text)
        case Scores():
            return len(values.values) == length
        case Rounded():
            return len(values.parts) == length
        case array():
            return len(values) == length
        case _:
            return False
