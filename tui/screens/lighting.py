"""Which layers are lit, and whether the article is seen clean or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotators.annotation import Layer
from tui.screens.seeking import Seeking
from tui.widgets.places import LAYER_TITLES

if TYPE_CHECKING:
    from tui.widgets.sidebar import Sidebar

__all__ = ["Lighting"]


class Lighting(Seeking):
    """Toggles. None of them moves the place in the article."""

    def action_toggle_entities(self) -> None:
        self.toggle_layer(Layer.ENTITIES)

    def action_toggle_quotes(self) -> None:
        self.toggle_layer(Layer.QUOTES)

    def action_toggle_boilerplate(self) -> None:
        self.toggle_layer(Layer.STRUCTURE)

    def action_toggle_notes(self) -> None:
        self.toggle_layer(Layer.NOTES)

    def toggle_layer(self, layer: Layer) -> None:
        """Light a layer, or dim it if it is lit."""
        self.lit = self.lit ^ {layer}
        self.pane.show_layers(self.lit)
        self.sidebar.light(self.lit)
        self.show_title()
        self.show_place()
        self.say(f"{LAYER_TITLES[layer].lower()} {'on' if layer in self.lit else 'off'}")

    def action_toggle_clean(self) -> None:
        self.clean = not self.clean
        self.pane.show_clean(self.clean)
        self.look_again()
        self.show_title()
        self.show_place()
        self.say("clean: what is not the article is folded" if self.clean else "raw: everything that was in the file")

    def on_sidebar_layer_chosen(self, event: Sidebar.LayerChosen) -> None:
        event.stop()
        self.toggle_layer(event.layer)
