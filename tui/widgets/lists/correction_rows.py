"""The corrections that an annotation can be given, as rows to pick from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotators.annotation import (
    ENTITY_LABELS,
    KINDS,
    Annotation,
    AnnotationSet,
    BlockLabel,
    Mark,
    Mention,
    Note,
    Spanned,
    Statement,
)
from annotators.article import Article
from annotators.notes.corrections import Correction, Verdict
from annotators.wording.labels import LABEL_WORDS
from tui.widgets.lists import Row

if TYPE_CHECKING:
    from tui.library.notebook import Orphan

__all__ = ["AskSpeaker", "Choice", "correction_rows", "orphan_rows"]

_SPEAKS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A correction, and the words that report it afterwards."""

    corrections: tuple[Correction, ...]
    change: str


@dataclass(frozen=True, slots=True)
class AskSpeaker:
    """Asks for the name of a speaker, which has to be typed."""

    said: Statement

    def answer(self, name: str) -> Choice:
        """The correction with the typed name."""
        return Choice((_verdict(self.said, Verdict.SPEAKER, name),), f"said by {name}")


def correction_rows(
    article: Article, annotations: AnnotationSet, about: Annotation | None, cursor: int
) -> tuple[Row, ...]:
    """The rows for an annotation, then those for the block at the cursor, once blocks are labelled.

    A `Note` without an id stands for words that are a missed name.
    """
    rows: list[Row] = []
    match about:
        case Mention():
            rows.extend(_for_mention(article, annotations, about))
        case Statement():
            rows.extend(_for_statement(annotations, about))
        case Mark():
            rows.append(_row("wrong: these marks are no quotation", "wrong", Verdict.REJECT, about))
        case Note():
            rows.extend(_labels(article, (about,), ""))
        case BlockLabel() if about in annotations.inline:
            rows.append(_row(f"right: {_kind(about.kind)}", "right", Verdict.ACCEPT, about))
            rows.append(_row("wrong: this is part of the text", "wrong", Verdict.REJECT, about))
    at = about.start if isinstance(about, BlockLabel) else cursor
    block = next((one for one in annotations.blocks if one.start <= at < one.end), None)
    if block is not None:
        rows.extend(_for_block(block))
    return tuple(rows)


def orphan_rows(orphans: Sequence[Orphan]) -> tuple[Row, ...]:
    """Rows for the orphaned notes: what they say and the words that they were on."""
    return tuple(
        Row(
            f"{one.text or 'highlight'}: “{_short(one.exact)}”",
            "note" if one.is_note else "correction",
            key=one.id,
            target=one.id,
        )
        for one in orphans
    )


def _for_mention(article: Article, annotations: AnnotationSet, about: Mention) -> Iterator[Row]:
    words = _short(article.text[about.start : about.end])
    same = annotations.mentions_of.get(about.entity or "", (about,))
    yield _row(f"right: {words}, {LABEL_WORDS.get(about.label, about.label)}", "right", Verdict.ACCEPT, about)
    yield _row(f"wrong: {words} is no name", f"{words} is no name here", Verdict.REJECT, about)
    if len(same) > 1:
        wrong = tuple(_verdict(one, Verdict.REJECT) for one in same)
        change = f"{words} is no name, {len(same)} times"
        yield Row(f"wrong: none of the {len(same)} is a name", key="wrong all", target=Choice(wrong, change))
    yield from _labels(article, same, about.label)


def _labels(article: Article, places: Sequence[Spanned], known: str) -> Iterator[Row]:
    words = _short(article.text[places[0].start : places[0].end])
    times = f", {len(places)} times" if len(places) > 1 else ""
    for label in ENTITY_LABELS:
        if label != known:
            corrections = tuple(_verdict(one, Verdict.LABEL, label) for one in places)
            named, many = LABEL_WORDS.get(label, label), f"{times[2:]} · {label}" if times else label
            choice = Choice(corrections, f"{words} is marked as {named}{times}")
            yield Row(f"label {named}", many, key=("label", label), target=choice)


def _for_statement(annotations: AnnotationSet, about: Statement) -> Iterator[Row]:
    yield _row("right: said, and by this speaker", "right", Verdict.ACCEPT, about)
    yield _row("wrong: nobody says this", "nobody says this", Verdict.REJECT, about)
    names = [one.name for one in annotations.entities if one.label in _SPEAKS and one.id != about.speaker_entity]
    for name in dict.fromkeys(names):
        yield _row(f"speaker {name}", f"said by {name}", Verdict.SPEAKER, about, name)
    yield Row("speaker somebody else …", key="speaker …", target=AskSpeaker(about))
    yield _row("speaker unknown", "said by nobody known", Verdict.SPEAKER, about)


def _for_block(block: BlockLabel) -> Iterator[Row]:
    named = _kind(block.kind)
    yield _row(f"right: this line is {named}", f"the line is {named}", Verdict.ACCEPT, block)
    for kind in KINDS:
        if kind != block.kind:
            named = _kind(kind)
            yield _row(f"this line is {named}", f"the line is {named}", Verdict.KIND, block, kind)


def _kind(kind: str) -> str:
    return kind.replace("_", " ")


def _row(text: str, change: str, verdict: Verdict, about: Spanned, value: str = "") -> Row:
    return Row(text, key=(text, about.start), target=Choice((_verdict(about, verdict, value),), change))


def _verdict(about: Spanned, verdict: Verdict, value: str = "") -> Correction:
    return Correction(about.start, about.end, verdict, value)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
