"""The main screens at three sizes, in a dark and a light theme and without colour, cell by cell.

`SNAPSHOTS=write pytest tests/snapshots` writes what is shown now as what has to be shown; look at the
difference before it is kept.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from tests.snapshots.looks import Look, contrast, looks_of, shown_as_text, words_of
from tests.snapshots.scenes import SCENES, looked_at

GOLDEN = Path(__file__).with_name("golden")
THEMES = {"dark": "textual-dark", "light": "textual-light", "without colour": "textual-dark"}
FAINTEST = 2.9
"""The least contrast of text: what the names of people have in the light theme, by their own colour."""

SIZES = [(100, 30), (60, 20), (30, 8)]

Painted = tuple[list[str], list[list[tuple[Look, int]]]]


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "TEXTUAL_ANSI_COLOR"):
        monkeypatch.delenv(name, raising=False)


async def painted(
    name: str, theme: str, size: tuple[int, int], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Painted:
    """The words and the looks of a screen in a theme."""
    with monkeypatch.context() as here:
        if theme == "without colour":
            here.setenv("NO_COLOR", "1")
        async with looked_at(name, THEMES[theme], size, folder) as app:
            return words_of(app.screen), looks_of(app.screen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_is_as_it_was(
    name: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {theme: await painted(name, theme, size, tmp_path, monkeypatch) for theme in THEMES}
    words, _ = shown["dark"]
    assert all(other == words for other, _ in shown.values()), "the words are the same in every theme"
    assert len(words) == size[1]
    assert all(sum(cells for _, cells in line) == size[0] for _, looks in shown.values() for line in looks)
    assert all(_has_no_colour(look) for line in shown["without colour"][1] for look, _ in line)
    for theme, (_, looks) in shown.items():
        faint = {look for line in looks for look, _ in line if contrast(look) < FAINTEST}
        assert not faint, f"hard to read in {theme}"
    lines = [f"|{line}" for line in words]
    sections: dict[tuple[str, ...], str] = {}
    for theme, (_, looks) in shown.items():
        section = tuple(shown_as_text(looks))
        same = sections.setdefault(section, theme)
        lines += ["", f"-- {theme}", *section] if same == theme else ["", f"-- {theme}: as {same}"]
    _compare(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", "\n".join(lines) + "\n")


def _has_no_colour(look: Look) -> bool:
    """Whether it is in the terminal's own ink on its own ground."""
    return all(colour is None or colour.is_default for colour in (look.ink, look.ground))


def _compare(path: Path, now: str) -> None:
    if os.environ.get("SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
    before = path.read_text("utf-8")
    if now != before:
        difference = difflib.unified_diff(before.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=1)
        pytest.fail("\n".join((f"{path.name} is not what is shown:", *difference)), pytrace=False)
