"""Exchange with the library: recalls what it knows of the open article, and keeps place and annotations."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from textual.message import Message

from annotators.annotation import Layer, in_order
from annotators.article import Article
from tui.reading_time import share_of, words_in
from tui.titles import title_of
from tui.widgets.edges.edge_lines import resumed

if TYPE_CHECKING:
    from tui.remembering import Recollection
    from tui.screens.reader.desk import Desk
else:
    Desk = object

__all__ = ["Recalled", "Recalling"]

_EVERY: Final = 20.0
"""Seconds between two savings of the place: the most that a power cut can lose."""


_SHELVED_AFTER: Final = 5.0
"""Seconds after which an open article is added to the library."""


class Recalled(Message):
    """The library's answer about an article; `None` if it cannot answer."""

    def __init__(self, article: Article, recollection: Recollection | None) -> None:
        super().__init__()
        self.article = article
        self.recollection = recollection


class Recalling(Desk):
    """Gives an article that is opened again its layers, place and notes, without annotating it again."""

    placed = False
    """Whether the article was opened at a place that had been asked for, so that the saved one does not matter."""
    _shelved: Article | None = None
    _recalled: Article | None = None
    _kept_place: tuple[str, int, bool] | None = None

    def watch_place(self) -> None:
        """Save the place regularly."""
        if self.reader.memory is not None:
            self.set_interval(_EVERY, self.save_place)

    def recall(self) -> None:
        """Recall the open article; it is annotated if the library does not have all of its annotations."""
        memory, article = self.reader.memory, self.article
        if memory is None:
            self.call_after_refresh(self.annotate)
            return
        answer = memory.recall(article)
        if answer.done():
            self.take_recollection(answer.result())
            return

        def answered(known: Future[Recollection | None]) -> None:
            with contextlib.suppress(RuntimeError):  # the program is ending
                self.post_message(Recalled(article, known.result()))

        answer.add_done_callback(answered)

    def on_recalled(self, event: Recalled) -> None:
        event.stop()
        if event.article is self.article:
            self.take_recollection(event.recollection)

    def take_recollection(self, known: Recollection | None) -> None:
        """Show what the library knows of the open article."""
        self._recalled = self.article
        if known is None:
            if self.go_to_sought():
                self.sought = ""
            self.call_after_refresh(self.annotate)
            return
        key = self.article.fingerprint
        notes = {one.id: one for one in (*known.page.notes, *self.notes.get(key, ()))}  # one may have been quick
        self.notes[key] = in_order(notes.values())
        self.corrections[key] = self.corrections.get(key) or known.page.corrections
        self.orphans = known.page.orphans
        found = known.annotations
        if found is not None:
            self.share = 1.0
            self.all_read.set()
        self.take_annotations(self.found if found is None else found)
        if self.go_to_sought():
            self.sought = ""
            self.call_after_refresh(self.only_looked_up, self.article)
        elif self.sought and found is None:
            pass  # its annotation may still come
        elif place := self._resumes_at(known):
            self._kept_place = (key, place, False)
            self.pane.move_cursor(place)
            self.call_after_refresh(self._say_resumed, self.article, place)
        elif self.orphans:
            self._say_orphans()
        if found is None:
            self.call_after_refresh(self.annotate)
        else:
            self.shelve()

    def _resumes_at(self, known: Recollection) -> int:
        """The saved place, if it is the one to go to and not the top; else 0."""
        if known.entry is None or self.placed or self.pane.cursor:
            return 0
        return known.entry.position if known.entry.position < len(self.article.text) else 0

    def only_looked_up(self, article: Article) -> None:
        """Take the present place for the saved one, which stays until the reader moves on from a search match."""
        if article is self.article:
            self._kept_place = self._place_now()
            if self.orphans:
                self._say_orphans()

    def _say_resumed(self, article: Article, place: int) -> None:
        if article is self.article:
            if said := resumed(share_of(place, len(article.text)), self.key_of("home")):
                self.say(said)
            if self.orphans:
                self._say_orphans()

    def _say_orphans(self) -> None:
        number = len(self.orphans)
        have = "note has" if number == 1 else "notes have"
        self.say(f"{number} {have} lost the words they were about: {self.key_of('orphans')} lists them", alert=True)

    def shelve_soon(self) -> None:
        """Add the article to the library after a while, because indexing it would delay the first keys.

        An article that is left sooner is added then. If the library cannot be written, the reader is told at once.
        """
        article = self.article
        if self.reader.memory is not None:
            self.reader.memory.foresee()

        def shelve() -> None:
            if article is self.article:
                self.shelve()

        self.set_timer(_SHELVED_AFTER, shelve)

    def shelve(self) -> None:
        """Add the article to the library, once each time it is opened."""
        if self.reader.memory is not None and self._shelved is not self.article:
            self._shelved = self.article
            words = words_in(self.clean_characters) if self.annotations.blocks else None
            self.reader.memory.opened(self.article, title_of(self.article, self.annotations), words)

    def keep_found(self) -> None:
        """Keep the annotations in the library, if they are complete."""
        self.shelve()
        if self.reader.memory is not None and Layer.ENTITIES in self.found.ready:
            self.reader.memory.found(self.article, self.found)

    def save_place(self) -> None:
        """Save the place in the article; one that was read to its end begins at the top the next time."""
        memory = self.reader.memory
        if memory is None or not self.pane.size.height:
            return
        if self._recalled is not self.article and not self.pane.cursor:
            return  # left before its saved place was known
        place = self._place_now()
        if place != self._kept_place:
            self._kept_place = place
            self.shelve()
            memory.left(self.article, place[1], read=place[2])

    def _place_now(self) -> tuple[str, int, bool]:
        """The article's fingerprint, the place to save, and whether its end has been seen."""
        ended = self.pane.position >= 1.0
        return self.article.fingerprint, 0 if ended else self.pane.cursor, ended

    def leave_article(self) -> None:
        """Go back to the library if the article was opened from there, else quit."""
        self.save_place()
        if not self.reader.back_to_library():
            self.app.exit()

    def action_library(self) -> None:
        self.save_place()
        self.reader.show_library()

    def annotate(self) -> None:
        """Annotate the open article."""
        raise NotImplementedError

    def go_to_sought(self) -> bool:
        """Go to the first match of the library's search in the article; returns whether there is one."""
        raise NotImplementedError
