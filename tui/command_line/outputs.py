"""The outputs of the batch commands: standard output, one file, or a file for each article in a folder."""

from __future__ import annotations

from pathlib import Path, PurePath
from types import TracebackType
from typing import Protocol, Self

from annotators.article import Article
from annotators.exporters import FORMATS
from annotators.exporters.footnotes import labelled_apart
from annotators.loaders import PIPE
from annotators.loaders.mailbox import member_of
from tui.saving import SaveError, safe_name, save_text
from tui.terminal.console import narrate, write_data
from tui.terminal.safe_text import one_line

__all__ = ["Output", "output_for"]


class Output(Protocol):
    """A context manager that writes articles one by one."""

    def put(self, article: Article, written: str) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def output_for(format_name: str, path: str | None, *, force: bool, several: bool) -> Output:
    """The output for a `path`: standard output for `None` or a dash, a folder for several articles, else a file.

    Raises `SaveError` if the folder cannot be created.
    """
    if path is None or path == PIPE:
        return _Stream(format_name, several)
    if several or path.endswith("/") or Path(path).is_dir():
        return _Folder(Path(path), FORMATS[format_name].extension, force)
    return _File(Path(path), force)


class _Closing:
    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.end()

    def end(self) -> None:
        """Finish after the last article."""


class _Stream(_Closing):
    """Standard output; several articles are separated as the format allows, so that one sees where each begins."""

    def __init__(self, format_name: str, several: bool) -> None:
        self._way = FORMATS[format_name].several if several else "apart"
        self._number = 0

    def put(self, article: Article, written: str) -> None:
        self._number += 1
        if self._way == "array":
            write_data(("," if self._begun else "[") + "\n" + written.rstrip("\n"))
        elif self._way == "table":
            write_data(written.partition("\n")[2] if self._begun else written)
        else:
            written = labelled_apart(written, self._number) if self._way == "noted" else written
            missing = "" if written.endswith("\n") else "\n"
            write_data(self._before(article) + written + missing)

    @property
    def _begun(self) -> bool:
        """Whether this is not the first article."""
        return self._number > 1

    def _before(self, article: Article) -> str:
        """The separator before an article: its name as `head` and `tail` write it, or a rule."""
        if self._way == "named":
            return ("\n" if self._begun else "") + f"==> {one_line(_name_of(article))} <==\n"
        if not self._begun or self._way == "lines":
            return ""
        return "\n---\n\n" if self._way in {"ruled", "noted"} else "\n"

    def end(self) -> None:
        if self._way == "array":
            write_data("\n]\n" if self._number else "[]\n")


class _File(_Closing):
    def __init__(self, path: Path, force: bool) -> None:
        self._path = path
        self._force = force

    def put(self, article: Article, written: str) -> None:
        save_text(self._path, written, force=self._force)
        narrate(f"wrote {self._path}")


class _Folder(_Closing):
    """A file for each article, named after its source; numbered if two sources have the same name."""

    def __init__(self, folder: Path, extension: str, force: bool) -> None:
        self._folder = folder
        self._extension = extension
        self._force = force
        self._taken: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise SaveError(f"{folder} is a file, and several articles need a folder: name one after -o") from error
        except OSError as error:
            raise SaveError(f"{folder} cannot be made a folder ({error.strerror}); choose another place") from error

    def put(self, article: Article, written: str) -> None:
        path = self._folder / self._name(article)
        save_text(path, written, force=self._force)
        narrate(f"wrote {path}")

    def _name(self, article: Article) -> str:
        stem = _stem(article)
        name = safe_name(stem, self._extension)
        number = 1
        while name.lower() in self._taken:
            number += 1
            name = safe_name(stem, f"-{number}{self._extension}")
        self._taken.add(name.lower())
        return name


def _name_of(article: Article) -> str:
    """The source as one would name it; of a message in a mailbox its subject and the mailbox."""
    location = article.source.location
    if location == PIPE:
        return "standard input"
    member, title = member_of(location), article.metadata.title
    return f"{title} ({member[0]})" if member is not None and title else location


def _stem(article: Article) -> str:
    location = article.source.location
    if location != PIPE and not location.startswith(("http://", "https://")):
        return PurePath(location).stem
    first = article.blocks[0]
    return article.metadata.title or article.text[first.start : min(first.end, first.start + 80)]
