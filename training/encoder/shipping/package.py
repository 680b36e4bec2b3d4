"""Packages an exported encoder as the shipped pipeline, with sources, hashes and scores in meta.json."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotators.components import build_pipeline
from training.encoder.corpora.prepare import RECORD

__all__ = ["package", "source_table"]


def source_table() -> dict[str, Any]:
    """The contents of `sources.toml`."""
    return tomllib.loads(Path(__file__).with_name("sources.toml").read_text(encoding="utf-8"))


def package(
    exported: Path, prepared: Path, target: Path, build: str, scores: Mapping[str, float], version: str
) -> None:
    """Write the pipeline folder `target`."""
    record = json.loads((prepared / RECORD).read_text())
    table = source_table()
    used = {*table["mix"][build], *table["quotations"][build]}
    sources = [
        {"name": name, "license": corpus["licence"], "files": {file: record["sha256"][file] for file in files}}
        for name, corpus in table["corpora"].items()
        if (files := sorted(used.intersection(corpus["files"])))
    ]
    pretrained = {"name": table["pretrained"]["what"], "license": table["pretrained"]["licence"]}
    meta = {
        "version": version,
        "description": f"English news: {_found(build)} ({build} build)",
        "license": "Apache-2.0",
        "spacy_version": ">=3.8.7,<4.0.0",
        "sources": [{**pretrained, "files": {"model.safetensors": table["pretrained"]["sha256"]}}, *sources],
        "performance": dict(scores),
        "build": build,
    }
    nlp = build_pipeline(exported, meta)
    if not table["quotations"][build]:
        nlp.remove_pipe("broadsheet_quote_roles")
    nlp.to_disk(target)


def _found(build: str) -> str:
    roles = ["quotation roles"] if source_table()["quotations"][build] else []
    return ", ".join(["names", *roles, "dates and amounts"])
