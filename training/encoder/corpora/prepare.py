"""Writes the corpora as files of paragraphs, one per source, with a record of their sizes and hashes."""

from __future__ import annotations

import hashlib
import json
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy

from training.encoder.corpora.chunks import paragraphs
from training.encoder.corpora.gum import gum_source
from training.encoder.corpora.lexicon import Lexicon
from training.encoder.corpora.name_corpora import name_sources
from training.encoder.corpora.newswire import newswire_documents
from training.encoder.corpora.own_news import own_news_paragraphs
from training.encoder.corpora.paragraphs import Paragraph, write_paragraphs
from training.encoder.corpora.quotations import quotation_paragraphs
from training.encoder.corpora.re3d import RE3D_PARTS, re3d_paragraphs
from training.encoder.corpora.web_names import web_paragraphs

__all__ = ["OWN_NEWS", "RECORD", "prepare"]

OWN_NEWS = Path(__file__).parents[2] / "data" / "news"
WEB_NAMES = Path(__file__).parents[2] / "data" / "web" / "names.jsonl"
RECORD = "prepared.json"
SEED = 7


def prepare(data: Path, out: Path, build: str) -> None:
    """Write `SOURCE.jsonl` files to `out` from the archives in `data`; does nothing if `out` is complete.

    `data` holds `ner/raw.tar.xz` (or `ner/raw`) and `quotes/polnear`. The `strict` build takes the names of peoples
    from word lists alone, not from Worldwide newswire.
    """
    record = out / RECORD
    if record.exists() and json.loads(record.read_text())["build"] == build:
        return
    out.mkdir(parents=True, exist_ok=True)
    raw = _unpacked(data, out)
    newswire = (one for document in newswire_documents(raw)["train"] for one in document) if build == "plus" else ()
    lexicon = Lexicon.build(raw / "gaz.zip", newswire)
    nlp = spacy.blank("en")
    tokens: dict[str, int] = {}
    hashes: dict[str, str] = {}
    for name, rows in _all(raw, data, lexicon, nlp):
        path = out / f"{name}.jsonl"
        tokens[name] = write_paragraphs(path, rows)
        hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{name}: {tokens[name]:,} tokens", flush=True)
    record.write_text(json.dumps({"build": build, "tokens": tokens, "sha256": hashes}, indent=1) + "\n")


def _unpacked(data: Path, out: Path) -> Path:
    folder = data / "ner" / "raw"
    if folder.is_dir():
        return folder
    folder = out / "raw"
    if not folder.is_dir():
        print("unpacking the corpora", flush=True)
        with tarfile.open(data / "ner" / "raw.tar.xz") as archive:
            archive.extractall(out, filter="data")
    return folder


def _all(raw: Path, data: Path, lexicon: Lexicon, nlp: Any) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    for source in name_sources(raw, lexicon):
        yield source.name, paragraphs(source, lexicon.peoples, nlp, SEED)
    gum = gum_source(raw, lexicon)
    yield gum.name, paragraphs(gum, lexicon.peoples, nlp, SEED)
    for part in RE3D_PARTS:
        name = "re3d_" + part.lower().replace(" ", "_")
        yield name, re3d_paragraphs(raw / "dstl+re3d" / part, lexicon, nlp)
    yield "own-news", own_news_paragraphs(OWN_NEWS, nlp)
    yield "own-web", web_paragraphs(raw, WEB_NAMES, nlp)
    for split in ("dev", "train"):
        yield f"polnear-{split}", quotation_paragraphs(data / "quotes" / "polnear" / split, nlp)
