"""`broadsheet annotate` and `export`: from sources to data on standard output or in files.

A source that fails is reported and skipped; the exit status is 1 then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.cleaning import mostly_stripped
from annotators.exporters import FORMATS, export
from annotators.exporters.linear import to_linear
from annotators.exporters.plain_text import squeezed
from annotators.loaders import expand
from annotators.pipeline import ModelUnavailable, annotate_at_once, annotate_structure, load_model
from tui.command_line.outputs import Output, output_for
from tui.opening import open_articles
from tui.paths import library_file
from tui.saving import SaveError
from tui.terminal.console import OutputFailed, OutputGone, narrate, narrate_crash

__all__ = ["Job", "run_job"]


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every source.

    `stripped` are the kinds of block to leave out. `corrections` and `notes` say whether the reader's own, from the
    `library`, are applied and exported. If any layers are `said`, the article is written one paragraph a line with
    these in words, in place of the format. With `entities` a model is run: `model`, or the one that ships. `output` is
    a file or folder, `None` for standard output; `force` overwrites existing files.
    """

    sources: tuple[str, ...]
    format: str
    stripped: Collection[str]
    entities: bool
    model: str | None = None
    output: str | None = None
    force: bool = False
    said: frozenset[Layer] = frozenset()
    corrections: bool = True
    notes: bool = True
    squeezed: bool = False
    library: Path = field(default_factory=library_file)


def run_job(job: Job) -> int:
    """Run a job; returns 0 if every source succeeded, else 1."""
    sources = list(expand(job.sources))
    failed = 0
    try:
        with (
            _own_writing(job) as written,
            output_for(job.format, job.output, force=job.force, several=len(sources) > 1) as output,
        ):
            annotator = _Annotator(job, written)
            for article in open_articles(sources):
                failed += article is None or not _put(article, annotator, job, output)
    except (ModelUnavailable, SaveError) as error:
        narrate(str(error))
        return 1
    return 1 if failed else 0


def _put(article: Article, annotator: _Annotator, job: Job, output: Output) -> bool:
    """Annotate and write one article; returns whether that succeeded."""
    try:
        annotations = annotator(article)
        if job.said:
            written = to_linear(article, annotations, job.stripped, job.said)
        else:
            written = export(article, annotations, job.format, stripped=job.stripped)
        _warn(article, annotations, job, written)
        output.put(article, squeezed(written) if job.squeezed else written)
    except (ModelUnavailable, OutputFailed, OutputGone):
        raise
    except SaveError as error:
        narrate(str(error))
        return False
    except Exception as error:  # one article must not end the others
        narrate_crash(error, article.source.location)
        return False
    return True


def _warn(article: Article, annotations: AnnotationSet, job: Job, written: str) -> None:
    """Say on standard error that hardly anything of an article is written, and what to do."""
    place = article.source.location
    if not written.strip():
        narrate(f"{place}: nothing in it was taken for the article; --keep KIND keeps a kind")
    elif (job.said or FORMATS[job.format].clean) and mostly_stripped(article, annotations, job.stripped):
        sizes: Counter[str] = Counter()
        for label in annotations.blocks:
            sizes[label.kind] += (label.end - label.start) * (label.kind in job.stripped)
        kind = sizes.most_common(1)[0][0]
        narrate(f"{place}: most of its sentences were not taken for the article; --keep {kind} keeps more of them")


class Written(Protocol):
    """Applies the reader's own corrections and notes to annotations."""

    def __call__(self, article: Article, found: AnnotationSet, *, entities: bool) -> AnnotationSet: ...


def _as_found(article: Article, found: AnnotationSet, *, entities: bool) -> AnnotationSet:
    return found


def _own_writing(job: Job) -> AbstractContextManager[Written]:
    notes = Layer.NOTES in job.said or (job.notes and FORMATS[job.format].notes and not job.said)
    if not job.library.is_file() or not (job.corrections or notes):
        return nullcontext(_as_found)
    from tui.command_line.own_writing import Wanted, own_writing  # here, because it imports the library

    return own_writing(job.library, Wanted(job.corrections, notes))


class _Annotator:
    """Annotates articles one after the other; the model is loaded once, when it is first needed."""

    def __init__(self, job: Job, written: Written) -> None:
        self._job = job
        self._written = written
        self._told: set[str] = set()

    def __call__(self, article: Article) -> AnnotationSet:
        return self._written(article, self._found(article), entities=self._job.entities)

    def _found(self, article: Article) -> AnnotationSet:
        annotations = annotate_structure(article)
        if not self._job.entities:
            return annotations
        if isinstance(self._pipeline, str):
            return annotations.replace(unavailable={Layer.ENTITIES: self._pipeline})
        annotations = annotate_at_once(article, annotations, self._pipeline)
        why = annotations.unavailable.get(Layer.ENTITIES)
        if why and why not in self._told:  # of a folder full of such articles once
            self._told.add(why)
            narrate(f"{article.source.location}: {why}")
        return annotations

    @cached_property
    def _pipeline(self) -> Any:
        """The model, or the reason why there is none; raises if it was asked for by name."""
        try:
            return load_model(self._job.model)
        except ModelUnavailable as error:
            if self._job.model is not None:
                raise
            narrate(str(error))
            return str(error)
