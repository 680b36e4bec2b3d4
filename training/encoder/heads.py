"""The heads of the encoder and their labels, in the order of the outputs."""

from __future__ import annotations

from annotators.encoder.decoding import tag_names

__all__ = ["HEADS", "NAME_LABELS", "TAGS"]

NAME_LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
HEADS: dict[str, tuple[str, ...]] = {"ner": NAME_LABELS, "content": ("content",), "role": ("source", "cue")}
TAGS = {head: tag_names(labels) for head, labels in HEADS.items()}
