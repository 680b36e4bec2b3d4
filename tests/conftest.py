"""What holds for all tests: the examples of property tests are the same every time, and none of them has a deadline."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_STEADY = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
"""A test that fails fails for everybody, and none because the machine is busy."""

settings.register_profile("steady", _STEADY)
settings.register_profile("searching", _STEADY, derandomize=False)
settings.load_profile("steady")  # `pytest --hypothesis-profile searching` looks for examples that nobody has tried
