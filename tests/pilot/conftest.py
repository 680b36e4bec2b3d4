from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pilot.quick_keys import quick_keys
from tui import annotating


@pytest.fixture(autouse=True)
def _what_is_found_is_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are pressed without a rest here, and nobody waits for one."""
    monkeypatch.setattr(annotating, "_REST", 0.0)


@pytest.fixture(autouse=True)
def _browsers_have_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever browsers there are where the tests run, none of them is started in the terminal."""
    monkeypatch.setattr("tui.terminal.external.browser_takes_terminal", lambda: False)


@pytest.fixture(autouse=True)
def _keys_do_not_rest() -> Iterator[None]:
    """Whoever looks at the screen pauses first; nobody has to between two keys."""
    with quick_keys():
        yield
