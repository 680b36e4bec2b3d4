"""Random awkward articles from a seed: wide and joined characters, control characters, boilerplate, overlaps."""

from __future__ import annotations

import random

from annotators.annotation import (
    ENTITY_LABELS,
    KINDS,
    AnnotationSet,
    BlockLabel,
    Layer,
    Mark,
    Mention,
    Note,
    Span,
    Statement,
    in_order,
)
from annotators.article import Article, Block, Source

WORDS = [
    "the", "minister", "said", "of", "a", "ferry", "“no”", "Zürich", "北京", "東京新聞社の", "می\u200cخواهم",
    "e\u0301te\u0301", "👨\u200d👩\u200d👧", "❤\ufe0f", "🇮🇷", "\x1b[31m", "\u202e", "\u200f", "a\tb", "[/b]", "  ",
    "unbreakablybreakless" * 3,
]  # fmt: skip


def random_article(seed: int, paragraphs: int = 40) -> tuple[Article, AnnotationSet]:
    """An article of some thousands of characters with all four layers."""
    chance = random.Random(seed)
    newline = chance.choice(["\n", "\n", "\r\n"])
    text = ""
    blocks: list[Block] = []
    for _ in range(paragraphs):
        words = " ".join(chance.choice(WORDS) for _ in range(chance.choice([1, 3, 12, 60]))).strip() or "x"
        blocks.append(Block(len(text), len(text) + len(words)))
        text += words + newline * chance.choice([1, 1, 2, 3])
    labels = tuple(BlockLabel(start=one.start, end=one.end, kind=chance.choice(KINDS)) for one in blocks)

    def spans(count: int, longest: int) -> list[Span]:
        starts = [chance.randrange(len(text)) for _ in range(count)]
        return [Span(start, min(len(text), start + chance.randint(1, longest))) for start in starts]

    return Article(text, tuple(blocks), Source("made")), AnnotationSet(
        blocks=labels,
        inline=tuple(BlockLabel(start=a, end=b, kind="credit") for a, b in sorted(spans(3, 9))),
        mentions=in_order([Mention(start=a, end=b, label=chance.choice(ENTITY_LABELS)) for a, b in spans(60, 20)]),
        marks=in_order([Mark(start=a, end=b, kind="scare") for a, b in spans(20, 30)]),
        statements=in_order(
            [
                Statement(
                    start=a,
                    end=b,
                    id=f"s{a}",
                    type=chance.choice(["direct", "indirect"]),
                    content=(Span(a, b),),
                    cue=chance.choice([None, *spans(1, 9)]),
                    speaker=chance.choice([None, *spans(1, 20)]),
                )
                for a, b in spans(12, 200)
            ]
        ),
        notes=in_order([Note(start=a, end=b, id=f"n{a}") for a, b in spans(4, 50)]),
        ready=frozenset(Layer),
    )
