import pytest

from annotators.boilerplate.markup.model import FORMAT, parse_markup_model
from annotators.boilerplate.markup.paths import path_of

DOCUMENT = {
    "format": FORMAT,
    "kinds": ["body", "nav"],
    "scale": 0.5,
    "weights": {"any": [0, -2], "w3": [0, 4, 2, -6], "in:nav": [0, -8, 2, 10]},
    "start": 0.25,
    "trees": [[[0, 1], [0.5, 2.0], [-1, -2], [1, -3], [1.0, 2.0, 3.0]]],
}


def test_weights_of_all_lanes_add_up_at_once() -> None:
    model = parse_markup_model(DOCUMENT)
    total = model.total(path_of("body/nav/p"), ["any", "w3", "unknown"])
    assert model.lanes(total) == [-3.0, 0.0, 2.0]
    assert model.story(total) == -3.0
    assert model.lanes(total * 4, 4) == [-3.0, 0.0, 2.0]


def test_weights_of_one_feature() -> None:
    model = parse_markup_model(DOCUMENT)
    assert model.weights("w3") == {0: 2.0, 2: -3.0}
    assert model.weights("unknown") == {}


@pytest.mark.parametrize(("row", "grown"), [([0.5, 0], 1.25), ([0.6, 2.0], 2.25), ([0.6, 2.1], 3.25)])
def test_trees_are_walked_from_the_root(row: list[float], grown: float) -> None:
    assert parse_markup_model(DOCUMENT).grown(row) == grown


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="not a broadsheet-markup/1"):
        parse_markup_model({"format": "broadsheet-kinds/1"})
