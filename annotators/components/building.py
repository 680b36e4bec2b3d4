"""Builds the pipeline that ships from its components and the encoder's files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from annotators.components.loading import SHIPPED

__all__ = ["PIPES", "build_pipeline"]

PIPES = (
    "broadsheet_quote_marks",
    "broadsheet_encoder",
    "broadsheet_ner",
    "broadsheet_quote_roles",
    "broadsheet_numbers",
    "broadsheet_entity_linker",
)


def build_pipeline(encoder_folder: Path, meta: Mapping[str, Any]) -> Language:
    """An English pipeline with an encoder; `meta` is added to its meta.json.

    Raises `EncoderError` if the folder has no encoder.
    """
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "broadsheet.guarded_tokenizer.v1"}}}
    nlp = spacy.blank("en", config=tokenizer)
    for pipe in PIPES:
        nlp.add_pipe(pipe)
    nlp.get_pipe("broadsheet_encoder").load(encoder_folder)
    nlp.meta.update({"name": SHIPPED.removeprefix("en_"), **meta})
    return nlp
