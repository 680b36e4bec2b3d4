"""Writes the reader's styles as escape sequences into a file, for the first paint of the next start."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.first_paint.looks import ATTRIBUTES, LOOKS_FILE, Table, read_looks, written_looks
from tui.widgets.article_pane.layer_styles import BITS

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.widgets.article_pane.pane import ArticlePane
    from tui.widgets.edges.one_line import OneLine
    from tui.widgets.edges.status_line import StatusLine
    from tui.widgets.sidebar import Sidebar

__all__ = ["Looked", "keep_looks", "looks_of"]

_DEPTHS: Final = {"truecolor": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD}
_MOST: Final = 12
"""The most tables that are kept; those of themes that are not used any more are dropped."""


class Looked(Protocol):
    """The parts of a screen whose styles are written down."""

    pane: ArticlePane
    title_line: OneLine
    status: StatusLine
    sidebar: Sidebar


def looks_of(screen: Looked, depth: str, combined: Collection[int] = ()) -> Table:
    """The styles of a screen, for a terminal with this depth of colour.

    `combined` are masks of several styles of the article; those of single styles are always included.
    """
    system = _DEPTHS[depth]
    masks = {0, *BITS.values(), *combined}
    table: Table = {"pane": {str(mask): _codes(screen.pane.style_of(mask), system) for mask in sorted(masks)}}
    for part, widget, names in (
        ("title", screen.title_line, ("", "line--strong")),
        ("status", screen.status, ("", "line--strong", "line--dim")),
        ("sidebar", screen.sidebar, ("", "row--edge")),
    ):
        table[part] = {name: _codes(_filtered(widget, widget.style(name)), system) for name in names}
    return table


def _filtered(widget: Widget, style: Style) -> Style:
    segments = [Segment("x", style)]
    for line_filter in widget.get_line_filters():
        segments = line_filter.apply(segments, widget.background_colors[1])
    return segments[0].style or style


def _codes(style: Style, system: ColorSystem) -> str:
    """The codes between `ESC[` and `m`; not taken from `Style.render`, which caches those of the first colour depth."""
    codes = [code for name, code in ATTRIBUTES.items() if getattr(style, name)]
    for color, foreground in ((style.color, True), (style.bgcolor, False)):
        if color is not None:
            codes += color.downgrade(system).get_ansi_codes(foreground)
    return ";".join(codes)


def keep_looks(screen: Looked, key: str, folder: Path) -> None:
    """Keep the styles of a screen under `key`, the `looks_key` at the start; failures are ignored."""
    table = looks_of(screen, key.split()[1], screen.pane.masks)
    path = folder / LOOKS_FILE
    kept = read_looks(str(path))
    if kept.get(key) == table or not key.isprintable():
        return
    kept.pop(key, None)
    tables = [*kept.items(), (key, table)][-_MOST:]
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, written_looks(dict(tables)))


def _write(path: Path, text: str) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=".first-paint-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
