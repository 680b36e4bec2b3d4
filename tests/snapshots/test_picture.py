"""The picture in the README equals the reader's screen; `SNAPSHOTS=write pytest tests/snapshots` draws it again."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from annotators.annotation import Layer
from annotators.document import from_document
from annotators.progress import Progress
from tests.pilot.stage import Annotator, reader, until
from tests.snapshots.picture import svg_of
from tui.settings.config import Settings

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "screen.svg"
GOLD = ROOT / "sample_articles" / "01-ferry-strike.gold.json"
SIZE = (100, 30)


async def test_the_picture_in_the_readme_is_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "TEXTUAL_ANSI_COLOR"):
        monkeypatch.delenv(name, raising=False)
    article, marked = from_document(json.loads(GOLD.read_text("utf-8")))
    found = marked.with_layer(Layer.ENTITIES).with_layer(Layer.QUOTES).with_layer(Layer.STRUCTURE)
    annotator = Annotator(steps=(Progress(found, 1.0),))
    async with reader(article, size=SIZE, settings=Settings(theme="textual-dark"), annotator=annotator) as stage:
        stage.screen.go_to(found.statements[0])
        await stage.press("enter")
        await until(stage.pilot, lambda: bool(stage.screen.shown("Card")))
        stage.screen.status.end_notice()
        await stage.pilot.pause()
        shown = svg_of(stage.screen, "An article in the reader: names and quotes found, and the card of a quote open")
    if os.environ.get("SNAPSHOTS") == "write":
        PICTURE.write_text(shown, "utf-8")
    assert PICTURE.read_text("utf-8") == shown, "docs/screen.svg is not what is shown: SNAPSHOTS=write draws it anew"
