"""Labelled pages: the `kinds` set, and our own labels on pages of the HTML sets."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from annotators.article import Article, Block, Source
from annotators.boilerplate.lines.page import Page, first_pass, page_of
from training.boilerplate.corpus.page_lines import page_lines

__all__ = ["LabelledPage", "article_of", "html_texts", "kinds_pages", "own_pages", "publisher", "read_pages"]

LABELS = Path(__file__).parents[1] / "labels"
PAGES = Path(__file__).parents[1] / "pages"


@dataclass
class LabelledPage:
    """One page: its article, the kind of each block, and its publisher, by which folds are cut.

    `set` and `key` identify its HTML. A `variant` was made from another page, with lines removed or added. The lines of
    a `silver` page were labelled by rules and models, not by hand.
    """

    name: str
    publisher: str
    article: Article
    kinds: Sequence[str]
    set: str = ""
    key: str = ""
    variant: bool = False
    silver: bool = False

    @property
    def group(self) -> str:
        """The source of the labels: the `kinds` set, labels/ (`own`) or pages/ (`read`)."""
        return "read" if self.name.startswith("read.") else "own" if "." in self.name else "kinds"

    @cached_property
    def page(self) -> Page:
        """The page as the features are computed from."""
        return page_of(self.article)

    @cached_property
    def first(self) -> list[list[str]]:
        """The features of each line for the first chain."""
        return first_pass(self.page)


def article_of(text: str, location: str = "-") -> Article:
    """An article with one block per line, as the text loader makes it of a scraped page."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block(start, start + len(bare)))
        at += len(line) + 1
    return Article(text, tuple(blocks), Source(location))


def kinds_pages(folder: Path) -> list[LabelledPage]:
    """The pages of a `kinds` folder: `index.json`, `pages/NNN.txt`, `pages/NNN.labels.json`."""
    index = {entry["id"]: entry for entry in json.loads((folder / "index.json").read_text(encoding="utf-8"))}
    found = []
    for path in sorted((folder / "pages").glob("*.labels.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        text = _text(folder / "pages" / f"{labels['id']}.txt")
        entry = index[labels["id"]]
        found.append(_labelled(labels["id"], entry["url"], text, labels["runs"], (entry["dataset"], entry["key"])))
    return found


def html_texts(folder: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The name, text and gold of each page of an unpacked HTML set (`gold.json`, `html/ID.html`)."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    for name, gold in json.loads((folder / "gold.json").read_text(encoding="utf-8")).items():
        raw = (folder / "html" / f"{name}.html").read_bytes()
        text = extract_plain_text(
            bytes_to_str(raw, detect_encoding(raw)), main_content=False, alt_texts=False, form_fields=False,
            noscript=False, links=False, list_bullets=False,
        )  # fmt: skip
        yield name, "\n".join(line.strip() for line in text.split("\n")), gold


def own_pages(html: Path) -> list[LabelledPage]:
    """The pages of labels/, their texts extracted anew from the HTML sets in `html`.

    Raises `ValueError` if a text is not the one that was labelled.
    """
    wanted = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(LABELS.glob("*.json"))}
    found = []
    for name_of_set in sorted({labels["set"] for labels in wanted.values()}):
        for name, text, gold in html_texts(html / name_of_set):
            labels = wanted.get(f"{name_of_set}.{name}")
            if labels is None:
                continue
            if hashlib.sha256(text.encode()).hexdigest() != labels["sha256"]:
                raise ValueError(f"{name_of_set}/{name}: its text is not the one that was labelled")
            found.append(_labelled(f"{name_of_set}.{name}", gold["url"], text, labels["runs"], (name_of_set, name)))
    return found


def read_pages(html: Path) -> list[LabelledPage]:
    """The pages of pages/, their lines read from the HTML, with or without figures.

    Pages of labels/ and those whose text was cut by hand (variant `extracted`) are left out. Raises `ValueError` if a
    text is not the one that was labelled.
    """
    known = {path.stem.partition(".")[2] for path in LABELS.glob("*.json")}
    found = []
    for entry in json.loads((PAGES / "index.json").read_text(encoding="utf-8")):
        variant = entry.get("variant", "plain")
        if variant == "extracted" or entry["key"] in known:
            continue
        data = (html / entry["dataset"] / "html" / f"{entry['key']}.html").read_bytes()
        text = "\n".join(page_lines(data, figures=variant == "figures")) + "\n"
        if hashlib.sha256(text.encode()).hexdigest() != entry["sha256"]:
            raise ValueError(f"{entry['dataset']}/{entry['key']}: its text is not the one that was labelled")
        labels = json.loads((PAGES / f"{entry['id']}.labels.json").read_text(encoding="utf-8"))
        where = (entry["dataset"], entry["key"])
        found.append(_labelled(f"read.{entry['id']}", entry["url"], text, labels["runs"], where))
    return found


def _labelled(
    name: str, url: str, text: str, runs: Sequence[tuple[int, int, str]], where: tuple[str, str]
) -> LabelledPage:
    kinds = {number: kind for first, last, kind in runs for number in range(first, last + 1)}
    of_lines = [kinds[number] for number, line in enumerate(text.split("\n")) if line.strip()]
    return LabelledPage(name, publisher(url), article_of(text), of_lines, *where)


def publisher(url: str) -> str:
    """The registrable domain of an address; anything else is returned unchanged."""
    match = re.match(r"(?:https?://|hard::)([^/]+)", url)
    if not match:
        return url
    host = match.group(1).split("-")[0] if url.startswith("hard::") else match.group(1)
    parts = host.removeprefix("www.").removesuffix(".html").split(".")
    short = len(parts) > 2 and parts[-2] in ("co", "com", "org")
    return ".".join(parts[-3:] if short else parts[-2:])


def _text(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return stream.read()
