"""Writes the sample articles and their gold annotations: `python -m tests.gold.build`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from annotators.article import Source
from annotators.document import to_document
from annotators.loaders import load_bytes
from annotators.loaders.media_type import media_type_of
from sample_articles.make_long import make_long
from tests.gold.marking import Marked, read_marked

SAMPLES = Path(__file__).parents[2] / "sample_articles"
MARKED = Path(__file__).parent / "marked"


def marked_articles() -> dict[str, Marked]:
    """The marked articles by file name, and the one that a script makes."""
    found = {path.name: read_marked(path.read_text(encoding="utf-8")) for path in sorted(MARKED.iterdir())}
    return found | {"10-council-minutes.txt": read_marked(make_long())}


def gold_of(name: str, marked: Marked, data: bytes) -> str:
    """The gold annotations of an article as JSON; raises `ValueError` where its file does not hold the marked text."""
    article = load_bytes(data, name, media_type_of(name) or "text/plain")
    if article.text.rstrip("\n") != marked.text.rstrip("\n"):
        raise ValueError(f"{name} does not hold the text that is marked")
    spans = [(block.start, block.end) for block in article.blocks]
    if spans != [(block.start, block.end) for block in marked.annotations.blocks]:
        raise ValueError(f"{name} falls into other blocks than those that are marked")
    document = to_document(replace(article, source=Source(name, article.source.media_type)), marked.annotations)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write all of them."""
    for name, marked in marked_articles().items():
        path = SAMPLES / name
        if path.suffix != ".html":
            path.write_bytes(marked.text.encode("utf-8"))
        path.with_suffix(".gold.json").write_text(gold_of(name, marked, path.read_bytes()), encoding="utf-8")


if __name__ == "__main__":
    main()
