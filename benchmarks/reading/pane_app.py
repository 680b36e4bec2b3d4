"""The article pane alone: `python -m benchmarks.reading.pane_app FILE.txt`.

Its annotations are those that `make_article.py` has written beside the file.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

gc.disable()  # imported objects stay, and collecting during imports is a seventh of the start-up

# ruff: noqa: E402

from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.screen import Screen

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from benchmarks.reading.make_article import load
from tui.terminal.line_filter import SafeTextFilter
from tui.widgets.article_pane.pane import ArticlePane

LAYER_KEYS = {"1": Layer.ENTITIES, "2": Layer.QUOTES, "3": Layer.STRUCTURE, "4": Layer.NOTES}


class BareScreen(Screen[None]):
    """A screen that paints nothing below the pane, which would be half the work of every frame."""

    BLANK = True


class PaneApp(App[None]):
    """The pane, with the keys that are measured."""

    BINDINGS = [  # noqa: RUF012
        ("j", "pane('move_lines', 1)", ""),
        ("k", "pane('move_lines', -1)", ""),
        ("space", "pane('move_pages', 1.0)", ""),
        ("u", "pane('move_pages', -0.5)", ""),
        ("G", "pane('move_end')", ""),
        ("g", "pane('move_home')", ""),
        ("right_square_bracket", "step(1)", ""),
        ("left_square_bracket", "step(-1)", ""),
        ("b", "clean", ""),
        ("z", "pane('toggle_fold')", ""),
        *((key, f"layer('{key}')", "") for key in LAYER_KEYS),
        ("q", "quit", ""),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, article: Article, annotations: AnnotationSet) -> None:
        super().__init__()
        self.article, self.annotations = article, annotations
        self.lit = frozenset(Layer)
        self.clean = False
        self.pane = ArticlePane()

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), SafeTextFilter()]

    def get_default_screen(self) -> Screen[None]:
        return BareScreen(id="_default")

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.show_article(self.article)
        self.pane.show_annotations(self.annotations)
        self.pane.focus()

    def action_pane(self, name: str, *arguments: float) -> None:
        """Call a method of the pane."""
        getattr(self.pane, name)(*arguments)

    def action_step(self, direction: int) -> None:
        """Go to the next or previous annotation."""
        if (found := self.pane.next_annotation(direction)) is not None:
            self.pane.move_cursor(found.start, annotation=found)

    def action_layer(self, key: str) -> None:
        """Show or hide a layer."""
        self.lit ^= {LAYER_KEYS[key]}
        self.pane.show_layers(self.lit)

    def action_clean(self) -> None:
        """Fold or unfold the boilerplate."""
        self.clean = not self.clean
        self.pane.show_clean(self.clean)


if __name__ == "__main__":
    app = PaneApp(*load(Path(sys.argv[1])))
    gc.freeze()
    gc.enable()
    app.run()
