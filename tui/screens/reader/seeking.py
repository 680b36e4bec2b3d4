"""Search in the article: the prompt, highlighted matches, a counter, next and previous match."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from tui.positions.searching import Matches, find_again, find_matches, matches_at
from tui.working import begin_work

if TYPE_CHECKING:
    from tui.screens.reader.desk import Desk
    from tui.widgets.edges.prompt import Prompt
else:
    Desk = object

__all__ = ["Seeking"]

_PAST: Final = 50
"""The most searches that are remembered."""


class Seeking(Desk):
    """Searches while words are typed; enter keeps the place, escape goes back to the old one. Lists are filtered."""

    by_pattern = False
    """Whether the typed search is a regular expression."""
    _wrong = ""
    """Why the last pattern is invalid, else empty."""
    _asked: tuple[tuple[str, bool], ...] = ()
    """Past searches, the last one last, and whether each was a pattern."""

    async def action_search(self) -> None:
        if self.filtered is not None:
            self.filters_sidebar = self.focused is self.sidebar
            await self.open_prompt("filter", "filter")
            return
        self._origin = (self.pane.cursor, self.pane.current)
        await self.open_prompt("search", self._search_title, past=[words for words, _ in self._asked])

    @property
    def _search_title(self) -> str:
        return "/ pattern" if self.by_pattern else "/"

    async def action_search_pattern(self) -> None:
        """Switch between searching by pattern and by words; an open prompt keeps its words."""
        prompt = cast("Prompt | None", self.shown("Prompt"))
        if prompt is not None and prompt.purpose != "search":
            return
        self.by_pattern = prompt is None or not self.by_pattern
        if prompt is None:
            await self.action_search()
            return
        words = prompt.words
        prompt.ask("search", self._search_title, words, past=[words for words, _ in self._asked])
        await self._look_for(prompt, words)

    async def _look_for(self, prompt: Prompt, words: str) -> None:
        """Highlight all matches of the typed words, and go to the first one after the start of the search."""
        by_pattern = self.by_pattern and bool(words)
        found, problem = await self._found(words, by_pattern=by_pattern)
        if by_pattern and not self._still_looks_for(prompt, words):
            return
        self._wrong = problem
        self.show_matches(found.at_or_after(self._origin[0]))
        prompt.say(problem or self.matches.counter, alert=bool(words) and not self.matches.spans)

    async def _found(self, words: str, *, by_pattern: bool) -> tuple[Matches, str]:
        """All matches in the article, none of them current, and why a pattern is invalid."""
        text, stripped = self.article.text, self.pane.stripped
        if not by_pattern:
            return find_matches(text, words, stripped), ""
        from tui.positions.pattern_search import PatternError, find_by_pattern

        try:
            return matches_at(words, await find_by_pattern(text, words), stripped), ""
        except PatternError as error:
            return matches_at(words, ()), str(error)

    def _still_looks_for(self, prompt: Prompt, words: str) -> bool:
        """Whether the prompt still has the same words and the same kind of search."""
        asked = self.shown("Prompt") is prompt and prompt.purpose == "search"
        return asked and self.by_pattern and prompt.words == words

    async def action_next_match(self) -> None:
        await self._step_match(1)

    async def action_previous_match(self) -> None:
        await self._step_match(-1)

    async def _step_match(self, direction: int) -> None:
        """Go to the next match of the present search, else of the last one in any article."""
        if self.matches.words:
            before = self.matches.span
            self.show_matches(self.matches.step(before.start if before else self.pane.cursor, direction))
        elif self._asked:
            words, by_pattern = self._asked[-1]
            article, (found, problem) = self.article, await self._found(words, by_pattern=by_pattern)
            if self.article is article:
                self.show_matches(found.step(self.pane.cursor, direction))
                self._say_missing(words, problem)
        else:
            self.say(f"nothing to look for yet: {self.key_of('search')} searches")

    def _say_missing(self, words: str, problem: str) -> None:
        """Say that nothing was found, or that all matches are folded away."""
        if not self.matches.spans:
            shows = f"{self.key_of('toggle_clean')} shows them"
            hidden = f": {self.matches.hidden} in stripped lines, {shows}" if self.matches.hidden else ""
            self.say(problem or f"“{words}” is not in the article{hidden}")

    def show_matches(self, matches: Matches) -> None:
        """Highlight these matches and go to the current one."""
        self.matches = matches
        self.pane.show_matches(matches.spans, matches.current)
        if matches.span is not None:
            self.pane.move_cursor(matches.span.start)
        self.show_place()

    def look_again(self) -> None:
        """Search again after folds have changed; the place stays."""
        if self.matches.words:
            found = find_again(self.article.text, self.matches, self.pane.stripped)
            self.matches = found.at_or_after(self.pane.cursor)
            self.pane.show_matches(self.matches.spans, self.matches.current)

    def go_to_sought(self) -> bool:
        """Highlight the matches of the library's search and go to the first; returns whether there is one."""
        typed = self.sought
        if not typed:
            return False
        from tui.library.sought import find_sought

        sought = find_sought(self.article, self.annotations, typed, self.pane.stripped)
        if sought.matches.spans:
            self.show_matches(sought.matches.at_or_after(0))
            self.say(f"{self.key_of('back')} clears the matches; {self.key_of('next_match')} goes to the next")
            return True
        if sought.annotations:
            first, number = sought.annotations[0], len(sought.annotations)
            self.pane.move_cursor(first.start, annotation=first)
            self.pane.show_related([one.span for one in sought.annotations])
            self.say(f"1 of {number} for “{typed}”")
        return bool(sought.annotations)

    def end_search(self) -> None:
        """End the search; the place stays."""
        self.matches = Matches()
        self.pane.show_matches((), None)
        self.show_place()

    async def open_prompt(self, purpose: str, title: str, words: str = "", past: Sequence[str] = ()) -> None:
        """Open a prompt at the foot of the screen; `past` are earlier answers, for the up and down keys."""
        prompt = await self.prompt()
        prompt.display = True
        self.status.display = False
        prompt.ask(purpose, title, words, past=past)

    def close_prompt(self) -> None:
        """Close the prompt and show the status line again; also the help that was opened while one typed."""
        if self.help_is_over_prompt:
            self.close_panel("HelpPanel")
        if prompt := self.shown("Prompt"):
            prompt.display = False
            self.set_focus(self.sidebar if self.filters_sidebar and self.sidebar.display else None)
            self.filters_sidebar = False
            self.make_room()

    def abandon_prompt(self) -> None:
        """Close the prompt and go back to where it was opened."""
        prompt = cast("Prompt | None", self.shown("Prompt"))
        if prompt is None:
            return
        if prompt.purpose == "search":
            self.end_search()
            offset, annotation = self._origin
            self.pane.move_cursor(offset, annotation=annotation)
        elif prompt.purpose == "filter":
            self.filter_list("")
        self.close_prompt()

    async def on_prompt_changed(self, event: Prompt.Changed) -> None:
        event.stop()
        if not event.holds:
            return
        if event.prompt.purpose == "filter":
            self.filter_list(event.words)
        elif event.prompt.purpose == "search" and self.by_pattern:
            begin_work(self, partial(self._look_for, event.prompt, event.words), group="search", exclusive=True)
        elif event.prompt.purpose == "search":
            await self._look_for(event.prompt, event.words)

    async def on_prompt_entered(self, event: Prompt.Entered) -> None:
        event.stop()
        if event.prompt.purpose == "search":
            await self._search_entered(event.prompt, event.words)
        else:
            self.close_prompt()
            await self.answered(event.prompt.purpose, event.words)

    async def _search_entered(self, prompt: Prompt, words: str) -> None:
        """Keep the place; without words, go to the next match of the last search, as `less` does."""
        if not words and self._asked:
            self.close_prompt()
            await self._step_match(1)
            return
        if self.matches.words != words:
            await self._look_for(prompt, words)
        self.close_prompt()
        if words:
            self._remember(words)
            self._say_missing(words, self._wrong)
        else:
            self.end_search()

    def _remember(self, words: str) -> None:
        asked = words, self.by_pattern
        self._asked = (*(one for one in self._asked if one != asked), asked)[-_PAST:]

    def leave_prompt(self) -> bool:
        """Close the prompt of a search, which stays on, or of a filter; whether another part may have the focus."""
        prompt = cast("Prompt | None", self.shown("Prompt"))
        if prompt is None:
            return True
        if prompt.purpose not in {"search", "filter"}:
            return False
        self.close_prompt()
        if prompt.purpose == "search" and prompt.words:
            self._remember(prompt.words)
        return prompt.purpose == "search"

    async def answered(self, purpose: str, words: str) -> None:
        """Handle the words that were typed for a purpose; implemented by the screen."""
        raise NotImplementedError
