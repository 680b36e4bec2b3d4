"""Corpora with one word per line and its tag in a column; blank lines end sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from training.encoder.corpora.detokenise import BRACKETS
from training.encoder.corpora.paragraphs import Sentence

__all__ = ["bio_spans", "read_columns", "read_newswire", "read_uner"]


def bio_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Spans `(start, end, label)` of BIO, IOB1 or BIOES tags."""
    spans: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for position, tag in enumerate([*tags, "O"]):
        prefix, own = (tag[0], tag[2:]) if len(tag) > 2 and tag[1] == "-" else ("O", "")
        if start >= 0 and (prefix in "OBSU" or own != label):
            spans.append((start, position, label))
            start = -1
        if prefix in "BSU" or (prefix in "IEL" and start < 0):
            start, label = position, own
    return spans


def _sentence(rows: Sequence[tuple[str, str]]) -> Sentence:
    return Sentence([word for word, _ in rows], bio_spans(tag for _, tag in rows))


def read_columns(text: str, separator: str | None = None) -> list[list[Sentence]]:
    """Documents of sentences; the word is in the first column, the tag in the last.

    A line that begins with `-DOCSTART-` starts a document.
    """
    documents: list[list[Sentence]] = [[]]
    rows: list[tuple[str, str]] = []
    for raw in [*text.split("\n"), ""]:
        line = raw.rstrip("\r\n")
        if line.startswith("-DOCSTART-"):
            documents.append([])
        elif line.strip():
            columns = line.split(separator) if separator else line.split()
            word = BRACKETS.get(columns[0], columns[0]).strip() or "_"
            rows.append((word, columns[-1].strip() if len(columns) > 1 else "O"))
            continue
        if rows:
            documents[-1].append(_sentence(rows))
            rows = []
    return [document for document in documents if document]


def read_newswire(text: str) -> list[Sentence]:
    """The sentences of an article of Worldwide newswire: word, tab, tag; a line with its address is skipped."""
    sentences: list[Sentence] = []
    rows: list[tuple[str, str]] = []
    for line in text.split("\n"):
        columns = line.rstrip("\r").split("\t")
        if not columns[0].strip():
            if rows:
                sentences.append(_sentence(rows))
                rows = []
        elif not columns[0].startswith("http"):
            tag = columns[1].strip() if len(columns) > 1 else ""
            rows.append((columns[0].strip(), tag or "O"))
    if rows:
        sentences.append(_sentence(rows))
    return sentences


def read_uner(text: str) -> list[list[Sentence]]:
    """Documents of Universal NER: number, word, tag; the label OTH is dropped."""
    documents: list[list[Sentence]] = []
    for block in _blocks(text):
        if any("newdoc" in line for line in block if line.startswith("#")) or not documents:
            documents.append([])
        columns = [line.split("\t") for line in block if not line.startswith("#")]
        if columns:
            rows = [(row[1].strip() or "_", "O" if row[2].endswith("-OTH") else row[2]) for row in columns]
            documents[-1].append(_sentence(rows))
    return [document for document in documents if document]


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
