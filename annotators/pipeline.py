"""The annotators in order: structure and quotes by rule at once, names and speakers from the model after.

`annotate_structure` needs no model and takes milliseconds, so an interface calls it as soon as the
text is on the screen. `annotate` does everything in this process and loads spaCy; an interface
leaves that to `annotators.worker`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotators.annotation import AnnotationSet, Layer
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.model_catalogue import ENCODER, SHIPPED, ModelInfo, look_up
from annotators.progress import Progress
from annotators.quotes import find_marks, find_statements
from annotators.quotes.speakers.unnamed import with_unnamed_speakers
from annotators.quotes.speakers.untagged import with_untagged_speakers
from annotators.text.line_breaks import with_line_feeds
from annotators.version import PIPELINE_VERSION
from annotators.wording.languages import why_no_names

if TYPE_CHECKING:
    from annotators.analysis import Analysis, Reader

__all__ = [
    "PIPELINE_VERSION",
    "ModelUnavailable",
    "Progress",
    "annotate",
    "annotate_in_steps",
    "annotate_structure",
    "find_model",
    "load_model",
]

_CODE = re.compile(r"\[[EW]\d+\] ?")
"""The numbers that spaCy gives its messages."""
_LONGEST_REASON = 200


class ModelUnavailable(RuntimeError):
    """No usable model: the message is one line that says what is missing and what to do."""


def annotate_structure(article: Article) -> AnnotationSet:
    """What each block is, the quotation marks, and the statements that rules find without names."""
    text = with_line_feeds(article.text)
    if text is not article.text:
        article = replace(article, text=text)  # of the same length, so that all offsets are true of the other too
    structure = label_blocks(article)
    annotations = AnnotationSet().with_layer(Layer.STRUCTURE, blocks=structure.blocks, inline=structure.inline)
    marks = find_marks(_prose(article), annotations.blocks)
    annotations = annotations.replace(marks=marks)
    return annotations.with_layer(Layer.QUOTES, statements=find_statements(article, annotations))


def _prose(article: Article) -> str:
    """The text in which quotation marks are looked for, of the same length: as it is, but for titles of links."""
    if article.source.media_type != "text/markdown":
        return article.text
    from annotators.loaders.markdown.links import without_link_titles

    return without_link_titles(article.text)


def annotate(article: Article, *, entities: bool = True, model: str | None = None) -> AnnotationSet:
    """All layers of an article; without `entities` no model is loaded.

    `model` is the name or path of a spaCy pipeline, by default the one that ships. Where it
    cannot be loaded the entities layer says so in `unavailable`, and the rest is there. So it does of an article that
    is not in English, in which no names are looked for by the model that ships.
    """
    annotations = annotate_structure(article)
    if not entities:
        return annotations
    try:
        reader = load_model(model)
    except ModelUnavailable as error:
        return annotations.replace(unavailable={Layer.ENTITIES: str(error)})
    for step in annotate_in_steps(article, annotations, reader):
        annotations = step.annotations
    return annotations


def load_model(model: str | None = None) -> Reader:
    """What reads articles: the model that ships, or the spaCy pipeline of that name or path.

    spaCy is imported for the latter only. Raises `ModelUnavailable`.
    """
    known = find_model(model)
    try:
        return _shipped(known) if known.name == SHIPPED else _spacy_reader(known.name)
    except Exception as error:  # a model may be anyone's code
        reason = _CODE.sub("", " ".join(str(error).split()))[:_LONGEST_REASON] or type(error).__name__
        raise ModelUnavailable(_unusable(known.name, reason)) from error


def find_model(model: str | None = None) -> ModelInfo:
    """The model of that name or path, which is not loaded. Raises `ModelUnavailable` where it cannot be."""
    known = look_up(model)
    if known.problem and ":" not in known.name:  # `blank:en` is a name that spaCy makes a pipeline of
        raise ModelUnavailable(_unusable(known.name, known.problem))
    return known


def _shipped(known: ModelInfo) -> Reader:
    from annotators.analysis.encoder_reader import EncoderReader  # here, because it imports onnxruntime

    assert known.folder is not None
    return EncoderReader(known.folder / ENCODER)


def _spacy_reader(name: str) -> Reader:
    from annotators.components import SpacyReader, load_pipeline  # here, because it imports spaCy

    return SpacyReader(load_pipeline(name))


def _unusable(name: str, reason: str) -> str:
    subject = "the model that ships with broadsheet" if name == SHIPPED else f"the model {name}"
    return reason if reason.startswith("there is no model") else f"{subject} cannot be used: {reason}"


def annotate_in_steps(
    article: Article,
    annotations: AnnotationSet,
    reader: Reader,
    first: int = 0,
    between: Callable[[], object] | None = None,
) -> Iterator[Progress]:
    """The model's layers as they grow, starting with the text at offset `first`.

    Each step holds everything found so far. Steps double in size, so all of them together cost
    at most twice the last; the last has a `share` of 1. `between` is called between two runs of the
    model, and ends the work where it raises.
    """
    from annotators.analysis import analyse_stream

    for analysis, share in analyse_stream(reader, article, annotations, first, between):
        yield Progress(_with_analysis(article, annotations, analysis), share)


def _with_analysis(article: Article, annotations: AnnotationSet, analysis: Analysis) -> AnnotationSet:
    named = annotations.with_layer(Layer.ENTITIES, mentions=analysis.mentions, entities=analysis.entities)
    if why := why_no_names(analysis.unread, analysis.share):
        named = named.replace(unavailable={**named.unavailable, Layer.ENTITIES: why})
    told = named.replace(statements=find_statements(article, named, analysis.roles))
    return with_unnamed_speakers(article.text, with_untagged_speakers(article.text, told))
