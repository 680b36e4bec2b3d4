"""Commands on the article as a whole: export, browser, editor, pipe, reload, next and previous article."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotators.text.line_breaks import with_line_feeds
from tui.screens.reader.recalling import Recalling
from tui.screens.reader.seeking import Seeking
from tui.terminal.safe_text import visible

__all__ = ["Handling"]

_PAST: Final = 50
"""The most piped commands that are remembered."""


class Handling(Seeking, Recalling):
    """Commands with effects outside the screen; each reports its result in one line."""

    if TYPE_CHECKING:  # another part of the screen knows

        @property
        def said_of_links(self) -> str: ...

    _piped: tuple[str, ...] = ()
    """The shell commands that an article was piped into, the last one last."""

    # Export.

    async def action_export(self) -> None:
        chosen = self.reader.export_format
        panel = await self.export_panel()
        panel.display = True
        panel.open(chosen, self._suggested(chosen, self.reader.export_folder))

    def _suggested(self, chosen: str, folder: str) -> str:
        """The path in a folder that is suggested for an export in a format."""
        from annotators.exporters import FORMATS
        from tui.titles import suggested_path, title_of

        return suggested_path(title_of(self.article, self.annotations), folder, FORMATS[chosen].extension)

    async def write_export(self, chosen: str, path: str, *, overwrite: bool) -> None:
        """Write the article in a format; a folder is given a file name, and an existing file is asked about first."""
        from annotators.exporters import export
        from tui.saving import SaveError, save_text

        panel = await self.export_panel()
        target = Path(path).expanduser()
        if target.is_dir():
            path = self._suggested(chosen, path)
            panel.path.fill_in(path)
            target = Path(path).expanduser()
        if target.is_file() and not overwrite:
            panel.ask_overwrite(path)
            return
        stripped = self.reader.kinds.stripped
        try:
            written = await asyncio.to_thread(export, self.article, self.annotations, chosen, stripped=stripped)
            await asyncio.to_thread(save_text, target, written, force=overwrite)
        except (SaveError, UnicodeError) as error:
            self.fail(str(error))
            return
        self.reader.export_format, self.reader.export_folder = chosen, str(Path(path).parent)
        self.close_panel("ExportPanel")
        self.say(f"written: {path}")

    # What it is.

    async def action_about(self) -> None:
        from annotators.cleaning import clean_text
        from annotators.metadata import with_metadata
        from tui.reading_time import minutes_for, words_in
        from tui.widgets.panels.about import AboutPanel

        if self.shown("AboutPanel"):
            self.close_panel("AboutPanel")
            return
        panel = await self.part(AboutPanel, None, self.keys)
        panel.display = True
        self.set_focus(None)
        clean = await asyncio.to_thread(clean_text, self.article, self.annotations, self.reader.kinds.stripped)
        article = with_metadata(self.article, self.annotations)
        panel.show(article, len(clean.split()), minutes_for(words_in(self.clean_characters)))

    # Elsewhere.

    async def action_open_url(self) -> None:
        from tui.positions.links import link_at
        from tui.terminal.external import may_open, web_address

        covered = self.covering or self.pane.hides(self.pane.cursor)
        link = None if covered else link_at(self.article, self.pane.cursor)
        address = link.address if link is not None and may_open(link.address) else web_address(self.article)
        if address is None:
            self.say(f"no link is here, and the article has no address of its own{self.said_of_links}")
            return
        await self._browse(address)

    async def _browse(self, address: str) -> None:
        """Open an address: beside the reader if the browser has a window, in its place if it needs the terminal."""
        from tui.terminal.external import browse_in_terminal, browser_takes_terminal, open_in_browser

        if await asyncio.to_thread(browser_takes_terminal):
            opened = self.with_terminal(lambda: browse_in_terminal(address))
        else:
            opened = await asyncio.to_thread(open_in_browser, address)
        if opened is None:
            self.fail("the browser cannot be shown in this terminal")
            return
        if opened:
            self.say(f"opened {address}")
        else:
            self.fail(f"no browser could be started for {address}")

    async def action_edit(self) -> None:
        from annotators.loaders.mailbox import member_of
        from tui.library.entries import is_file_name
        from tui.terminal.external import edit_command, run_editor

        path = Path(self.article.source.location)
        if not path.is_file():
            named = is_file_name(self.article.source.location) and member_of(self.article.source.location) is None
            gone = named and not path.exists()
            self.say(f"{'its file is gone, and it' if gone else 'this article'} is not a file that could be edited")
            return
        try:
            command = edit_command(path, line=self._line_in_file())
        except ValueError as error:
            self.fail(f"what VISUAL or EDITOR says cannot be read ({error})")
            return
        problem = self.with_terminal(lambda: run_editor(command))
        if problem is None:
            self.fail("the editor cannot be shown in this terminal")
            return
        await self.read_again()
        if problem:
            self.fail(problem)

    def _line_in_file(self) -> int:
        """The line of the file at the cursor, counted from 1; 0 if the article's text is not that of the file."""
        if self.article.source.media_type not in {"text/plain", "text/markdown"}:
            return 0
        return with_line_feeds(self.article.text[: self.pane.cursor]).count("\n") + 1

    async def action_pipe(self) -> None:
        await self.open_prompt("pipe", "|", past=self._piped)

    async def pipe_into(self, words: str) -> None:
        """Pipe the clean article into a shell command."""
        import shlex

        from annotators.cleaning import clean_text
        from tui.terminal.external import run_piped

        try:
            command = shlex.split(words)
        except ValueError as error:
            self.fail(f"{words.strip()}: {error}; {self._bring_back}")
            return
        if command:
            self._piped = (*(one for one in self._piped if one != words), words)[-_PAST:]
            text = await asyncio.to_thread(clean_text, self.article, self.annotations, self.reader.kinds.stripped)
            text = visible(with_line_feeds(text).replace("\r\n", "\n"))  # the program may print it on the terminal
            problem = self.with_terminal(lambda: run_piped(command, text))
            if problem is None:
                self.fail("no program can be run in this terminal")
            elif problem:
                self.fail(f"{problem}; {self._bring_back}")
            else:
                self.say(f"given to {words.strip()}")

    @property
    def _bring_back(self) -> str:
        return f"{self.key_of('pipe')} and ↑ bring back what was typed"

    async def action_reload(self) -> None:
        await self.read_again()

    async def read_again(self) -> None:
        """Load the article from its source again; the place follows its words into the new text.

        Nothing happens if the reader has gone on to another article meanwhile.
        """
        from annotators.loaders import PIPE, LoadError, load
        from annotators.loaders.mailbox import member_of
        from tui.positions.following import followed
        from tui.terminal.external import is_web

        old = self.article
        file = (member_of(old.source.location) or (old.source.location,))[0]
        if not Path(file).is_file() and not is_web(old.source.location):
            self.annotate()
            from_pipe = old.source.location == PIPE
            self.say(f"{'this article came from a pipe' if from_pipe else 'its file is gone'}: it cannot be read again")
            return
        if is_web(old.source.location):
            self.say("fetching it again …")
        try:
            new = await asyncio.to_thread(load, old.source.location)
        except LoadError as error:
            self.fail(str(error))
            return
        if self.article is not old:
            return
        if new.text == old.text:
            self.annotate()
            self.say("read again: nothing has changed")
            return
        at = await asyncio.to_thread(followed, old.text, new.text, self.pane.cursor)
        if self.article is old:
            self.articles[self.number] = new
            self.show_article(self.number, at)
            self.say("read again: the text has changed")

    # Another one.

    async def action_next_article(self) -> None:
        await self._step_article(1)

    async def action_previous_article(self) -> None:
        await self._step_article(-1)

    async def _step_article(self, direction: int) -> None:
        if self.shelf_place is not None:
            if not await self.reader.step_on_shelf(direction):
                self.say("this is the last of the list" if direction > 0 else "this is the first of the list")
            return
        number = self.number + direction
        if number == len(self.articles) and self.to_come:
            self.say("the next article is still being opened")
            return
        if not 0 <= number < len(self.articles):
            self.say("this is the last article" if direction > 0 else "this is the first article")
            return
        self.save_place()
        self.places[self.article.fingerprint] = self.pane.cursor
        self.show_article(number, self.places.get(self.articles[number].fingerprint) or None)

    def show_article(self, number: int, at: int | None = None) -> None:
        """Show one of the open articles, at an offset or where it was left."""
        raise NotImplementedError
