"""The annotators in order: first structure and quotes by rule, then names and speakers from the model.

`annotate_structure` needs no model and takes milliseconds, so an interface calls it as soon as the text is on the
screen. `annotate` does everything in this process, including loading the model; an interface leaves that to
`annotators.worker`.
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
    "annotate_at_once",
    "annotate_in_steps",
    "annotate_structure",
    "find_model",
    "load_model",
]

_CODE = re.compile(r"\[[EW]\d+\] ?")
"""The codes at the start of spaCy's messages, such as `[E050]`."""
_LONGEST_REASON = 200


class ModelUnavailable(RuntimeError):
    """A model cannot be used; the message is one line that says what is missing and what to do."""


def annotate_structure(article: Article) -> AnnotationSet:
    """The kind of each block, the quotation marks, and the statements that rules find without knowing names."""
    text = with_line_feeds(article.text)
    if text is not article.text:
        article = replace(article, text=text)  # of the same length, so offsets hold for both
    structure = label_blocks(article)
    annotations = AnnotationSet().with_layer(Layer.STRUCTURE, blocks=structure.blocks, inline=structure.inline)
    article = _as_read(article)
    marks = find_marks(article.text, annotations.blocks)
    annotations = annotations.replace(marks=marks)
    return annotations.with_layer(Layer.QUOTES, statements=find_statements(article, annotations))


def _as_read(article: Article) -> Article:
    """The article as it is read for names and quotes: Markdown with blanks for code and the markup of its lines."""
    if article.source.media_type != "text/markdown":
        return article
    from annotators.loaders.markdown.prose import as_prose

    return replace(article, text=as_prose(article.text, article.blocks))


def annotate(article: Article, *, entities: bool = True, model: str | None = None) -> AnnotationSet:
    """All layers of an article; without `entities` no model is loaded.

    `model` is the name or path of a spaCy pipeline; by default the one that ships. If it cannot be loaded, the other
    layers are there and `unavailable` gives the reason for the entities layer. It says as well why an article
    that is not in English has few names or none: the model that ships reads English.
    """
    annotations = annotate_structure(article)
    if not entities:
        return annotations
    try:
        reader = load_model(model)
    except ModelUnavailable as error:
        return annotations.replace(unavailable={Layer.ENTITIES: str(error)})
    return annotate_at_once(article, annotations, reader)


def load_model(model: str | None = None) -> Reader:
    """The model that ships, or the spaCy pipeline of that name or path, loaded and ready to read articles.

    spaCy is imported for the latter only. Raises `ModelUnavailable`.
    """
    known = find_model(model)
    try:
        return _shipped(known) if known.name == SHIPPED else _spacy_reader(known.name)
    except Exception as error:  # a pipeline runs code of its own, which may raise anything
        reason = _CODE.sub("", " ".join(str(error).split()))[:_LONGEST_REASON] or type(error).__name__
        raise ModelUnavailable(_unusable(known.name, reason)) from error


def find_model(model: str | None = None) -> ModelInfo:
    """The description of the model of that name or path, without loading it; raises `ModelUnavailable`."""
    known = look_up(model)
    if known.problem and ":" not in known.name:  # spaCy makes a pipeline of `blank:en` itself
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


def annotate_at_once(article: Article, annotations: AnnotationSet, reader: Reader) -> AnnotationSet:
    """What the last step of `annotate_in_steps` has, in less time: nothing is put together on the way."""
    from annotators.analysis import analyse

    article = _as_read(article)
    return _with_analysis(article, annotations, analyse(reader, article, annotations))


def annotate_in_steps(
    article: Article,
    annotations: AnnotationSet,
    reader: Reader,
    first: int = 0,
    between: Callable[[], object] | None = None,
) -> Iterator[Progress]:
    """The model's layers as they grow, beginning with the text at offset `first`.

    Each step has everything found so far. Steps double in size, so that all of them together cost at most twice as
    much as the last one, whose `share` is 1. `between` is called between two runs of the model; an exception that it
    raises ends the work.
    """
    from annotators.analysis import analyse_stream

    article = _as_read(article)
    for analysis, share in analyse_stream(reader, article, annotations, first, between):
        yield Progress(_with_analysis(article, annotations, analysis), share)


def _with_analysis(article: Article, annotations: AnnotationSet, analysis: Analysis) -> AnnotationSet:
    named = annotations.with_layer(Layer.ENTITIES, mentions=analysis.mentions, entities=analysis.entities)
    if why := why_no_names(analysis.language, analysis.share, some=analysis.some):
        named = named.replace(unavailable={**named.unavailable, Layer.ENTITIES: why})
    told = named.replace(statements=find_statements(article, named, analysis.roles))
    return with_unnamed_speakers(article.text, with_untagged_speakers(article.text, told))
