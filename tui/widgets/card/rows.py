"""The rows of a card: all details of one annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from annotators.annotation import (
    Annotation,
    AnnotationSet,
    BlockLabel,
    Mark,
    Mention,
    Note,
    Span,
    Spanned,
    Statement,
)
from annotators.article import Article
from annotators.text.markup import without_markup
from annotators.wording.labels import LABEL_WORDS, MARK_WORDS
from annotators.wording.statements import cue_beside, read_out
from tui.positions.surroundings import context_of, wrap
from tui.widgets.card.company import company_rows, count_of
from tui.widgets.lists import Row
from tui.widgets.lists.places import Places, speaker_name

__all__ = ["card_rows"]

_LONGEST_CUE: Final = 16
_LONGEST: Final = 12
"""The most lines of a text on a card; longer ones end in an ellipsis."""


def card_rows(article: Article, annotations: AnnotationSet, about: Annotation, width: int) -> tuple[Row, ...]:
    """The card of one annotation, for a list `width` cells wide."""
    width = max(10, width)
    match about:
        case Mention():
            rows = _entity_card(article, annotations, about, width)
        case Statement():
            rows = _statement_card(article, annotations, about, width)
        case BlockLabel():
            rows = _block_card(article, about, width)
        case Mark():
            rows = _text_card(article, about, f"“…” {about.kind}", MARK_WORDS.get(about.kind, ""), width)
        case Note():
            rows = _note_card(article, about, width)
        case _:
            rows = iter(())
    return tuple(rows)


def _entity_card(article: Article, annotations: AnnotationSet, about: Mention, width: int) -> Iterator[Row]:
    entity = annotations.entity_by_id.get(about.entity or "")
    words = article.text[about.start : about.end]
    name = entity.name if entity else words
    mentions: Sequence[Mention]
    if entity:
        mentions = annotations.mentions_of[entity.id]
    else:
        mentions = tuple(
            one for one in annotations.mentions if not one.entity and article.text[one.start : one.end] == words
        )
    kind = LABEL_WORDS.get(about.label, about.label.lower())
    yield Row(name, f"{kind} · {count_of(len(mentions), 'mention')}", style="head")
    others = dict.fromkeys(" ".join(article.text[one.start : one.end].split()) for one in mentions)
    others.pop(name, None)
    if others:
        yield from _dim(f"also: {', '.join(others)}", width)
    yield from _dim_all(_why(about), width)
    yield Row("In the text", style="group")
    yield from (_in_context(article, one, width) for one in mentions)
    said = [one for one in annotations.statements if entity and one.speaker_entity == entity.id]
    if said:
        yield Row("Says", str(len(said)), style="group")
        for one in said:
            yield from _said(article, one, width)
    if entity:
        yield from company_rows(article, annotations, mentions)


def _statement_card(article: Article, annotations: AnnotationSet, about: Statement, width: int) -> Iterator[Row]:
    name = speaker_name(article, annotations, about)
    yield Row(name or "Nobody named", f"{about.type}{_sure(about)}", style="head")
    yield from _words(article, read_out(article.text, about), width)
    pieces = (
        ("speaker", about.speaker),
        ("cue", about.cue),
        ("to", about.addressee),
        ("through", about.medium),
    )
    for title, span in pieces:
        if span is not None:
            text = f"{title}: {_text_of(article, span)}"
            target = Places((about,))
            yield Row(text, indent=2, strong=(len(title) + 2, len(text)), key=(title, about.id), target=target)
    yield from _dim_all(_why(about), width)
    others = [
        one for one in annotations.statements if name and one.id != about.id and _same_speaker(article, one, about)
    ]
    if others:
        yield Row("Also says", str(len(others)), style="group")
        for one in others:
            yield from _said(article, one, width)


def _block_card(article: Article, about: BlockLabel, width: int) -> Iterator[Row]:
    fate = "boilerplate" if about.boilerplate else "article"
    return _text_card(article, about, about.kind.replace("_", " "), fate, width)


def _text_card(article: Article, about: Annotation, name: str, what: str, width: int) -> Iterator[Row]:
    yield Row(name, f"{what}{_sure(about)}", style="head")
    yield from _words(article, (about.span,), width)
    yield from _dim_all(_why(about), width)


def _note_card(article: Article, about: Note, width: int) -> Iterator[Row]:
    yield Row("Your note" if about.text else "Your highlight", style="head")
    yield from (Row(line, indent=2) for line in wrap(about.text, width - 2))
    yield Row("On", style="group")
    yield from _words(article, (about.span,), width)


def _words(article: Article, spans: Iterable[Span], width: int) -> Iterator[Row]:
    return (Row(line, indent=2) for line in _lines(article, spans, width))


def _lines(article: Article, spans: Iterable[Span], width: int, beside: int = 0) -> list[str]:
    """Spans of the text in lines, as many as a card has room for; the first line is `beside` cells shorter."""
    text = without_markup(" … ".join(article.text[span.start : span.end] for span in spans))[: _LONGEST * width]
    lines = wrap(text, width - 2 - beside)
    if beside:
        lines = [*lines[:1], *wrap(" ".join(lines[1:]), width - 2)]
    return lines if len(lines) <= _LONGEST else [*lines[: _LONGEST - 1], lines[_LONGEST - 1] + " …"]


def _in_context(article: Article, about: Annotation, width: int) -> Row:
    around = context_of(article, about, width - 4)
    return Row(
        around.text, indent=2, strong=(around.start, around.end), key=(about.start, about.end), target=Places((about,))
    )


def _said(article: Article, said: Statement, width: int) -> Iterator[Row]:
    """The content of a statement, with its cue beside the first line unless that contains it."""
    cue = cue_beside(article.text, said)[:_LONGEST_CUE]
    first, *rest = _lines(article, read_out(article.text, said), width, beside=cell_len(cue) + 1 if cue else 0) or [""]
    yield Row(first, cue, indent=2, key=said.id, target=Places((said,)))
    yield from (Row(line, indent=2) for line in rest)


def _same_speaker(article: Article, one: Statement, other: Statement) -> bool:
    if one.speaker_entity or other.speaker_entity:
        return one.speaker_entity == other.speaker_entity
    return _text_of(article, one.speaker) == _text_of(article, other.speaker)


def _text_of(article: Article, span: Spanned | None) -> str:
    return without_markup(article.text[span.start : span.end]) if span else ""


def _why(about: Annotation) -> list[str]:
    return [f"because: {'; '.join(about.reasons)}"] if about.reasons else []


def _sure(about: Annotation) -> str:
    return "" if about.score is None else f" · {about.score:.0%} sure"


def _dim_all(sentences: Iterable[str], width: int) -> Iterator[Row]:
    for sentence in sentences:
        yield from _dim(sentence, width)


def _dim(sentence: str, width: int) -> Iterator[Row]:
    return (Row(line, indent=2, style="dim") for line in wrap(sentence, width - 2))
