"""Opens sources for the reader or for a batch; those that fail are reported and skipped."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from time import monotonic
from typing import TYPE_CHECKING, Final

from annotators.loaders import PIPE, LoadError, expand, load, read_plain
from tui.terminal.console import crash_line, narrate, waiting

if TYPE_CHECKING:
    from annotators.article import Article
    from annotators.links import Link
    from annotators.loaders.decoding import Decoded

__all__ = ["Opened", "Opening", "open_articles"]

_PATIENCE: Final = 0.3
"""Seconds spent on opening further articles before the first is shown."""
_HEAD: Final = 1 << 16
"""Characters at the beginning of a plain text in which its first block is looked for."""


def open_articles(
    sources: Iterable[str], say: Callable[[str], object] = narrate, *, on_screen: bool = False
) -> Iterator[Article | None]:
    """The articles one by one; `None` for a source that failed. Problems and notices go to `say`.

    Unless the reader is `on_screen`, a line on the terminal says that a page is being fetched.
    """
    piped = None if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer
    for source in sources:
        try:
            fetched = source.startswith(("http://", "https://")) and not on_screen
            with waiting(f"fetching {source}; ctrl+c stops") if fetched else nullcontext():
                article = load(source, stdin=piped)
        except LoadError as error:
            say(str(error))
            yield None
            continue
        except Exception as error:  # one source must not end the others
            say(crash_line(error, source))
            yield None
            continue
        for notice in article.notices:
            say(f"{'standard input' if source == PIPE else source}: {notice}")
        yield article


class Opened:
    """The first article, with no more than the first paint needs: of a plain text just the text."""

    def __init__(self, source: str, text: str, article: Article | None = None, decoded: Decoded | None = None) -> None:
        self.source = source
        self.text = text
        self._article = article
        self._decoded = decoded

    @property
    def title(self) -> str:
        """A title for as long as the blocks have no kinds: that of the metadata, else the first block."""
        from tui.titles import title_from, title_of

        if self._article is not None:
            return title_of(self._article)
        head = self.text[:_HEAD]
        line, _, rest = head.replace("\r\n", "\n").replace("\r", "\n").lstrip().partition("\n")
        if not rest.partition("\n")[0].strip():  # with a blank line below it, the first line is a block
            return title_from(line, 0, len(line.rstrip())) or self.source
        from annotators.loaders.segmentation import block_spans

        if len(head) == _HEAD:
            head = head[: head.rfind("\n") + 1] or head
        first = next(iter(block_spans(head)), (0, 0))
        return title_from(self.text, *first) or self.source

    @property
    def links(self) -> Sequence[Link]:
        """The links of the article; none in a plain text."""
        return () if self._article is None else self._article.links

    @property
    def article(self) -> Article:
        """The complete article; raises `LoadError` if the text is only white space."""
        if self._article is None:
            from annotators.loaders.text import article_from_text

            notices = () if self._decoded is None else self._decoded.notices
            self._article = article_from_text(self.text, self.source, notices)
        return self._article


class Opening:
    """Opens sources one after the other. Messages that come after the first article are kept for `narrate`."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.sources = list(expand(wanted))
        self.failed = 0
        self.opened = 0
        self._rest: Iterator[Article] | None = None
        self._stopped = threading.Event()
        self._owed: list[str] | None = None
        self._left = iter(self.sources)
        self._first: Opened | None = None

    def first(self) -> Opened | None:
        """The first source that can be opened; `None` if there is none."""
        for source in self._left:
            self._first = self._open(source)
            if self._first is not None:
                break
            self.failed += 1
        self._owed = []
        return self._first

    def _open(self, source: str) -> Opened | None:
        try:
            decoded = read_plain(source)
        except LoadError as error:
            self._say(str(error))
            return None
        except Exception as error:  # one source must not end the others
            self._say(crash_line(error, source))
            return None
        if decoded is not None and decoded.text and not decoded.text.isspace():
            for notice in decoded.notices:
                self._say(f"{source}: {notice}")
            return Opened(source, decoded.text, decoded=decoded)
        article = next(open_articles([source], self._say))
        return None if article is None else Opened(source, article.text, article)

    def articles(self) -> Iterator[Article]:
        """The articles of all sources that can be opened, beginning with the first."""
        if self._first is not None:
            yield self._first.article
        for article in open_articles(self._left, self._say, on_screen=True):
            if article is None:
                self.failed += 1
            else:
                yield article

    def at_once(self, least: int = 1) -> list[Article]:
        """The first `least` articles, and those that open within `_PATIENCE` seconds; `go_on` opens the others."""
        found: list[Article] = []
        self._rest, deadline = self.articles(), monotonic() + _PATIENCE
        for article in self._rest:
            found.append(article)
            if len(found) >= least and monotonic() > deadline:
                break
        self.opened = len(found)
        return found

    @property
    def to_come(self) -> int:
        """The number of sources that have not been opened yet."""
        return len(self.sources) - self.opened - self.failed

    def go_on(self, tell: Callable[[Article | None], object]) -> None:
        """Open the other sources in a thread. `tell` is called with each article, and with `None` at the end."""

        def open_others() -> None:
            for article in self._rest or ():
                if self._stopped.is_set():
                    break
                self.opened += 1
                tell(article)
            tell(None)

        threading.Thread(target=open_others, name="opening", daemon=True).start()

    def stop(self) -> None:
        """Open no more sources."""
        self._stopped.set()

    def complaints(self) -> list[str]:
        """What the reader shows about sources that did not open; `narrate` gives the reasons when it is left."""
        if not self.failed:
            return []
        return [f"{self.failed} of {len(self.sources)} could not be opened; quitting tells why"]

    def narrate(self) -> None:
        """Print the messages that were kept while the screen was in use."""
        for sentence in self._owed or ():
            narrate(sentence)

    def _say(self, sentence: str) -> None:
        if self._owed is None:
            narrate(sentence)
        else:
            self._owed.append(sentence)
