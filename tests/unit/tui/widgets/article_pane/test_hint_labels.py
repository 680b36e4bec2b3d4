from __future__ import annotations

from itertools import pairwise

import pytest

from tui.widgets.article_pane.hint_labels import hint_labels


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 676, 700, 1500])
def test_labels_are_different_and_none_begins_another(count: int) -> None:
    labels = sorted(hint_labels(count))
    assert len(set(labels)) == count
    assert not any(after.startswith(label) for label, after in pairwise(labels))


@pytest.mark.parametrize(("count", "single"), [(26, 26), (27, 25), (51, 25), (52, 24), (676, 0)])
def test_as_many_as_can_be_are_one_letter_and_come_first(count: int, single: int) -> None:
    lengths = [len(label) for label in hint_labels(count)]
    assert lengths == [1] * single + [2] * (count - single)
