from typing import Any

import pytest

from annotators.boilerplate.markup.features import Own
from annotators.boilerplate.markup.model import FORMAT, parse_markup_model
from annotators.boilerplate.markup.paths import path_of

NO_WORDS = ((),) * (len(Own._fields) - 1)


def own(*features: str) -> Own:
    return Own(features, *NO_WORDS)


DOCUMENT: dict[str, Any] = {
    "format": FORMAT,
    "kinds": ["body", "nav"],
    "scale": 0.5,
    "weights": {"any": [0, -2], "w3": [0, 4, 2, -6], "in:nav": [0, -8, 2, 10]},
    "start": 0.25,
    "trees": [[[0, 1], [0.5, 2.0], [-1, -2], [1, -3], [1.0, 2.0, 3.0]]],
}


def test_weights_of_all_lanes_add_up_at_once() -> None:
    model = parse_markup_model(DOCUMENT)
    (total,) = model.totals([path_of("body/nav/p")], [own("any", "w3", "unknown")])
    assert model.lanes(total) == [-3.0, 0.0, 2.0]
    assert model.story(total) == -3.0
    assert model.lanes(total * 4, 4) == [-3.0, 0.0, 2.0]


def test_names_weigh_by_how_far_out_they_stand() -> None:
    weights = {"c0:tale": [0, 1], "c1:tale": [0, 10], "c2:tale": [0, 100], "c:tale": [0, 1000], "t:p": [0, 10_000]}
    model = parse_markup_model(DOCUMENT | {"scale": 1.0, "weights": weights})
    paths = {"p.tale": 11_001, "div.tale/i/p": 1010, "div.tale/b/i/p": 100, "div.tale/b/i/p.tale": 1001}
    for path, weight in paths.items():
        assert [model.story(total) for total in model.totals([path_of(path)], [own()])] == [weight], path
        told = sum(weights.get(feature, [0, 0])[1] for feature in path_of(path).features)
        assert told == weight, path


def test_what_a_feature_speaks_for() -> None:
    model = parse_markup_model(DOCUMENT)
    assert model.gains(0, -1)["w3"] == 2.0
    assert model.gains(0, 2)["w3"] == 5.0
    assert model.gains(2, 0)["unknown"] == 0.0


@pytest.mark.parametrize(("row", "grown"), [([0.5, 0], 1.25), ([0.6, 2.0], 2.25), ([0.6, 2.1], 3.25)])
def test_trees_are_walked_from_the_root(row: list[float], grown: float) -> None:
    assert parse_markup_model(DOCUMENT).grown(row) == grown


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="not a broadsheet-markup/1"):
        parse_markup_model({"format": "broadsheet-kinds/1"})
