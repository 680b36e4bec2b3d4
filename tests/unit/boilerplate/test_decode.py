"""How sure it must be that a line is furniture depends on how much of the page is."""

from __future__ import annotations

import pytest

from annotators.boilerplate.decode import choose

STORY = {"body": 0.99, "nav": 0.01}
MENU = {"body": 0.01, "nav": 0.99}


@pytest.mark.parametrize(("menus", "share", "kind"), [
    (0, 0.85, "body"), (0, 0.92, "nav"),  # of 20 lines hardly one is furniture
    (2, 0.7, "body"), (2, 0.8, "nav"),
    (10, 0.65, "nav"), (10, 0.55, "body"),
])  # fmt: skip
def test_where_there_is_little_furniture_more_must_speak_for_it(menus: int, share: float, kind: str) -> None:
    page = [MENU] * menus + [STORY] * (19 - menus) + [{"body": 1 - share, "nav": share}]
    assert choose(page)[-1].kind == kind


def test_a_threshold_that_is_given_holds() -> None:
    assert choose([STORY] * 9 + [{"body": 0.3, "nav": 0.7}], strip_from=0.6)[-1].kind == "nav"
