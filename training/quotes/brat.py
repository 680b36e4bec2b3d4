"""Attributions in brat stand-off files, the format of PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int]

_NUMBER = re.compile(r"\d+$")


class Attribution(NamedTuple):
    """One act of reporting: the spans of source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read_articles(directory: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """The text of each article, with the attributions of its first annotator that have content."""
    for path in sorted((directory / "text").glob("*.txt")):
        annotations = sorted((directory / "attributions").glob(f"{path.stem}_????.ann"))
        if annotations:
            text = path.read_bytes().decode("utf-8")
            yield text, [said for said in _read(annotations[0]) if said.content]


def _read(path: Path) -> Iterator[Attribution]:
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 2 and " " in fields[1]:
            pieces = (piece.split() for piece in fields[1].split(" ", 1)[1].split(";"))
            spans[fields[0]] = tuple((int(start), int(end)) for start, end in pieces)
        elif line.startswith("E") and len(fields) > 1:
            events.append(fields[1].split()[1:])
    for event in events:
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for argument in event:
            name, identifier = argument.split(":")
            role = _NUMBER.sub("", name).lower()
            if role in roles:
                roles[role] += spans.get(identifier, ())
        yield Attribution(*(tuple(sorted(roles[role])) for role in ("source", "cue", "content")))
