"""The ingredients and steps of a recipe's card are the story."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.article import Article, Block, Source
from annotators.boilerplate.rules.recipe_cards import with_recipe_cards

CARD = (
    ("h3", "Ingredients", "related"),
    ("li", "200 g of gull eggs", "related"),
    ("li", "a pinch of sea salt", "nav"),
    ("li", "1x", "nav"),
    ("button", "Copy the list", "nav"),
    ("div", "Beat the eggs until the ferry has left.", "promo"),
)


def kinds_of(path: str, lines: tuple[tuple[str, str, str], ...] = CARD, *, linked: bool = False) -> list[str]:
    """The kinds found of blocks by tag, text and kind, all in an element of this path."""
    text, made, labels, at = "\n\n".join(line[1] for line in lines), [], [], 0
    for tag, said, kind in lines:
        end = at + len(said)
        made.append(Block(at, end, tag, f"body/article/{path}/{tag}", len(said) if linked else 0, int(linked)))
        labels.append(BlockLabel(start=at, end=end, kind=kind, score=0.6))
        at = end + 2
    return [label.kind for label in with_recipe_cards(Article(text, tuple(made), Source("x.html")), labels)]


@pytest.mark.parametrize(
    "path",
    [
        "div.wprm-recipe-ingredients-container/ul",
        "section#recipe_instructions",
        "div.my-recipe__directions",
        "ul@recipeIngredient",
        "ol.recipe-steps",
    ],
)
def test_ingredients_and_steps_are_the_story(path: str) -> None:
    assert kinds_of(path) == ["subhead", "body", "body", "nav", "nav", "body"]


@pytest.mark.parametrize("path", ["div.recipe-teasers/ul", "div.no-instructions/form", "div.recipe-stepping-stones"])
def test_other_elements_are_not(path: str) -> None:
    assert kinds_of(path) == [kind for *_, kind in CARD]


def test_links_to_recipes_are_not() -> None:
    assert kinds_of("ul.recipe-ingredients", linked=True) == [kind for *_, kind in CARD]


def test_one_ingredient_makes_no_card() -> None:
    assert kinds_of("ul.recipe-ingredients", CARD[:2]) == ["related", "related"]
