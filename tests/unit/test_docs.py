"""What the documentation names is there, and every room of the library is in the plan of the house."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "training").rglob("README.md"),
        ROOT / "benchmarks/README.md",
    ]
)
PLAN = ROOT / "docs" / "architecture.md"
LINK = re.compile(r"\]\(([^)#\s]+)")
PLACE = re.compile(r"`((?:annotators|tui|training|benchmarks|tests|docs|sample_articles)/[\w./-]*)`")
ROW = re.compile(r"^\| (`.+?`) \|", re.M)
MODULE = re.compile(r"python (?:-m )?((?:benchmarks|training)[\w./]*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_places_and_commands_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []
    assert [command for command in MODULE.findall(text) if not is_program(command.rstrip("."))] == []


def is_program(command: str) -> bool:
    if command.endswith(".py"):
        return (ROOT / command).is_file()
    place = ROOT / command.replace(".", "/")
    return place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()


def test_every_room_is_in_the_plan() -> None:
    named = set()
    for row in ROW.findall(PLAN.read_text(encoding="utf-8")):
        first, *others = re.findall(r"`([^`]+)`", row)
        named |= {first, *(f"{first.split('/')[0]}/{other}" for other in others)}
    rooms = {f"{package}/{place.name}/" for package in ("annotators", "tui") for place in packages_in(ROOT / package)}
    modules = {
        f"{package}/{place.name}" for package in ("annotators", "tui") for place in (ROOT / package).glob("[!_]*.py")
    }
    assert sorted((rooms | modules) - named) == []
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def packages_in(folder: Path) -> list[Path]:
    return [place for place in folder.iterdir() if (place / "__init__.py").is_file()]
