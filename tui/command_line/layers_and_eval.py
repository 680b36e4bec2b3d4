"""`broadsheet layers` and `eval`: counts annotations, and compares them with marked documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.comparing.agreement import Agreement, agreement
from annotators.document import DocumentError, from_document
from annotators.loaders import expand
from annotators.pipeline import ModelUnavailable, annotate_at_once, annotate_structure, load_model
from tui.opening import open_articles
from tui.terminal.console import narrate, write_data
from tui.terminal.safe_text import one_line

__all__ = ["tell_agreement", "tell_layers"]

Annotate = Callable[[Article], AnnotationSet]


def tell_layers(sources: Sequence[str], *, entities: bool, model: str | None) -> int:
    """Print source, layer, label and number, separated by tabs; returns 1 if a source could not be read."""
    annotate = _annotator(entities, model)
    if annotate is None:
        return 1
    failed = 0
    for article in open_articles(list(expand(sources))):
        if article is None:
            failed += 1
            continue
        for (layer, label), number in _counted(annotate(article)).items():
            write_data(f"{one_line(article.source.location)}\t{layer}\t{label}\t{number}\n")
    return 1 if failed else 0


def _counted(found: AnnotationSet) -> Counter[tuple[str, str]]:
    """The number of annotations by layer and label, in the order of the layers."""
    counts: Counter[tuple[str, str]] = Counter()
    counts.update(("structure", one.kind) for one in (*found.blocks, *found.inline))
    counts.update(("entities", one.label) for one in found.mentions)
    counts.update(("quotes", f"mark:{one.kind}") for one in found.marks)
    counts.update(("quotes", one.type) for one in found.statements for _ in one.shown)
    return counts


def tell_agreement(paths: Sequence[str], *, entities: bool, model: str | None) -> int:
    """Print precision, recall and F1 against broadsheet/1 documents; returns 1 if a file is not such a document."""
    annotate = _annotator(entities, model)
    if annotate is None:
        return 1
    sums: dict[str, Agreement] = {}
    labels: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    failed = 0
    for path in paths:
        try:
            for article, marked in _documents(path):
                found = annotate(article)
                for counted, annotations in zip(labels, (marked, found), strict=True):
                    counted.update(mention.label for mention in annotations.mentions)
                for name, counts in agreement(article, marked, found).items():
                    sums[name] = counts.plus(sums.get(name, Agreement()))
        except OSError as error:
            narrate(f"{path} cannot be read ({_why(error)}); name files that broadsheet annotate has written")
            failed += 1
        except (ValueError, DocumentError, RecursionError) as error:
            narrate(f"{path} holds no broadsheet/1 documents ({error}); broadsheet annotate writes them")
            failed += 1
    if not sums:
        return 1 if failed else 0
    write_data("what\tprecision\trecall\tF\tmarked\tfound\n")
    for name, one in sums.items():
        if entities or name != "names":
            write_data(f"{name}\t{one.precision:.3f}\t{one.recall:.3f}\t{one.f:.3f}\t{one.marked}\t{one.found}\n")
    _tell_unmarked(*labels)
    return 1 if failed else 0


def _tell_unmarked(marked: Counter[str], found: Counter[str]) -> None:
    """Say which labels were found but are nowhere marked, as whoever marked the documents may have left them out."""
    if unmarked := [f"{label} {number}" for label, number in sorted(found.items()) if label not in marked]:
        narrate(
            f"no document marks these labels, so that every name found with them counts as wrong: {', '.join(unmarked)}"
        )


def _why(error: OSError) -> str:
    """The reason of an error with a file, without its errno."""
    return "it is a folder" if isinstance(error, IsADirectoryError) else error.strerror or str(error)


def _documents(path: str) -> Iterator[tuple[Article, AnnotationSet]]:
    """The documents in a file: one object, an array of them, or one a line."""
    text = Path(path).read_text(encoding="utf-8")
    try:
        read: Any = json.loads(text)
    except ValueError:
        read = [json.loads(line) for line in text.split("\n") if line.strip()]
    if read == []:
        raise DocumentError("it is empty")
    for document in read if isinstance(read, list) else [read]:
        if not isinstance(document, dict):
            raise DocumentError("an object is needed")
        yield from_document(document)


def _annotator(entities: bool, model: str | None) -> Annotate | None:
    """A function that annotates, with a model if `entities`; `None`, with a message, if that is missing."""
    if not entities:
        return annotate_structure
    try:
        pipeline = load_model(model)
    except ModelUnavailable as error:
        narrate(str(error))
        return None

    def annotate(article: Article) -> AnnotationSet:
        return annotate_at_once(article, annotate_structure(article), pipeline)

    return annotate
