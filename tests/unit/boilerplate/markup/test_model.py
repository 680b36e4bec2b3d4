from typing import Any

import pytest

from annotators.boilerplate.markup.features import keys_of, own_features
from annotators.boilerplate.markup.model import FORMAT, load_markup_model, parse_markup_model
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html

DOCUMENT: dict[str, Any] = {
    "format": FORMAT,
    "kinds": ["body", "nav"],
    "scale": 0.5,
    "weights": {"any": "0 -2", "w3": "0 4 2 -6", "in:nav": "0 -8 2 10"},
    "start": 0.25,
    "trees": [[[0, 1], [0.5, 2.0], [-1, -2], [1, -3], [1.0, 2.0, 3.0]]],
}


def test_weights_of_all_lanes_add_up_at_once() -> None:
    model = parse_markup_model(DOCUMENT)
    total = model.total(["any", "w3", "in:nav", "unknown"])
    assert model.lanes(total) == [-3.0, 0.0, 2.0]
    assert model.story(total) == -3.0
    assert model.lanes(total * 4, 4) == [-3.0, 0.0, 2.0]


PAGE = b"""<title>Ferry stays</title><body>
<nav class="menu top"><ul><li><a href=a>News</a></li><li><a href=b>News</a></li></ul></nav>
<main class=tale><div id=story><h1>Ferry stays</h1>
<figure><img src=a.jpg><figcaption class=tale>Photo: Ann Lee</figcaption></figure>
<p>The harbour board said on Monday that the ferry would run for one more winter, all the same.</p>
<p class=tale>Sign up for our newsletter, <a href=c>here</a>.</p></div></main>
<div class=tale><section><div><p>Foot</p></div></section></div>"""


def test_the_totals_of_blocks_are_those_of_their_features():
    shipped, view = load_markup_model(), view_of(load_html(PAGE, "a.html"))
    features = [[*own.features, *path.features] for own, path in zip(own_features(view), view.paths, strict=True)]
    assert len(features) == 7
    for model in (shipped, parse_markup_model(DOCUMENT | {"weights": dict.fromkeys(features[4], "0 1")})):
        assert model.totals(view.paths, keys_of(view)) == [model.total(row) for row in features]


def test_names_of_elements_are_weighed_by_distance() -> None:
    view = view_of(load_html(PAGE, "a.html"))
    weighed = {"c0:tale": [3, 5], "c1:tale": [2, 4], "c2:tale": [6], "c:tale": [2, 3, 4, 5]}
    for name, blocks in weighed.items():
        model = parse_markup_model(DOCUMENT | {"scale": 1.0, "weights": {name: "0 1"}})
        totals = model.totals(view.paths, keys_of(view))
        assert [number for number, total in enumerate(totals) if model.story(total)] == blocks, name


def test_a_feature_gains_for_one_kind_over_another() -> None:
    model = parse_markup_model(DOCUMENT)
    assert model.gains(0, -1)["w3"] == 2.0
    assert model.gains(0, 2)["w3"] == 5.0
    assert model.gains(2, 0)["unknown"] == 0.0


@pytest.mark.parametrize(("row", "grown"), [([0.5, 0], 1.25), ([0.6, 2.0], 2.25), ([0.6, 2.1], 3.25)])
def test_trees_are_walked_from_the_root(row: list[float], grown: float) -> None:
    assert parse_markup_model(DOCUMENT).grown(row) == grown


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="not a broadsheet-markup/2"):
        parse_markup_model({"format": "broadsheet-markup/1"})
