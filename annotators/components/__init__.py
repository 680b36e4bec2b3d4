"""The annotators as spaCy components, for any pipeline; the only package that imports spaCy."""

from __future__ import annotations

from collections.abc import Iterator

import annotators.components.quick_spacy  # noqa: F401 - before anything imports spaCy

# isort: split
from spacy.language import Language as Pipeline

from annotators import analysis
from annotators.analysis import Analysis
from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.components.building import build_pipeline
from annotators.components.loading import SHIPPED, load_pipeline, shipped_folder
from annotators.components.reading import SpacyReader

__all__ = [
    "SHIPPED",
    "Analysis",
    "Pipeline",
    "SpacyReader",
    "analyse",
    "analyse_stream",
    "build_pipeline",
    "load_pipeline",
    "shipped_folder",
]


def analyse(nlp: Pipeline, article: Article, annotations: AnnotationSet) -> Analysis:
    """The analysis of an article by a pipeline."""
    return analysis.analyse(SpacyReader(nlp), article, annotations)


def analyse_stream(
    nlp: Pipeline, article: Article, annotations: AnnotationSet, first: int = 0
) -> Iterator[tuple[Analysis, float]]:
    """The growing analysis of an article by a pipeline, as from `annotators.analysis.analyse_stream`."""
    return analysis.analyse_stream(SpacyReader(nlp), article, annotations, first)
