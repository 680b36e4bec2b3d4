"""GUM, open genres: its entities are whole noun phrases, from which part-of-speech tags select the proper names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from training.encoder.corpora.lexicon import Lexicon, mapping_table
from training.encoder.corpora.paragraphs import UNKNOWN, Mapper, Reading, Sentence, Source

__all__ = ["GENRES", "gum_source"]

GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")
"""Genres whose licence allows a model to be distributed; essay, fiction, letter, podcast, whow, reddit are left out."""

_ENTITY = re.compile(r"(\w+)\[(\d+)\]")
_TOKEN_LINE = re.compile(r"\d+-\d+\t")
_KINDS = frozenset(("person", "place", "organization", "event", "object", "abstract"))
_LINKS = frozenset(["of", "the", "and", "&", "-", "for", "in", "de", "al", "."])
_CLAUSES = frozenset((",", "(", "who", "which", "that"))


class _Name(NamedTuple):
    start: int
    end: int
    kind: str
    size: int


def gum_source(raw: Path, lexicon: Lexicon) -> Source:
    """The training documents of the open genres."""
    trees = raw / "UniversalDependencies+UD_English-GUM" / "not-to-release"
    held_back = {
        name for split in ("dev", "test") for name in (trees / f"file-lists/files.{split}").read_text().split()
    }
    parsed = {path.stem: path for path in (trees / "sources").rglob("GUM_*.conllu")}
    by_genre: dict[str, list[list[Sentence]]] = defaultdict(list)
    for path in sorted((raw / "amir-zeldes+gum/_build/src/tsv").rglob("GUM_*.tsv")):
        genre = path.stem.split("_")[1]
        if genre in GENRES and path.stem not in held_back and path.stem in parsed:
            by_genre[genre].append(list(_sentences(path.read_text("utf-8"), parsed[path.stem].read_text("utf-8"))))
    documents = [document for genre in GENRES for document in by_genre[genre] if document]
    return Source("gum-train", documents, _mapper(lexicon), "capitals", True)


def _sentences(entities: str, trees: str) -> Iterator[Sentence]:
    blocks = [_rows(block) for block in trees.strip().split("\n\n")]
    rows = [row for block in blocks for row in block]
    lines = [line.split("\t") for line in entities.split("\n") if _TOKEN_LINE.match(line)]
    if len(lines) != len(rows):
        return
    names = _names(_entities(lines), [row[1] for row in rows], [row[4] for row in rows])
    offset = 0
    for block in blocks:
        end = offset + len(block)
        inside = [
            (name.start - offset, name.end - offset, name.kind)
            for name in names
            if offset <= name.start and name.end <= end
        ]
        yield Sentence([row[1] for row in block], sorted(inside))
        offset = end


def _rows(block: str) -> list[list[str]]:
    rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
    return [row for row in rows if row[0].isdigit()]


def _entities(lines: Sequence[Sequence[str]]) -> Mapping[str, list[int]]:
    """The token positions of each entity, by a key that ends in its kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        for entity in line[3].split("|") if line[3] != "_" else ():
            match = _ENTITY.match(entity)
            found[match.group(2) + match.group(1) if match else f"s{position}{entity}"].append(position)
    return found


def _names(entities: Mapping[str, list[int]], words: Sequence[str], tags: Sequence[str]) -> list[_Name]:
    titles = frozenset(mapping_table()["others"]["titles"])
    found: list[_Name] = []
    for key, positions in entities.items():
        kind = re.sub(r"^s?\d+", "", key)
        start, end = positions[0], positions[-1] + 1
        block = _proper_block(words, tags, start, end)
        if kind not in _KINDS or block is None:
            continue
        first, last = block
        if kind == "person":
            while first < last and words[first] in titles:
                first += 1
            if first < last:
                found.append(_Name(first, last, kind, end - start))
        elif last == end or words[last] in _CLAUSES:
            found.append(_Name(first, last, kind, end - start))
    kept: dict[tuple[int, int], _Name] = {}
    for name in sorted(found, key=lambda one: one.size):
        if not any(name.start < right and left < name.end for left, right in kept):
            kept[name.start, name.end] = name
    return list(kept.values())


def _proper_block(words: Sequence[str], tags: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """The first run of proper nouns in a phrase, with the function words that link them; `None` if there is none."""
    while start < end and not tags[start].startswith("NNP"):
        start += 1
    if start == end:
        return None
    last = at = start + 1
    while at < end:
        if tags[at].startswith("NNP") or (tags[at] == "CD" and at == last):
            last = at + 1
        elif words[at].lower() not in _LINKS:
            break
        at += 1
    return start, last


def _mapper(lexicon: Lexicon) -> Mapper:
    def read(label: str, words: Sequence[str]) -> Reading:
        name = " ".join(words)
        if name in lexicon.peoples:
            return Reading("NORP")
        if label == "person":
            return Reading("PERSON")
        if label == "place":
            return Reading(lexicon.place(name))
        if label == "organization":
            return Reading("GPE" if name in lexicon.countries or name in lexicon.states else "ORG")
        return Reading("EVENT" if label == "event" and len(words) > 1 else UNKNOWN)

    return read
