"""The version of what annotators find, where a cache can read it without loading any of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["PIPELINE_VERSION", "annotations_version"]

PIPELINE_VERSION: Final = "77"
"""Part of every cache key: raised whenever the same text may be annotated differently."""


def annotations_version(model: str | None = None) -> str:
    """What tells apart annotations of this pipeline and model from all others.

    A model is known by its name and by the sizes and dates of its files, so that one that was
    trained again under the same name is another. `None` is the one that ships.
    """
    folder = Path(__file__).parent / "models"
    if model:
        from annotators.model_catalogue import look_up  # here, because most readers never name a model

        folder = look_up(model).folder or Path(model)
    stamp = 0
    for where, _, names in os.walk(folder):
        for name in sorted(names):
            status = Path(where, name).stat()
            stamp = hash((stamp, status.st_size, status.st_mtime_ns))
    return f"{PIPELINE_VERSION} {model or 'shipped'} {stamp & 0xFFFFFFFFFFFF:x}"
