"""The model's weights, packed as they are asked for."""

from __future__ import annotations

import pytest

from annotators.boilerplate.lines.model import parse_model

WEIGHTS = {"prose": "0 512 1 -256", "words=1": "1 1024"}
PART = {"scale": 1 / 256, "steps": [[0, 256], [0, 0]], "weights": WEIGHTS}


def reading():  # type: ignore[no-untyped-def]
    document = {"format": "broadsheet-kinds/3", "kinds": ["body", "nav"], "headlines": [{}, {}], "readings": [PART] * 2}
    return parse_model(document).readings[0]


def test_weights_of_features_are_added_by_kind_and_unknown_features_weigh_nothing() -> None:
    assert reading().emissions(["prose", "words=1", "nobody knows it"]) == [2.0, 3.0]
    assert reading().emissions([]) == [0.0, 0.0]


def test_gains_of_features_for_a_kind_are_returned_with_their_weights() -> None:
    assert reading().gains(["prose", "words=1", "nobody knows it"], 0, 1) == [(3.0, "prose")]
    assert reading().gains(["prose", "words=1"], 1, 0) == [(4.0, "words=1")]


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="not a broadsheet-kinds"):
        parse_model({"format": "broadsheet-kinds/2"})
