"""Who says what in short news of our own, against what the shipped model and the rules find in it.

`said/*.txt` has items with their statements below them. They are for measuring: nothing is trained on them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotators.analysis import Reader, analyse
from annotators.annotation import AnnotationSet, BlockLabel, Span, Statement
from annotators.article import Article, Source
from annotators.loaders.segmentation import segment
from annotators.pipeline import load_model
from annotators.quotes import find_marks, find_statements

ITEMS = Path(__file__).parent / "said"

STATEMENTS_FLOOR = 0.80
"""F1 of whole statements, with speaker, cue, content and entity all right, below which a change made things worse."""


class Said(NamedTuple):
    speaker: str
    cue: str
    content: str
    entity: str


@cache
def items() -> list[tuple[str, list[Said]]]:
    found = []
    for path in sorted(ITEMS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")[1:]:
            lines = block.split("\n")
            told = [Said(*(part.strip() for part in line[2:].split("|"))) for line in lines if line.startswith("> ")]
            found.append(("\n\n".join(line for line in lines if not line.startswith("> ")), told))
    return found


@cache
def reader() -> Reader:
    return load_model()


def found_in(text: str) -> list[Said]:
    article = Article(text=text, blocks=segment(text), source=Source("item"))
    labels = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    annotations = AnnotationSet(blocks=labels, marks=find_marks(text, labels))
    analysis = analyse(reader(), article, annotations)
    annotations = annotations.replace(mentions=analysis.mentions, entities=analysis.entities)
    names = {entity.id: entity.name for entity in analysis.entities}
    statements = find_statements(article, annotations, analysis.roles)
    return [_as_words(text, one, names.get(one.speaker_entity or "", "-")) for one in statements]


def _as_words(text: str, said: Statement, entity: str) -> Said:
    def cut(span: Span | None) -> str:
        return " ".join(text[span.start : span.end].split()) if span else "-"

    return Said(cut(said.speaker), cut(said.cue), " ... ".join(cut(span) for span in said.content), entity)


def test_statements_are_found_with_their_speakers() -> None:
    right = found = wanted = 0
    for text, gold in items():
        ours = found_in(text)
        right, found, wanted = right + len(set(ours) & set(gold)), found + len(ours), wanted + len(gold)
    assert wanted > 200
    assert 2 * right / (found + wanted) >= STATEMENTS_FLOOR


def test_text_without_speech_gives_few_statements() -> None:
    silent = [text for text, gold in items() if not gold]
    assert len(silent) > 20
    assert sum(bool(found_in(text)) for text in silent) <= len(silent) // 4
