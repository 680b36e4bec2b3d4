"""Whatever is pressed in whatever order, on every sample article; `benchmarks/reading/random_keys.py` presses more."""

from __future__ import annotations

import pytest

from tests.pilot.random_reading import NAMES, read_at_random


@pytest.mark.parametrize("name", NAMES)
async def test_the_pane_equals_a_naive_full_render_after_random_keys_and_resizes(name: str) -> None:
    await read_at_random(name, seed=NAMES.index(name), steps=80, every=4)


async def test_memory_is_flat_under_random_keys() -> None:
    used = await read_at_random(NAMES[0], seed=11, steps=600, every=100)
    half = len(used) // 2
    assert max(used[half:]) < 1.06 * max(used[:half]), used
