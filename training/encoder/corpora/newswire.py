"""Worldwide newswire, split by article into training, development and test."""

from __future__ import annotations

import hashlib
from pathlib import Path

from training.encoder.corpora.columns import read_newswire
from training.encoder.corpora.paragraphs import Sentence

__all__ = ["newswire_documents"]


def newswire_documents(raw: Path) -> dict[str, list[list[Sentence]]]:
    """The articles of Worldwide newswire by split: 12 % test, 6 % dev, by a hash of the file name."""
    splits: dict[str, list[list[Sentence]]] = {"train": [], "dev": [], "test": []}
    for path in sorted((raw / "stanfordnlp+en-worldwide-newswire" / "processed_annotated").rglob("*")):
        if path.is_file():
            share = int(hashlib.md5(path.name.encode(), usedforsecurity=False).hexdigest(), 16) % 100
            split = "test" if share < 12 else "dev" if share < 18 else "train"
            splits[split].append(read_newswire(path.read_text("utf-8", "replace")))
    return splits
