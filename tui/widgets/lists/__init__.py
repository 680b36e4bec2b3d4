"""Lists of rows: what a row is, the list that shows them, and what the rows of each list are."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `text` on the left, `right` at the right edge; both may be unsafe text of an article.

    `strong` is a span of `text` to emphasise, in code points; `parts` are more spans, in order, each with its component
    class (`"gone"` for `row--gone`). `style` names a component class of the list (`"head"` for `row--head`), or is
    `"rule"` for a line across. `key` identifies the row when the rows change; the cursor skips rows without one.
    `target` is the object that choosing the row yields.
    """

    text: str
    right: str = ""
    indent: int = 0
    strong: tuple[int, int] | None = None
    style: str = ""
    key: Hashable = None
    parts: tuple[tuple[int, int, str], ...] = ()
    target: Any = field(default=None, compare=False)
