"""The version of the annotators' results, for caches, which can read it without loading an annotator."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["PIPELINE_VERSION", "annotations_version"]

PIPELINE_VERSION: Final = "117"
"""Part of every cache key; to be raised whenever the same text may be annotated differently."""


def annotations_version(model: str | None = None) -> str:
    """A key for the annotations of this version of the pipeline with this model; `None` is the one that ships.

    A model is identified by its name and the sizes and dates of its files, so that one that was trained again under
    the same name gets another key.
    """
    folder = Path(__file__).parent / "models"
    if model:
        from annotators.model_catalogue import look_up  # here, because few readers name a model

        folder = look_up(model).folder or Path(model)
    stamp = 0
    for where, _, names in os.walk(folder):
        for name in sorted(names):
            status = Path(where, name).stat()
            stamp = hash((stamp, status.st_size, status.st_mtime_ns))
    return f"{PIPELINE_VERSION} {model or 'shipped'} {stamp & 0xFFFFFFFFFFFF:x}"
