"""The common form of all corpora: paragraphs of spaCy tokens with one tag per token, one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "OTHER",
    "OTHER_THAN",
    "UNKNOWN",
    "Paragraph",
    "Reading",
    "Sentence",
    "Source",
    "read_paragraphs",
    "write_paragraphs",
]

UNKNOWN = "-"
"""The tag of a token whose label a corpus does not give; it is not trained on."""

OTHER = "~"
"""The tag of a token of which it is only known that its label, if any, is none of `OTHER_THAN`."""

OTHER_THAN = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))


class Sentence(NamedTuple):
    """Words as a corpus splits them, and its own spans `(start, end, label)` over them."""

    words: Sequence[str]
    spans: Sequence[tuple[int, int, str]]


class Reading(NamedTuple):
    """How a corpus's label is mapped: to a label, `UNKNOWN`, `OTHER`, or `None` for no name.

    `skip` is the number of words cut off at the start of the span.
    """

    label: str | None
    skip: int = 0


Mapper = Callable[[str, Sequence[str]], Reading]


@dataclass(frozen=True)
class Source:
    """A corpus ready to be mapped.

    `masks` says which words outside all spans may be unmarked names: `""` none; `"peoples"` none, but names of peoples
    become NORP; `"capitals"` the same, and every capitalised word that does not begin a sentence becomes `UNKNOWN`;
    `"kinds"` the same, but such words become `OTHER`, as the corpus marks every person, body and place. `sizes` are the
    numbers of sentences that a chunk may have.
    """

    name: str
    documents: Sequence[Sequence[Sentence]]
    mapper: Mapper
    masks: str = ""
    hyphens_join: bool = False
    sizes: tuple[int, ...] = (1, 2, 4, 6)


@dataclass(frozen=True)
class Paragraph:
    """Tokens, whether a space follows each, and their tags.

    `roles` (quotations only), `quotes` (0 outside quotation marks, 1 inside, 2 a mark) and `document` may be empty.
    """

    words: Sequence[str]
    spaces: Sequence[bool]
    tags: Sequence[str]
    roles: Sequence[str] = field(default=())
    quotes: Sequence[int] = field(default=())
    document: str = ""

    @property
    def text(self) -> str:
        """The tokens as running text."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


_KEYS = {"words": "w", "spaces": "s", "tags": "t", "roles": "r", "quotes": "q", "document": "doc"}


def write_paragraphs(path: Path, paragraphs: Iterable[Paragraph]) -> int:
    """Write a file of paragraphs; returns the number of tokens in it."""
    tokens = 0
    with path.open("w", encoding="utf-8") as file:
        for one in paragraphs:
            tokens += len(one.words)
            row = {short: getattr(one, name) for name, short in _KEYS.items() if getattr(one, name)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return tokens


def read_paragraphs(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Paragraph(**{name: row[short] for name, short in _KEYS.items() if short in row})
