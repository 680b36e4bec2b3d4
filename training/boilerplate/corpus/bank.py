"""Adds lines of our own to labelled pages, where such lines occur, so that rarer kinds are seen often."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from training.boilerplate.corpus.augment import retold
from training.boilerplate.corpus.labelled_pages import LabelledPage

__all__ = ["enriched", "pictured"]

_LINES = Path(__file__).parent / "lines.toml"
_FILLED = re.compile(r"\{(\w+)\}")

# kind, place, chance that a page has it, most insertions
_PLACES: tuple[tuple[str, str, float, int], ...] = (
    ("body", "within body", 0.8, 3),
    ("nav", "top", 0.3, 1),
    ("photo", "before body", 0.5, 1),
    ("caption", "near body", 0.9, 3),
    ("credit", "near body", 0.5, 2),
    ("ad", "near body", 0.7, 3),
    ("widget", "anywhere", 0.8, 3),
    ("promo", "near body", 0.6, 2),
    ("related", "near body", 0.6, 2),
    ("source", "end of body", 0.5, 1),
    ("note", "ends of body", 0.3, 1),
    ("author_box", "end of body", 0.5, 1),
    ("tags", "end of body", 0.4, 1),
    ("share", "ends of body", 0.4, 1),
    ("comments", "after body", 0.5, 2),
    ("consent", "edges", 0.4, 1),
    ("other", "anywhere", 0.4, 2),
)
_PICTURE = 0.4
"""The chance that a page without furniture gets a picture's lines, before its story or in it."""
Line = tuple[str, str, bool]


@cache
def _bank() -> dict[str, list[str]]:
    return tomllib.loads(_LINES.read_text(encoding="utf-8"))


def enriched(page: LabelledPage, chance: random.Random) -> LabelledPage:
    """A copy of the page with lines of the rarer kinds added."""
    lines = _lines(page)
    for kind, where, probability, most in _PLACES:
        if chance.random() < probability:
            for _ in range(chance.randint(1, most)):
                at = _position(lines, where, chance)
                lines[at:at] = _group(kind, chance)
    return retold(page, lines, "as is", "enriched")


def pictured(page: LabelledPage, chance: random.Random) -> LabelledPage:
    """The page, by chance with the title, caption and credit of a picture, as an extractor leaves them."""
    if chance.random() >= _PICTURE:
        return page
    lines = _lines(page)
    at = _position(lines, "before body" if chance.random() < 0.6 else "within body", chance)
    lines[at:at] = _photo(chance)
    return retold(page, lines, "as is", "pictured")


def _lines(page: LabelledPage) -> list[Line]:
    """Text, kind and whether a blank line precedes, for each line."""
    return [
        (text, kind, bool(page.page.gaps[number]))
        for number, (text, kind) in enumerate(zip(page.page.texts, page.kinds, strict=True))
    ]


def _position(lines: Sequence[Line], where: str, chance: random.Random) -> int:
    body = [number for number, line in enumerate(lines) if line[1] == "body"] or [len(lines) // 2]
    first, last = body[0], body[-1] + 1
    match where:
        case "top":
            return 0
        case "before body":
            return first
        case "within body":
            return chance.choice(body) + 1
        case "near body":
            return first if chance.random() < 0.35 else chance.choice(body) + 1
        case "end of body":
            return last
        case "ends of body":
            return chance.choice((first, last))
        case "after body":
            return chance.randint(last, len(lines))
        case "edges":
            return chance.choice((0, len(lines)))
    return chance.randint(0, len(lines))


def _group(kind: str, chance: random.Random) -> list[Line]:
    if kind == "photo":
        return _photo(chance)
    template = chance.choice(_bank()["story" if kind == "body" else kind])
    if kind == "caption" and chance.random() < 0.3:
        template = chance.choice(_bank()["caption_with_credit"])
    apart = chance.random() < 0.5 or kind == "body"
    parts = [_fill(part, chance) for part in template.split("|")]
    lines = [(part, kind, apart or not number) for number, part in enumerate(parts)]
    if kind == "caption" and "Photo" not in template and chance.random() < 0.45:
        lines.append((_fill(chance.choice(_bank()["credit"]), chance), "credit", False))
    return lines


def _photo(chance: random.Random) -> list[Line]:
    """The lines of a picture: title, caption, credit, without blank lines between."""
    parts = chance.choice(_bank()["photo"]).split("|")
    return [
        (_fill(part.removeprefix("^"), chance), "credit" if part[0] == "^" else "caption", not number)
        for number, part in enumerate(parts)
    ]


def _fill(template: str, chance: random.Random) -> str:
    def value(match: re.Match[str]) -> str:
        slot = match.group(1)
        return str(chance.randint(1, 30)) if slot == "n" else chance.choice(_bank()[slot])

    filled = _FILLED.sub(value, template)
    return filled[:1].upper() + filled[1:]
