"""The name of a recipe, above its writer, times and servings, is the headline."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.rules.recipe_heads import with_recipe_heads

BELOW = [("Ingredients", "subhead"), ("200g butter", "body"), ("Method", "subhead"), ("Beat the butter.", "body")]


def labelled(*rows: tuple[str, str]) -> list[str]:
    text, labels = "", []
    for said, kind in rows:
        labels.append(BlockLabel(start=len(text), end=len(text) + len(said), kind=kind, score=0.8))
        text += said + "\n"
    return [label.kind for label in with_recipe_heads(text, labels)]


@pytest.mark.parametrize(
    "times", [("Prep 10 min", "Serves 8"), ("Preparation time", "less than 30 mins"), ("Cook time: 1 hour", "Makes 12")]
)
def test_the_line_above_writer_and_times_is_the_headline(times: tuple[str, str]) -> None:
    rows = [("Menu", "nav"), ("Lemon drizzle loaf", "nav"), ("By Tom Hurst", "nav"), *[(time, "nav") for time in times]]
    told = "This is the cake my grandfather baked when it rained."
    kinds = labelled(*rows, (told, "headline"), *BELOW)
    assert kinds[:6] == ["nav", "headline", "byline", "body", "body", "body"]


def test_a_headline_above_stays_and_times_are_kept() -> None:
    rows = [("Six loaves to bake when it rains", "headline"), ("Lemon drizzle loaf", "subhead"), ("Serves 8", "widget")]
    assert labelled(*rows, *BELOW)[:3] == ["headline", "subhead", "body"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Menu", "nav"), ("Search", "nav"), ("Sign in", "nav")],
        [("Minister quits after row", "headline"), ("By Tom Hurst", "byline"), ("He said so.", "body")],
        [("Log in or register", "nav"), ("10 min", "widget")],
    ],
)
def test_lines_above_a_list_that_name_no_recipe_stay(rows: list[tuple[str, str]]) -> None:
    kinds = labelled(*rows, *BELOW)
    assert "headline" not in kinds or kinds[0] == "headline"


def test_without_a_list_of_ingredients_nothing_changes() -> None:
    rows = [("Lemon drizzle loaf", "nav"), ("By Tom Hurst", "nav"), ("Prep 10 min", "nav")]
    assert labelled(*rows, ("Ingredients of a good speech are few.", "body")) == ["nav", "nav", "nav", "body"]
