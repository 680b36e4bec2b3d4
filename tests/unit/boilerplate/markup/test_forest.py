"""Trees say the same whether they are walked or run as code."""

from random import Random

from annotators.boilerplate.markup import forest
from annotators.boilerplate.markup.forest import Forest
from annotators.boilerplate.markup.model import load_markup_model


def rows(count: int) -> list[list[float]]:
    """Rows of numbers at, just below and just above the thresholds of the model that ships."""
    trees = load_markup_model().trees
    tests = [(column, threshold) for tree in trees for column, threshold in zip(tree[0], tree[1], strict=True)]
    by_chance = Random(4)
    found = []
    for _ in range(count):
        row = [0.0] * (1 + max(column for column, _ in tests))
        for column, threshold in by_chance.sample(tests, len(tests) // 2):
            row[column] = threshold + by_chance.choice((0.0, -1e-9, 1e-9, 5.0, -5.0))
        found.append(row)
    return found


def test_compiled_trees_give_exactly_the_same_sums():
    model = load_markup_model()
    walked, compiled = Forest(model.trees, model.start), Forest(model.trees, model.start)
    compiled.compile()
    some = rows(200)
    assert [walked.logit(row) for row in some] == [compiled.logit(row) for row in some]
    assert len({walked.logit(row) for row in some}) > 100


def test_an_empty_forest_can_be_compiled():
    compiled = Forest([], 0.25)
    compiled.compile()
    assert compiled.logit([1.0]) == 0.25


def test_a_forest_is_compiled_after_many_rows(monkeypatch):
    monkeypatch.setattr(forest, "_OFTEN", 3)
    tree = ([0, 1], [0.5, 2.0], [-1, -2], [1, -3], [1.0, 2.0, 3.0])
    asked = Forest([tree], 0.25)
    assert [asked.logit(row) for row in ([0.5, 0], [0.6, 2.0], [0.6, 2.1], [0.5, 0], [0.6, 2.1])] == [
        1.25, 2.25, 3.25, 1.25, 3.25,
    ]  # fmt: skip
    assert asked._added is not None
