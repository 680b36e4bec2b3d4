"""The library as the interface uses it: asked and told without waiting.

All work is done in one thread, which opens the library's file at the first question. If the file cannot be used,
the reader is told once, and a library in memory, which lasts until the program ends, takes its place.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from annotators.version import annotations_version
from tui.terminal.safe_text import one_line

if TYPE_CHECKING:
    from annotators.annotation import AnnotationSet, Note
    from annotators.article import Article
    from annotators.notes.corrections import Correction
    from tui.library import Entry, Library
    from tui.library.notebook import Notebook, Page

__all__ = ["Memory", "Recollection", "Shelves"]

AnswerT = TypeVar("AnswerT")

_LARGE: Final = 1 << 18
"""Code points of a text so long that SQLite takes many megabytes to index it."""


class Recollection(NamedTuple):
    """What the library knows of an article: its entry, its annotations, the reader's notes and corrections."""

    entry: Entry | None
    annotations: AnnotationSet | None
    page: Page


class Shelves(NamedTuple):
    """The open library, and the notes in it."""

    library: Library
    notebook: Notebook


def _where_it_is_now(library: Library, article: Article) -> Entry | None:
    """The entry of an article; the place of an earlier version of its text is moved to where it is in this one."""
    entry = library.entry_of(article)
    if entry is None or not entry.position or entry.fingerprint == article.fingerprint:
        return entry
    from tui.positions.following import followed

    before = library.text_of(entry.fingerprint)
    return entry._replace(position=followed(before, article.text, entry.position)) if before else entry


class Memory:
    """Answers questions with a `Future`, none of which raises; nobody has to wait for them."""

    def __init__(self, path: Path, model: str | None = None) -> None:
        self._path = path
        self._model = model
        self._version = ""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._shelves: Shelves | None = None
        self._asked = False
        self._expected: dict[int, Future[Recollection | None]] = {}
        self._closed = False
        self._told: set[str] = set()
        self._untold: list[str] = []
        self._tell: Callable[[str], object] | None = None
        self._owed: list[Callable[[Shelves], object]] = []  # failed writes, tried again before the next one
        self._unkept: list[Callable[[Shelves], object]] | None = None  # writes in memory alone
        self.lost = 0
        """After `close`, the number of notes and corrections that could not be kept."""

    # Notices.

    def on_notice(self, tell: Callable[[str], object]) -> None:
        """Call `tell`, from any thread, with each sentence that the reader has to see."""
        self._tell = tell
        while self._untold:
            tell(self._untold.pop(0))

    def _notice(self, sentence: str) -> None:
        if sentence in self._told:
            return
        self._told.add(sentence)
        if self._tell is None:
            self._untold.append(sentence)
        else:
            self._tell(sentence)

    # An article.

    def expect(self, article: Article, found: AnnotationSet | None = None) -> None:
        """Begin to recall an article that will soon be opened; `found` are its annotations, if known already."""
        self._expected[id(article)] = self._recall(article, found)

    def recall(self, article: Article) -> Future[Recollection | None]:
        """What is known of an article; `None` if there is no library yet or it cannot be read."""
        return self._expected.pop(id(article), None) or self._recall(article)

    def _recall(self, article: Article, found: AnnotationSet | None = None) -> Future[Recollection | None]:
        if self._is_unwritten():
            nothing: Future[Recollection | None] = Future()
            nothing.set_result(None)
            return nothing

        def ask(shelves: Shelves) -> Recollection:
            return Recollection(
                _where_it_is_now(shelves.library, article),
                found or shelves.library.annotations(article, self._model_version()),
                shelves.notebook.page(article),
            )

        return self.ask(ask)

    def _is_unwritten(self) -> bool:
        """Whether there is no library yet; then nothing needs to be imported to answer that it knows nothing."""
        return not self._asked and not os.path.lexists(self._path)

    def foresee(self) -> None:
        """Tell the reader if a library cannot be created at its place, without creating one."""
        if self._is_unwritten():
            self._thread.submit(self._foresee)

    def _foresee(self) -> None:
        folder = self._path.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            begins = os.access(folder, os.W_OK | os.X_OK)
        except OSError:
            begins = False
        if not begins:
            self._attempt(lambda shelves: None)  # the attempt gives the reason

    def opened(self, article: Article, title: str, words: int | None = None) -> None:
        """Add an article, or move it to the top; `words` is the number of words in its clean view, if known."""

        def remember(shelves: Shelves) -> None:
            if _is_large(article, shelves):
                from tui.library import indexing_process as elsewhere

                elsewhere.remember(shelves.library.path, article, title, words)
            else:
                shelves.library.remember(article, title, words)

        self._write(remember)

    def found(self, article: Article, annotations: AnnotationSet) -> None:
        """Keep the annotations of an article that is in the library."""

        def save(shelves: Shelves) -> None:
            if _is_large(article, shelves):
                from tui.library import indexing_process as elsewhere

                elsewhere.save_annotations(shelves.library.path, article, annotations, self._model_version())
            else:
                shelves.library.save_annotations(article, annotations, self._model_version())

        self._write(save)

    def left(self, article: Article, position: int, *, read: bool) -> None:
        """Keep the place in an article, and whether its end has been seen."""
        self._write(lambda shelves: shelves.library.save_position(article.fingerprint, position, read=read or None))

    def keep(self, article: Article, written: Note | Correction, created: float) -> None:
        """Keep a note or a correction on an article."""
        from annotators.annotation import Note

        if isinstance(written, Note):
            self._write(lambda shelves: shelves.notebook.keep_note(article, written), owed=True)
        else:
            self._write(lambda shelves: shelves.notebook.keep_correction(article, written, created), owed=True)

    def drop(self, article: Article, written: Note | Correction) -> None:
        """Remove a note or a correction."""
        from annotators.annotation import Note

        if isinstance(written, Note):
            self.drop_line(article, written.id)
        else:
            self._write(lambda shelves: shelves.notebook.drop_correction(article, written), owed=True)

    def drop_line(self, article: Article, identifier: str) -> Callable[[], object]:
        """Remove the note or correction with that id; the returned function puts it back."""
        rows: list[tuple[Any, ...]] = []
        self._write(lambda shelves: rows.extend(shelves.notebook.drop(article, identifier)), owed=True)
        return lambda: self._write(lambda shelves: shelves.notebook.restore(rows), owed=True)

    # Anything else.

    def ask(self, question: Callable[[Shelves], AnswerT]) -> Future[AnswerT | None]:
        """The library's answer to a question; `None`, with a notice, if it cannot answer."""
        self._asked = True
        return self._thread.submit(self._answer, question)

    def close(self) -> None:
        """Write what is still to be written and close the file; further calls do nothing."""
        if not self._closed:
            self._closed = True
            self._thread.submit(self._close)
            self._thread.shutdown()

    def _write(self, job: Callable[[Shelves], object], *, owed: bool = False) -> None:
        self._asked = True
        self._thread.submit(self._do, job, owed)

    def _do(self, job: Callable[[Shelves], object], owed: bool) -> None:
        if owed and self._unkept is not None:
            self._unkept.append(job)
            self._notice("your notes and corrections are not kept yet: the library is tried again as you leave")
        jobs, self._owed = [*self._owed, job], []
        for number, each in enumerate(jobs):
            if not self._attempt(each):
                self._owed = jobs[number:] if owed else jobs[number:-1]
                if self._owed:
                    self._notice(f"not written yet: {len(self._owed)} of your notes and corrections")
                return

    def _answer(self, question: Callable[[Shelves], AnswerT]) -> AnswerT | None:
        answers: list[AnswerT] = []
        self._attempt(lambda shelves: answers.append(question(shelves)))
        return answers[0] if answers else None

    def _attempt(self, job: Callable[[Shelves], object]) -> bool:
        """Do a job in the library; returns whether it succeeded, else the reader is told why it did not."""
        from tui.library import LibraryError

        try:
            try:
                job(self._open())
            except LibraryError as error:
                if not error.damaged:
                    raise
                self._begin_anew()
                job(self._open())
        except LibraryError as error:
            self._notice(str(error))
            return False
        except Exception as error:  # whatever went wrong, reading goes on
            self._notice(one_line(f"the library failed ({type(error).__name__}: {error}); reading goes on without it"))
            return False
        return True

    def _begin_anew(self) -> None:
        if self._shelves is not None:
            self._notice(self._shelves.library.put_aside())
            self._shelves = None

    def _open(self) -> Shelves:
        if self._shelves is None:
            from tui.library import Library, LibraryError, open_database
            from tui.library.database import IN_MEMORY
            from tui.library.notebook import Notebook

            try:
                database = open_database(self._path)
            except LibraryError as error:
                self._notice(str(error))
                database = open_database(IN_MEMORY)
                self._unkept = []
            for notice in database.notices:
                self._notice(notice)
            self._shelves = Shelves(Library(database), Notebook(database))
        return self._shelves

    def _model_version(self) -> str:
        if not self._version:
            self._version = annotations_version(self._model)
        return self._version

    def _close(self) -> None:
        if self._shelves is None:
            return
        if self._owed:
            self._do(lambda shelves: None, owed=False)
        with contextlib.suppress(Exception):  # the program is ending, nobody could be told
            self._shelves.library.close()
        self.lost = len(self._owed)
        if self._unkept:
            self.lost += self._keep_late(self._unkept)

    def _keep_late(self, jobs: Sequence[Callable[[Shelves], object]]) -> int:
        """Try once more to write to the file what is only in memory; returns the number of writes that are lost."""
        self._shelves, self._unkept = None, None
        failed = sum(not self._attempt(job) for job in jobs) if self._can_open() else len(jobs)
        with contextlib.suppress(Exception):
            if self._shelves is not None:
                self._shelves.library.close()
        return failed

    def _can_open(self) -> bool:
        self._open()
        return self._unkept is None


def _is_large(article: Article, shelves: Shelves) -> bool:
    """Whether an article is so long that another process should put it into the library's file."""
    from tui.library.database import IN_MEMORY

    return len(article.text) >= _LARGE and shelves.library.path != IN_MEMORY
