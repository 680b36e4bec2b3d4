"""`python -m tui.shipped_looks` writes the styles that ship for the first paint: those of the default themes."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from annotators.article import Article, Block, Source
from tui.app import BroadsheetApp
from tui.first_paint.ground import LIGHT
from tui.first_paint.looks import Table, looks_key, shipped_looks_file, written_looks
from tui.first_paint.recording import looks_of
from tui.settings.config import Settings

__all__ = ["all_looks"]

_TERMINALS = ({"COLORTERM": "truecolor"}, {"COLORTERM": "", "TERM": "xterm-256color"})
_AUTO = Settings().theme
_TEXT = "A first line\n\nAnd a second."


async def all_looks() -> dict[str, Table]:
    """The styles of the default themes, by `looks_key`; changes the environment."""
    tables: dict[str, Table] = {}
    for theme, more in ((_AUTO, {}), (_AUTO, {"NO_COLOR": "1"}), (LIGHT, {})):
        for terminal in _TERMINALS:
            os.environ.pop("NO_COLOR", None)
            os.environ.update({**terminal, **more})
            key = looks_key(theme)
            tables[key] = await _looks(theme, key.split()[1])
    return tables


async def _looks(theme: str, depth: str) -> Table:
    blocks = (Block(0, 12), Block(14, 27))
    app = BroadsheetApp([Article(_TEXT, blocks, Source("a.txt"))], Settings(theme=theme, model="none/such"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.desk is not None
        return looks_of(app.desk, depth)


if __name__ == "__main__":
    tables = asyncio.run(all_looks())
    Path(shipped_looks_file()).write_text(written_looks(tables), encoding="utf-8")
