"""Whatever is pressed in whatever order, on every sample article; `benchmarks/random_keys.py` presses more."""

from __future__ import annotations

import pytest

from tests.pilot.random_reading import NAMES, read_at_random


@pytest.mark.parametrize("name", NAMES)
async def test_the_pane_equals_a_naive_full_render_after_random_keys_and_resizes(name: str) -> None:
    await read_at_random(name, seed=NAMES.index(name), steps=80, every=4)
