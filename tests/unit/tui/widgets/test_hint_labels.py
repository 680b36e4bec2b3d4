from __future__ import annotations

import pytest

from tui.widgets.hint_labels import hint_labels


@pytest.mark.parametrize("count", [0, 1, 26, 27, 700])
def test_labels_are_different_and_none_begins_another(count: int) -> None:
    labels = hint_labels(count)
    assert len(set(labels)) == count
    assert len({len(label) for label in labels}) <= 1
