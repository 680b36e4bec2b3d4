from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pilot.quick_keys import quick_keys
from tests.pilot.resting import whole_rests
from tui import annotating
from tui.widgets.edges.status_line import StatusLine


@pytest.fixture(autouse=True)
def _what_is_found_is_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are pressed without a rest here, and nobody waits for one."""
    monkeypatch.setattr(annotating, "_REST", 0.0)


@pytest.fixture(autouse=True)
def _browsers_have_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser of the machine is started in the terminal."""
    monkeypatch.setattr("tui.terminal.external.browser_takes_terminal", lambda: False)


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices stay until a test looks at them, however slow the machine is; a test of their end sets a time."""
    monkeypatch.setattr(StatusLine, "NOTICE_SECONDS", 600.0)


@pytest.fixture(autouse=True)
def _keys_do_not_rest() -> Iterator[None]:
    """Reading the screen waits first until all is processed; between two keys nothing waits."""
    with quick_keys(), whole_rests():
        yield
