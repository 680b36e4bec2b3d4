"""The reader's place in a text is found again in an edited one."""

from __future__ import annotations

import pytest

from tui.positions.following import followed

OLD = "Ferry strike\n\nThe strike goes on.\n\nNobody on the quay expects it to end.\n\nThe union met on Monday.\n"


@pytest.mark.parametrize(
    "new",
    [
        "An editor's note.\n\n" + OLD,
        OLD + "More to follow.\n",
        OLD.replace("goes on", "enters its second week, and the islands run short of fuel"),
        OLD.replace("The strike goes on.\n\n", ""),
        OLD.replace("The union met on Monday.\n", ""),
        "Note.\n\n" + OLD.replace("Ferry strike", "Strike").replace("on Monday", "and talked"),
        OLD,
    ],
)
def test_a_place_is_followed_through_an_edit(new: str) -> None:
    assert new[followed(OLD, new, OLD.index("Nobody")) :].startswith("Nobody on the quay")


def test_words_that_are_gone_leave_the_place_where_it_was() -> None:
    new = OLD.replace("Nobody on the quay expects it to end.", "All is well, they say on the quay.")
    assert followed(OLD, new, OLD.index("quay")) == OLD.index("quay")


@pytest.mark.parametrize("new", ["x", "Ferry", " " * 5])
def test_a_place_past_the_end_is_at_the_end(new: str) -> None:
    assert followed(OLD, new, len(OLD) - 30) <= len(new) - 1
    assert followed(OLD, new, 0) == 0


def test_a_megabyte_with_a_change_at_its_beginning_is_followed() -> None:
    old = OLD * 10_000
    assert followed(old, "New.\n" + old, 900_000) == 900_005
