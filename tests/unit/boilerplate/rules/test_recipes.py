"""Ingredient lists between their two headings are kept."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.rules.recipes import with_recipes
from annotators.loaders.text import article_from_text

LIST = ("30g butter", "3 leeks, washed and sliced", "Salt and pepper")


def kinds_of(*lines: str) -> list[str]:
    text, labels, at = "\n".join(lines), [], 0
    for line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind="nav", score=0.9))
        at += len(line) + 1
    return [label.kind for label in with_recipes(text, labels)]


def test_ingredients_are_kept_under_their_heading() -> None:
    kinds = kinds_of("Home", "Serves 4", "Prep time: 10 minutes", "Ingredients", *LIST, "Method", "Print")
    assert kinds == ["nav", "body", "body", "subhead", "body", "body", "body", "subhead", "nav"]


def test_a_button_among_ingredients_is_stripped() -> None:
    assert kinds_of("Ingredients:", *LIST, "Share on Facebook", "Directions")[4] == "nav"


def test_a_menu_that_names_a_recipe_heading_stays_a_menu() -> None:
    assert set(kinds_of("Recipes", "Ingredients", "Techniques", "Method", "Videos")) == {"nav"}
    assert set(kinds_of("Ingredients", *LIST, "Videos")) == {"nav"}
    assert set(kinds_of("Method", *LIST, "Ingredients")) == {"nav"}


def test_a_recipe_alone_keeps_its_ingredients() -> None:
    text = "\n\n".join(
        (
            "Leek and potato soup",
            "By Hannah Cole\n14 November 2022",
            "A soup for the first cold evening. It takes half an hour and costs next to nothing.",
            "Serves 4\nPrep 10 minutes",
            "Ingredients",
            "\n".join((*LIST, "1 litre vegetable stock", "A handful of chives, to serve")),
            "Method",
            "1. Melt the butter in a heavy pan over a low heat.\n2. Add the leeks and a pinch of salt, and cook for 10 "
            "minutes.\n3. Add the stock. Bring to the boil and simmer for 15 minutes.",
        )
    )
    article = article_from_text(text + "\n", "soup.txt")
    stripped = [article.text[label.start : label.end] for label in label_blocks(article).blocks if label.boilerplate]
    assert stripped == []


ROWS = ("500g floury potatoes", "2 large leeks, sliced", "1 litre of stock", "Salt and pepper")
STEP = "Add the potatoes and the stock, and simmer until all is soft."


def test_a_list_without_headings_is_kept_with_the_steps_below_it() -> None:
    kinds = kinds_of("Home", *ROWS, "The soup was our grandmother's.", STEP, "Share")
    assert kinds == ["nav", *["body"] * 4, "nav", "body", "nav"]


def test_of_quantities_alone_and_of_steps_alone_nothing_is_known() -> None:
    assert set(kinds_of("Home", *ROWS, "Most read")) == {"nav"}
    assert set(kinds_of("Home", *ROWS[:2], STEP)) == {"nav"}
    assert set(kinds_of("Home", ROWS[0], *["News"] * 3, ROWS[1], *["Sport"] * 3, ROWS[2], STEP)) == {"nav"}
