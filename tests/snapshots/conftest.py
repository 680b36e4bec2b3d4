from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pilot.resting import whole_rests
from tui import annotating
from tui.widgets.edges.status_line import StatusLine


@pytest.fixture(autouse=True)
def _what_is_found_is_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are pressed without a rest here, and nobody waits for one."""
    monkeypatch.setattr(annotating, "_REST", 0.0)


@pytest.fixture(autouse=True)
def _screens_are_looked_at_when_all_is_dealt_with(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """And what is said stays, however slow the machine is."""
    monkeypatch.setattr(StatusLine, "NOTICE_SECONDS", 600.0)
    with whole_rests():
        yield
