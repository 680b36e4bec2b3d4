"""Our name labels for the web texts of UD English EWT; only their positions are kept here, not the texts.

`training/data/web/names.jsonl` has one line for each sentence of the training part that was labelled: its `id`, and
`names` as `[start, end, label]` in code points of the sentence. The texts come with the corpus.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.encoder.corpora.chunks import tags_of_text
from training.encoder.corpora.paragraphs import Paragraph
from training.encoder.heads import NAME_LABELS

__all__ = ["web_paragraphs"]

_TREES = Path("UniversalDependencies+UD_English-EWT/not-to-release/sources")
_SENTENCE = re.compile(r"# sent_id = (.+)\n(?:#.*\n)*?# text = (.+)\n")
_LONGEST = 4
"""The most sentences in a paragraph; consecutive ones of a text stay together."""


def web_paragraphs(raw: Path, names: Path, nlp: Any) -> Iterator[Paragraph]:
    """The sentences that `names` lists, one to four per paragraph; `ValueError` for a bad label or position."""
    rows = [json.loads(line) for line in names.read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"].rsplit("-", 1)[0] for row in rows}
    texts = _texts(raw / _TREES, wanted)
    for _, document in groupby(rows, key=lambda row: row["id"].rsplit("-", 1)[0]):
        run: list[dict[str, Any]] = []
        for row in document:
            if run and (len(run) == _LONGEST or _number(row) != _number(run[-1]) + 1):
                yield _paragraph(run, texts, nlp)
                run = []
            run.append(row)
        yield _paragraph(run, texts, nlp)


def _number(row: dict[str, Any]) -> int:
    return int(row["id"].rsplit("-", 1)[1])


def _texts(trees: Path, wanted: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(trees.rglob("*.conllu")):
        genre, name = path.parent.name, path.name.removesuffix(".conllu").removesuffix(".xml")
        if f"{genre}-{name}" in wanted:
            found.update(_SENTENCE.findall(path.read_text(encoding="utf-8")))
    return found


def _paragraph(run: list[dict[str, Any]], texts: dict[str, str], nlp: Any) -> Paragraph:
    text = ""
    spans: list[tuple[int, int, str]] = []
    for row in run:
        if text:
            text += " "
        sentence = texts[row["id"]]
        for start, end, label in row["names"]:
            if label not in NAME_LABELS or not 0 <= start < end <= len(sentence):
                raise ValueError(f"{row['id']}: no name {label} at {start} to {end}")
            spans.append((len(text) + start, len(text) + end, label))
        text += sentence
    return tags_of_text(nlp, text, spans, ())
