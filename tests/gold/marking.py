"""Articles marked up by hand, and the annotations that the marks stand for.

A line is `kind|text` and becomes a block; a blank line stays one; `⏎` in a line is a line break. A first
line `!wrap 72` wraps the paragraphs at a column. Marks nest, and are gone from the text:

    ⟨PERSON key|Ann Lee⟩    a mention of the entity `key`, and so for every other label in capitals
    ⟨d s1|“Yes,”⟩           quotation marks: d direct, f fragment, s scare, n nested, t title, k nickname;
                            with a statement's id the words between them are what was said
    ⟨c s1|that it rains⟩    content of a statement without quotation marks around it
    ⟨u s1|It rains.⟩        the same where a label names who says it, word for word
    ⟨by s1 key|she⟩         its speaker; ⟨cue s1|said⟩, ⟨to s1|reporters⟩, ⟨via s1|in a letter⟩
    ⟨credit|Photo: X⟩       a part of a block that is of another kind
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from annotators.annotation import (
    KINDS,
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Span,
    Statement,
    in_order,
)

__all__ = ["Marked", "read_marked"]

MARKS = {"d": "direct", "f": "fragment", "s": "scare", "n": "nested", "t": "title", "k": "nickname"}
PAIRS = '"“”«»'


@dataclass
class Marked:
    """The text without its marks, and the annotations that they stood for."""

    text: str = ""
    blocks: list[BlockLabel] = field(default_factory=list)
    tags: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def annotations(self) -> AnnotationSet:
        """Everything that was marked, as annotations that are complete."""
        mentions = in_order(self._mentions())
        return AnnotationSet(
            blocks=tuple(self.blocks),
            inline=in_order(
                BlockLabel(start=start, end=end, kind=tag) for tag, start, end in self.tags if tag in KINDS
            ),
            mentions=mentions,
            entities=tuple(self._entities(mentions)),
            marks=in_order(self._marks()),
            statements=in_order(self._statements()),
            ready=frozenset({Layer.STRUCTURE, Layer.QUOTES, Layer.ENTITIES}),
        )

    def _mentions(self) -> Iterator[Mention]:
        for tag, start, end in self.tags:
            label, _, key = tag.partition(" ")
            if label.isupper():
                yield Mention(start=start, end=end, label=label, entity=key)

    def _entities(self, mentions: tuple[Mention, ...]) -> Iterator[Entity]:
        by_key = sorted(mentions, key=lambda one: one.entity or "")
        for key, found in groupby(by_key, key=lambda one: one.entity or ""):
            same = list(found)
            names = [self.text[one.start : one.end] for one in same]
            yield Entity(key, max(names, key=len), same[0].label)

    def _marks(self) -> Iterator[Mark]:
        for tag, start, end in self.tags:
            kind = MARKS.get(tag.split()[0])
            if kind:
                yield Mark(start=start, end=end, kind=kind)

    def _statements(self) -> Iterator[Statement]:
        known = {mention.entity for mention in self._mentions()}
        for name in dict.fromkeys(tag.split()[1] for tag, *_ in self.tags if _of_statement(tag)):
            tags = [(tag.split(), Span(start, end)) for tag, start, end in self.tags if tag.split()[1:2] == [name]]
            content = tuple(sorted(span for words, span in tags if words[0] in {"c", "u", *MARKS}))
            one = {words[0]: (span, words) for words, span in tags}
            marked = any(words[0] in {"u", *MARKS} for words, _ in tags)
            speaker = one.get("by")
            entity = speaker[1][2] if speaker else None
            yield Statement(
                id=name,
                type="direct" if marked else self._type(content),
                start=content[0].start,
                end=content[-1].end,
                content=content,
                cue=one["cue"][0] if "cue" in one else None,
                speaker=speaker[0] if speaker else None,
                speaker_entity=entity if entity in known else None,
                addressee=one["to"][0] if "to" in one else None,
                medium=one["via"][0] if "via" in one else None,
            )

    def _type(self, content: tuple[Span, ...]) -> str:
        inside = any(
            span.start <= mark.start and mark.end <= span.end and mark.kind == "fragment"
            for mark in self._marks()
            for span in content
        )
        return "mixed" if inside else "indirect"


def _of_statement(tag: str) -> bool:
    words = tag.split()
    return len(words) > 1 and words[0] in {"c", "u", *MARKS}


def read_marked(source: str) -> Marked:
    """Read a marked article; raises `ValueError` for marks that do not close and quotation marks without a kind."""
    lines = source.removesuffix("\n").split("\n")
    width = int(lines.pop(0).split()[1]) if lines[0].startswith("!wrap") else 0
    marked = Marked()
    for line in lines:
        kind, _, content = line.partition("|")
        if not line:
            marked.text += "\n"
            continue
        if kind not in KINDS:
            raise ValueError(f"no kind of block: {line[:60]!r}")
        start = len(marked.text)
        _read_line(marked, content.replace("⏎", "\n"))
        marked.blocks.append(BlockLabel(start=start, end=len(marked.text), kind=kind))
        if width:
            marked.text = marked.text[:start] + _wrapped(marked.text[start:], width)
        marked.text += "\n"
    _check_marks(marked)
    return marked


def _read_line(marked: Marked, line: str) -> None:
    waiting: list[tuple[str, int]] = []
    at = 0
    while at < len(line):
        char = line[at]
        if char == "⟨":
            bar = line.index("|", at)
            waiting.append((line[at + 1 : bar], len(marked.text)))
            at = bar
        elif char == "⟩":
            if not waiting:
                raise ValueError(f"a mark that never began: {line[:60]!r}")
            tag, start = waiting.pop()
            marked.tags.append((tag, start, len(marked.text)))
        else:
            marked.text += char
        at += 1
    if waiting:
        raise ValueError(f"a mark that never ends: {line[:60]!r}")


def _wrapped(text: str, width: int) -> str:
    """The same characters, with some spaces as line breaks."""
    wrapped = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    if len(wrapped) != len(text):
        raise ValueError(f"not to be wrapped without a change: {text[:60]!r}")
    return wrapped


def _check_marks(marked: Marked) -> None:
    edges = {edge for mark in marked.annotations.marks for edge in (mark.start, mark.end - 1)}
    for at, char in enumerate(marked.text):
        if char in PAIRS and at not in edges and not marked.text.startswith("---"):
            raise ValueError(f"a quotation mark without a kind: {marked.text[max(0, at - 30) : at + 30]!r}")
