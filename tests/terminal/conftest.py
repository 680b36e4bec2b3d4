from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.looking import STARTED_NOW


@pytest.fixture(autouse=True, scope="session")
def _signals_are_heard() -> Iterator[None]:
    """Signals that the test runner ignores (hangups, or interrupts in a background job) would be ignored by the reader,
    too.
    """
    meant = {
        signal.SIGHUP: signal.SIG_DFL,
        signal.SIGINT: signal.default_int_handler,
        signal.SIGQUIT: signal.SIG_DFL,
        signal.SIGTERM: signal.SIG_DFL,
    }
    before = {number: signal.getsignal(number) for number in meant}
    for number, handler in meant.items():
        if number == signal.SIGHUP or before[number] == signal.SIG_IGN:
            signal.signal(number, handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(autouse=True)
def _nobody_stays_behind() -> Iterator[None]:
    """Whatever a test has started has ended with it."""
    yield
    for terminal in [*STARTED_NOW]:
        terminal.close()


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings and the library of the user who runs the tests have no effect."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in (
        "NO_COLOR",
        "VISUAL",
        "BROADSHEET_DEBUG",
        "DISPLAY",
        "COLUMNS",
        "LINES",
        "WAYLAND_DISPLAY",
        "PYTHONUNBUFFERED",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.chdir(tmp_path)
