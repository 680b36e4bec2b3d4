"""Settings of all tests: property tests use the same examples every time, without a deadline."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_STEADY = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
"""A test that fails fails for everybody, and none because the machine is busy."""

settings.register_profile("steady", _STEADY)
settings.register_profile("searching", _STEADY, derandomize=False)
settings.load_profile("steady")  # `pytest --hypothesis-profile searching` looks for examples that nobody has tried

_ON_THE_CLOCK = ("terminal", "pilot")
"""Folders of tests that drive a program by its screen, and wait."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that depend on the clock are tried a second time; the run lists them at its end, so that they get fixed."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and item.path.relative_to(here).parts[0] in _ON_THE_CLOCK:
            item.add_marker(pytest.mark.flaky(reruns=1))
