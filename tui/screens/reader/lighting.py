"""Switching layers on and off, the clean and the raw view, and the kinds of block that are folded away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, cast

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.cleaning import mostly_stripped
from tui.screens.reader.seeking import Seeking
from tui.widgets.lists.places import LAYER_COMMANDS, LAYER_TITLES

if TYPE_CHECKING:
    from tui.widgets.panels.kinds import KindsPanel
    from tui.widgets.sidebar import Sidebar

__all__ = ["Lighting"]


_ITSELF: Final = "body"
"""The kind of the article's own text; without it hardly anything is left."""


class Lighting(Seeking):
    """Commands that change what is visible; none of them changes the place in the article."""

    _doubted = False
    """Whether the reader has been warned that the article itself would be folded away."""
    _told_missing: Article | None = None

    def action_toggle_entities(self) -> None:
        self.toggle_layer(Layer.ENTITIES)

    def action_toggle_quotes(self) -> None:
        self.toggle_layer(Layer.QUOTES)

    def action_toggle_boilerplate(self) -> None:
        self.toggle_layer(Layer.STRUCTURE)

    def action_toggle_notes(self) -> None:
        self.toggle_layer(Layer.NOTES)

    def toggle_layer(self, layer: Layer) -> None:
        """Switch a layer on or off."""
        self.lit = self.lit ^ {layer}
        self.pane.show_layers(self.lit)
        self.sidebar.light(self.lit)
        self.show_title()
        self.show_place()
        name, key = LAYER_TITLES[layer].lower(), self.key_of(LAYER_COMMANDS[layer])
        self.say(f"{name} on" if layer in self.lit else f"{name} off, in other articles too: {key} lights them again")

    def action_toggle_clean(self) -> None:
        self.clean = not self.clean
        self.pane.show_clean(self.clean)
        self.look_again()
        self.show_title()
        self.show_place()
        missing = self._missing
        told = f"clean: {missing}" if missing else "clean: what is not the article is folded"
        if missing:
            self.fail(told)
        else:
            self.say(told if self.clean else "raw: everything that was in the file")

    @property
    def _missing(self) -> str:
        """A sentence that says why the clean view is empty, or nearly; an empty one if it is not."""
        if not self.clean or Layer.STRUCTURE not in self.annotations.ready:
            return ""
        if _ITSELF in self.reader.kinds.stripped:
            return f"{_ITSELF}, the article itself, is folded away: {self.key_of('kinds')} shows it again"
        if not self.clean_characters and self.article.text.strip():
            return f"nothing in it was taken for the article: {self.key_of('toggle_clean')} shows all of it"
        if mostly_stripped(self.article, self.annotations, self.reader.kinds.stripped):
            return f"most of its sentences are folded away: {self.key_of('toggle_clean')} shows all of it"
        return ""

    def _tell_missing(self) -> None:
        """Say why the clean view is empty, or nearly, once for each article."""
        missing = "" if self._told_missing is self.article else self._missing
        if missing:
            self._told_missing = self.article
            self.say(missing, alert=True)

    # Kinds of block.

    async def action_kinds(self) -> None:
        from tui.widgets.panels.kinds import KindsPanel

        if self.shown("KindsPanel"):
            self.close_panel("KindsPanel")
            return
        panel = await self.part(KindsPanel, None, self.keys)
        panel.display = True
        self._doubted = False
        self.set_focus(None)
        self.list_kinds()

    def take_annotations(self, found: AnnotationSet) -> None:
        super().take_annotations(found)
        self.list_kinds()
        self._tell_missing()

    def list_kinds(self) -> None:
        """Fill the open panel of kinds."""
        panel = cast("KindsPanel | None", self.shown("KindsPanel"))
        if panel is not None:
            kinds = self.reader.kinds
            counts = Counter(label.kind for label in self.annotations.blocks)
            panel.show(counts, kinds.stripped, turned=kinds != kinds.turn_back())

    def turn_kind(self, kind: str | None) -> None:
        """Fold a kind away, or show it again; `None` restores the settings.

        Folding the article's own text away has to be confirmed by a second key.
        """
        itself = kind == _ITSELF and _ITSELF not in self.reader.kinds.stripped
        self._doubted = itself and not self._doubted
        if self._doubted:
            self.fail(f"{_ITSELF} is the article itself: the same key again folds it away")
            return
        kinds = self.reader.kinds.turn_back() if kind is None else self.reader.kinds.turn(kind)
        problem = self.reader.choose_kinds(kinds)
        self.pane.show_clean(self.clean, kinds.stripped)
        self.forget_counting()
        self.look_again()
        self.list_kinds()
        self.show_place()
        words = "all as they were set" if kind is None else _turned(kind, folded=kind in kinds.stripped)
        raw = "" if self.clean else f"; this is the raw view, {self.key_of('toggle_clean')} folds"
        if problem or itself:
            self.fail(problem or words + raw)
        else:
            self.say(words + raw)

    def on_sidebar_layer_chosen(self, event: Sidebar.LayerChosen) -> None:
        event.stop()
        self.toggle_layer(event.layer)


def _turned(kind: str, *, folded: bool) -> str:
    return f"{kind.replace('_', ' ')}: {'folded away' if folded else 'shown'} from now on"
