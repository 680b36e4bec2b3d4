from __future__ import annotations

import pytest

from tui.commands import COMMANDS
from tui.widgets.help_panel import help_rows


@pytest.mark.parametrize("width", [100, 40])
def test_every_command_has_the_name_in_help_that_it_has_in_the_palette(width: int) -> None:
    keys = {command.id: command.keys for command in COMMANDS}
    for command in COMMANDS:
        rows = help_rows({command.id: keys[command.id]}, width, command.title.lower())
        shown = " ".join(" ".join(row.text for row in rows).split()).lower()
        assert command.title.lower() in shown
