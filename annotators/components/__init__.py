"""The annotators as spaCy components, for anyone's pipeline; the only package that imports spaCy."""

from __future__ import annotations

import annotators.components.quick_spacy  # noqa: F401 - before anything imports spaCy

# isort: split
from spacy.language import Language as Pipeline

from annotators.components.analysis import Analysis, analyse, analyse_stream
from annotators.components.building import build_pipeline
from annotators.components.loading import SHIPPED, load_pipeline, shipped_folder

__all__ = [
    "SHIPPED",
    "Analysis",
    "Pipeline",
    "analyse",
    "analyse_stream",
    "build_pipeline",
    "load_pipeline",
    "shipped_folder",
]
