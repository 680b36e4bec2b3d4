"""Every layer has a cue besides its hue, also where the theme has no ground to give it."""

from __future__ import annotations

from itertools import combinations

from tui.widgets.article_pane.layer_styles import LOOKS
from tui.widgets.article_pane.palette import _style

GROUPS = (
    ("plain",), ("link",), ("headline", "subhead"), ("boilerplate", "fold"), ("statement", "indirect"), ("person",),
    ("organisation", "place", "time", "number", "handle", "other-entity"), ("note",), ("match",), ("current",),
    ("current-match",), ("selection",),
)  # fmt: skip
"""Styles that nobody has to tell apart are in one group."""


def attributes(name: str) -> tuple[bool, ...]:
    """What a style is without any colour."""
    style = _style(LOOKS.get(name, LOOKS["gutter"]._replace(attributes="")), {})
    assert style.color is style.bgcolor is None
    return tuple(
        bool(getattr(style, one)) for one in ("bold", "dim", "italic", "underline", "underline2", "reverse", "strike")
    )


def test_styles_of_different_layers_differ_in_their_attributes() -> None:
    for one, other in combinations(GROUPS, 2):
        alike = {attributes(name) for name in one} & {attributes(name) for name in other}
        assert not alike, (one, other)
