"""Imports a folder into the library in the background; files that cannot be read are listed and skipped."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.message import Message

from tui.screens.library.commands import ShelfCommands
from tui.titles import title_of
from tui.working import begin_work

if TYPE_CHECKING:
    from annotators.article import Article
    from tui.remembering import Memory
    from tui.widgets.edges.prompt import Prompt

__all__ = ["ImportMoved", "LibraryImport"]

OFFERED: Final = "./"
"""The folder that the prompt suggests."""

_STRUCTURE_ONLY: Final = "structure"
"""The version of annotations made without the model: enough for the search, but not shown by the reader."""


class ImportMoved(Message):
    """Another article has been imported: `done` of `total`."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ImportMoved)


class LibraryImport(ShelfCommands):
    """One import at a time, in a thread."""

    _stop: threading.Event | None = None
    _ended = False
    failures: tuple[str, ...] = ()
    """What the last import could not read, and why."""
    just_begun = False
    """Whether the sample articles have just been imported, so that the first one is put under the cursor."""

    @property
    def importing(self) -> bool:
        """Whether an import is in progress."""
        return self._stop is not None

    async def action_import_folder(self) -> None:
        if self.importing:
            self.say(f"an import is under way: {self.key_of('back')} stops it")
        else:
            await self.open_prompt("folder", "import the folder", OFFERED, path=True)

    def put_in_place_of_offered(self, prompt: Prompt) -> None:
        """Drop the suggested folder when an absolute path or one from home is typed behind it."""
        if prompt.words != (meant := _without_offered(prompt.words)):
            prompt.fill_in(meant)

    def import_from(self, typed: str) -> None:
        """Import all articles of a folder, or one file."""
        typed = _without_offered(typed.strip())
        if typed:
            begin_work(self, partial(self._import, os.path.expanduser(typed)), group="import")  # noqa: PTH111

    def begin_with_samples(self) -> None:
        """Import the sample articles into an empty library."""
        from tui.paths import sample_articles

        # The one that is imported last is the first in the list.
        begin_work(self, partial(self._import, *reversed(sample_articles()), quiet=True), group="import")

    def stop_import(self) -> None:
        """Stop the import; what has been imported stays."""
        if self._stop is not None:
            self._stop.set()

    async def _import(self, *sources: str, quiet: bool = False) -> None:
        memory = self.reader.memory
        assert memory is not None, "the library is opened only where there is one"
        self._stop = threading.Event()
        try:
            read, failures = await asyncio.to_thread(self._read_all, memory, sources, self._stop)
            answers = [await asyncio.wrap_future(answer) for answer in read]
            new = sum(bool(answer) for answer in answers)
            stopped = self._stop.is_set()
        finally:
            self._stop = None
        self.just_begun = quiet
        self.look()
        if quiet:
            opens, imports, helps = map(self.key_of, ("open_card", "import_folder", "help"))
            self.say(f"these are sample articles: {opens} opens one, {imports} imports a folder, {helps} helps")
            return
        known = f", {len(read) - new} were there already" if len(read) > new else ""
        self.failures, self._ended = tuple(failures), True
        self.status.end_remark()  # how far it had come
        ended = f"{'import stopped' if stopped else 'import ended'}: {new} imported{known}"
        await self._tell_end(ended)

    async def _tell_end(self, ended: str) -> None:
        """Say how an import has ended, and list what failed unless that is one thing, or would cover something."""
        number = len(self.failures)
        if not number:
            self.say(ended)
        elif number == 1:
            self.fail(f"{ended}, 1 failed: {self.failures[0]}")
        elif self.uppermost or self.shown("Prompt"):
            self.say(f"{ended}, {number} failed; {self.key_of('import_failures')} gives the reasons", alert=True)
        else:
            self.fail(f"{ended}, {number} failed; the list gives the reasons")
            await self._list_failures()

    async def action_import_failures(self) -> None:
        if self.shown("FailuresPanel"):
            self.close_panel("FailuresPanel")
        elif self.failures:
            await self._list_failures()
        else:
            self.say("the last import has read everything" if self._ended else "nothing has been imported yet")

    async def _list_failures(self) -> None:
        from tui.widgets.panels.failures import FailuresPanel

        panel = await self.part(FailuresPanel, None, self.keys)
        panel.display = True
        self.set_focus(None)
        panel.show(self.failures)

    def _read_all(
        self, memory: Memory, sources: Sequence[str], stop: threading.Event
    ) -> tuple[list[Future[bool | None]], list[str]]:
        """Import articles one by one, in a thread; returns the library's pending answers and the failures."""
        from annotators.loaders import LoadError, expand, load

        paths = list(expand(sources))
        asked: list[Future[bool | None]] = []
        failures: list[str] = []
        for number, path in enumerate(paths):
            if stop.is_set():
                break
            try:
                asked.append(_add(memory, load(path)))
            except LoadError as error:
                failures.append(str(error))
            except Exception as error:  # one bad file must not end the import
                failures.append(f"{path}: {type(error).__name__}: {error}")
            self.post_message(ImportMoved(number + 1, len(paths)))
        return asked, [_without_folder(line, sources) for line in failures]

    def on_import_moved(self, event: ImportMoved) -> None:
        event.stop()
        if self.importing:
            self.say(f"importing {event.done} of {event.total}; {self.key_of('back')} stops")
            self.look()

    def on_unmount(self) -> None:
        self.stop_import()


def _without_offered(typed: str) -> str:
    return typed.removeprefix(OFFERED) if typed.startswith((f"{OFFERED}/", f"{OFFERED}~")) else typed


def _without_folder(line: str, folders: Sequence[str]) -> str:
    """A message about a file with its path shortened to that in the folder, so that the reason fits on the screen."""
    for folder in folders:
        line = line.replace(folder.rstrip(os.sep) + os.sep, "", 1)
    return line


def _add(memory: Memory, article: Article) -> Future[bool | None]:
    from annotators.pipeline import annotate_structure

    found = annotate_structure(article)
    title = title_of(article, found)
    return memory.ask(lambda shelves: shelves.library.add(article, title, found, _STRUCTURE_ONLY))
