"""Pipelines by name: the one that ships, one that is installed, one in a folder."""

from __future__ import annotations

import spacy
from spacy.language import Language

from annotators.components import encoder, linker, names, roles, values, wrapped
from annotators.model_catalogue import SHIPPED, look_up, shipped_folder

__all__ = ["SHIPPED", "load_pipeline", "shipped_folder"]

COMPONENTS = (encoder, linker, names, roles, values, wrapped)
"""Modules whose import registers the factories."""


def load_pipeline(model: str | None = None) -> Language:
    """A spaCy pipeline: `None` or its name for the one that ships, else an installed package or a path.

    Raises what `spacy.load` does: `OSError` where there is none, `ValueError` where it does not fit,
    `ImportError` where it needs a package that is not installed.
    """
    folder = look_up(model).folder
    if model is None or model == SHIPPED:
        return spacy.load(folder)
    is_package = spacy.util.is_package(model)  # it may register components of its own when it is imported
    return spacy.load(model if is_package or folder is None else folder)
