"""Makes annotated articles of any size, the same each time.

    python -m benchmarks.reading.make_article FOLDER [SIZE ...]

Each size (2k, 100k, 1m, 5m or a number of bytes) becomes `FOLDER/SIZE.txt`, the text, with an
annotation about every 60 characters, and `FOLDER/SIZE.spans`, those annotations packed, which
load as fast as they would come out of a pipe.
"""

from __future__ import annotations

import argparse
import marshal
import random
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotators.annotation import Annotation, AnnotationSet, BlockLabel, Entity, Layer, Mention, Span, Statement
from annotators.article import Article, Block, Source

SIZES = {"2k": 2_000, "100k": 100_000, "1m": 1_000_000, "5m": 5_000_000}
MARKER = "MARKERWORD opens the article."
WORDS = """
a about after again all an and are as at back bank because been before budget but by city claim could council
court day did down each early election even every few first for from government had harbour has have he her his
how if in into is it its just last law line made many may meeting minister more most move no not now of off
office on one only or other our out over people plan price public rain report river said same say school she
should since so some storm such than that the their them then there they this through time to town two under
union up vote was water way we week well were when which while who will with work would year you
""".split()
NAMES = (
    ("Amara Lindqvist", "PERSON"),
    ("Ángela Núñez", "PERSON"),
    ("Lindqvist", "PERSON"),
    ("Tirana", "GPE"),
    ("Zürich", "GPE"),
    ("北京", "GPE"),
    ("Northern Ferry Union", "ORG"),
    ("東京新聞", "ORG"),
    ("Harbour Board", "ORG"),
    ("Tuesday", "DATE"),
    ("nine million euros", "MONEY"),
)
FURNITURE = (
    ("Advertisement", "ad"),
    ("Read more", "related"),
    ("Sign up for our newsletter", "promo"),
    ("Share this article", "share"),
    ("A ferry leaves the harbour at dawn", "caption"),
)


@dataclass
class Draft:
    """An article being written: its paragraphs so far, and their annotations."""

    chance: random.Random
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    size: int = 0
    labels: list[BlockLabel] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def write(self, piece: str) -> None:
        """Add a piece of text."""
        self.pieces.append(piece)
        self.length += len(piece)
        self.size += len(piece.encode())

    def close_block(self, start: int, kind: str) -> None:
        """End the block that began at `start`."""
        self.labels.append(BlockLabel(start=start, end=self.length, kind=kind, score=0.9))
        self.write("\n\n")

    def sentence(self) -> None:
        """Add a sentence; three in ten are quotations."""
        quoted = self.chance.random() < 0.3
        start = self.length
        self.write("“" if quoted else "")
        for position in range(self.chance.randint(6, 22)):
            if position:
                self.write(" ")
            if self.chance.random() < 0.075:
                name, label = self.chance.choice(NAMES)
                begin = self.length
                self.write(name)
                self.mentions.append(Mention(start=begin, end=self.length, label=label, entity=label.lower()))
            else:
                self.write(self.chance.choice(WORDS))
        self.write(".”" if quoted else ".")
        if quoted:
            span = Span(start, self.length)
            number = f"s{len(self.statements) + 1}"
            self.statements.append(Statement(start=start, end=span.end, id=number, type="direct", content=(span,)))

    def paragraph(self) -> None:
        """Add a paragraph or, in 8 % of the cases, a line that is not part of the article."""
        start = self.length
        if self.chance.random() < 0.08:
            line, kind = self.chance.choice(FURNITURE)
            self.write(line)
            self.close_block(start, kind)
            return
        for number in range(self.chance.randint(2, 5)):
            self.write(" " if number else "")
            self.sentence()
        self.close_block(start, "body")


def make(size: int, seed: int = 1) -> tuple[Article, AnnotationSet]:
    """An article of at least `size` bytes of UTF-8 with all layers except notes."""
    draft = Draft(random.Random(seed))
    draft.write(MARKER)
    draft.close_block(0, "headline")
    while draft.size < size:
        draft.paragraph()
    blocks = tuple(Block(label.start, label.end) for label in draft.labels)
    entities = tuple(Entity(label.lower(), label.title(), label) for label in dict.fromkeys(kind for _, kind in NAMES))
    annotations = AnnotationSet(
        blocks=tuple(draft.labels),
        mentions=tuple(draft.mentions),
        entities=entities,
        statements=tuple(draft.statements),
        ready=frozenset({Layer.ENTITIES, Layer.QUOTES, Layer.STRUCTURE}),
    )
    return Article("".join(draft.pieces), blocks, Source("made")), annotations


Columns = tuple[bytes, bytes, list[str]]
"""Starts and ends as arrays of unsigned ints, and a list of kinds, labels or ids."""


def _columns(annotations: Sequence[Annotation], names: Iterable[str]) -> Columns:
    starts, ends = (array("I", [getattr(one, edge) for one in annotations]) for edge in ("start", "end"))
    return starts.tobytes(), ends.tobytes(), list(names)


def _rows(columns: Columns) -> Iterator[tuple[int, int, str]]:
    return zip(array("I", columns[0]), array("I", columns[1]), columns[2], strict=True)


def _packed(annotations: AnnotationSet) -> bytes:
    return marshal.dumps(
        {
            "blocks": _columns(annotations.blocks, (label.kind for label in annotations.blocks)),
            "mentions": _columns(annotations.mentions, (mention.label for mention in annotations.mentions)),
            "statements": _columns(annotations.statements, (said.id for said in annotations.statements)),
        }
    )


def load(path: Path) -> tuple[Article, AnnotationSet]:
    """The article of a text file, with the annotations beside it if `main` has written any."""
    text = path.read_bytes().decode()
    spans = path.with_suffix(".spans")
    if not spans.exists():
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        return Article(text, (Block(first, last),) if first < last else (), Source(str(path))), AnnotationSet()
    packed = marshal.loads(spans.read_bytes())
    annotations = AnnotationSet(
        blocks=tuple(BlockLabel(start=start, end=end, kind=kind) for start, end, kind in _rows(packed["blocks"])),
        mentions=tuple(Mention(start=start, end=end, label=label) for start, end, label in _rows(packed["mentions"])),
        statements=tuple(
            Statement(start=start, end=end, id=name, type="direct", content=(Span(start, end),))
            for start, end, name in _rows(packed["statements"])
        ),
    )
    blocks = tuple(Block(label.start, label.end) for label in annotations.blocks)
    return Article(text, blocks, Source(str(path))), annotations


def write_articles(folder: Path, sizes: Sequence[str]) -> None:
    """Write an article of each size into a folder, which is created if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sizes:
        article, annotations = make(SIZES.get(name) or int(name))
        (folder / f"{name}.txt").write_text(article.text, encoding="utf-8", newline="")
        (folder / f"{name}.spans").write_bytes(_packed(annotations))
        print(name, len(article.text), "characters,", len(annotations.mentions) + len(annotations.statements), "spans")


def main() -> None:
    """Write the files that the command line names."""
    parser = argparse.ArgumentParser(description="Writes articles of some sizes, each with its spans.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=f"{', '.join(SIZES)} or characters; default: all")
    chosen = parser.parse_args()
    write_articles(chosen.folder, chosen.sizes or list(SIZES))


if __name__ == "__main__":
    main()
