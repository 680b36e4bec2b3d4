"""Pipelines by name: the one that ships, one that is installed, one in a folder."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language

from annotators.components import encoder, linker, names, roles, values, wrapped

__all__ = ["SHIPPED", "load_pipeline", "shipped_folder"]

SHIPPED = "en_broadsheet_news"
COMPONENTS = (encoder, linker, names, roles, values, wrapped)
"""Modules whose import registers the factories."""


def shipped_folder() -> Path:
    """Where the pipeline that ships lies."""
    return Path(str(files("annotators") / "models" / SHIPPED))


def load_pipeline(model: str | None = None) -> Language:
    """A spaCy pipeline: `None` or its name for the one that ships, else an installed package or a path.

    Raises what `spacy.load` does: `OSError` where there is none, `ValueError` where it does not fit,
    `ImportError` where it needs a package that is not installed.
    """
    if model in (None, SHIPPED):
        return spacy.load(shipped_folder())
    return spacy.load(model)
