"""The mean of models that were fitted to different pages."""

from __future__ import annotations

from typing import Any

import pytest

from training.boilerplate.fitting.averaging import mean_part, mean_weights


def part(weights: dict[str, str], step: int = 0) -> dict[str, Any]:
    return {"scale": 1 / 256, "steps": [[step, 0], [0, step]], "weights": weights}


def test_weights_are_averaged_and_what_one_lacks_counts_as_nothing() -> None:
    mean = mean_part([part({"words=3": "0 100 1 40"}, 8), part({"words=3": "0 300", "prose": "1 200"}, 4)])
    assert mean["weights"] == {"words=3": "0 200 1 20", "prose": "1 100"}
    assert mean["steps"] == [[6, 0], [0, 6]]


def test_features_of_foreign_pages_are_the_mean_of_those_that_have_seen_such_pages() -> None:
    mean = mean_part([part({"~words=3": "0 100"}), part({"words=3": "0 300"})])
    assert mean["weights"] == {"~words=3": "0 100", "words=3": "0 150"}


def test_small_weights_are_dropped() -> None:
    assert mean_part([part({"prose": "0 30"}), part({})])["weights"] == {}


def test_chains_of_different_scales_have_no_mean() -> None:
    with pytest.raises(ValueError, match="scales"):
        mean_part([part({}), {**part({}), "scale": 1}])


def test_headline_weights_are_averaged_by_name() -> None:
    assert mean_weights([{"size=3": 1.0}, {"size=3": 0.5, "title": -1.0}]) == {"size=3": 0.75, "title": -0.5}
