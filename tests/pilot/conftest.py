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
    """Whatever browsers there are where the tests run, none of them is started in the terminal."""
    monkeypatch.setattr("tui.terminal.external.browser_takes_terminal", lambda: False)


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said is there still when somebody looks, however slow the machine; who waits for its end sets a time."""
    monkeypatch.setattr(StatusLine, "NOTICE_SECONDS", 600.0)


@pytest.fixture(autouse=True)
def _keys_do_not_rest() -> Iterator[None]:
    """Whoever looks at the screen pauses first, until all is dealt with; nobody has to between two keys."""
    with quick_keys(), whole_rests():
        yield
