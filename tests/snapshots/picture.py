"""A screen as a picture: SVG that is the same wherever it is drawn, with no font or file from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rich.cells import cell_len
from rich.style import Style
from textual.screen import Screen

__all__ = ["svg_of"]

_CELL, _LINE, _SIZE = 8.4, 18, 14
"""Width of a cell, height of a line and size of the letters, in pixels."""
_PADDING = 12
_INK, _GROUND = "#e0e0e0", "#121212"
"""Where the screen leaves them to the terminal."""


def svg_of(screen: Screen[object], title: str) -> str:
    """The cells of a screen; `title` is what it shows, in words."""
    strips = screen._compositor.render_strips()
    width = max(strip.cell_length for strip in strips) * _CELL + 2 * _PADDING
    height = len(strips) * _LINE + 2 * _PADDING
    runs = (run for line, strip in enumerate(strips) for run in _drawn(line, list(strip)))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" width="{width:g}" role="img"'
            f' font-family="ui-monospace, Menlo, Consolas, monospace" font-size="{_SIZE}">',
            f"<title>{escape(title)}</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{_GROUND}"/>',
            *runs,
            "</svg>\n",
        )
    )


def _drawn(line: int, segments: list[tuple[str, Style | None, object]]) -> Iterator[str]:
    column = 0
    for text, style, _ in _joined(segments):
        cells, left = cell_len(text), _PADDING + column * _CELL
        ink, ground, more = _look(style or Style())
        if ground != _GROUND:
            top = _PADDING + line * _LINE
            yield f'<rect x="{left:.1f}" y="{top}" width="{cells * _CELL:.1f}" height="{_LINE}" fill="{ground}"/>'
        if text.strip():
            blank = len(text) - len(text.lstrip())  # one cell each
            shown = text.strip()
            yield (
                f'<text x="{left + blank * _CELL:.1f}" y="{_PADDING + line * _LINE + 13}" fill="{ink}"{more}'
                f' textLength="{cell_len(shown) * _CELL:.1f}" xml:space="preserve">{escape(shown, quote=False)}</text>'
            )
        column += cells


def _joined(segments: list[tuple[str, Style | None, object]]) -> Iterator[tuple[str, Style | None, object]]:
    """Runs of one look, so that the picture has few elements."""
    text, last = "", None
    for piece, style, _ in segments:
        if text and _look(style or Style()) != _look(last or Style()):
            yield text, last, None
            text = ""
        text, last = text + piece, style
    if text:
        yield text, last, None


def _look(style: Style) -> tuple[str, str, str]:
    """Ink, ground, and the attributes of a `text` element."""
    ink = style.color.triplet.hex if style.color is not None and style.color.triplet else _INK
    ground = style.bgcolor.triplet.hex if style.bgcolor is not None and style.bgcolor.triplet else _GROUND
    if style.reverse:
        ink, ground = ground, ink
    more = ' font-weight="bold"' if style.bold else ""
    more += ' font-style="italic"' if style.italic else ""
    more += ' opacity="0.6"' if style.dim else ""
    more += ' text-decoration="underline"' if style.underline or style.underline2 else ""
    return ink, ground, more
