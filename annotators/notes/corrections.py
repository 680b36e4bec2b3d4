"""The reader's corrections of annotations: this line is no ad, this is a company, somebody else said it.

Corrections are applied on top of the annotators' results, so that they survive a new annotation and hold for view and
export. Of several corrections of a place the last one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from annotators.annotation import (
    ENTITY_LABELS,
    KINDS,
    Annotation,
    AnnotationSet,
    BlockLabel,
    Entity,
    Mention,
    Statement,
    in_order,
)

__all__ = ["Correction", "Verdict", "apply_corrections"]

_REASON = ("you said so",)

AnyAnnotation = TypeVar("AnyAnnotation", bound=Annotation)


class Verdict(StrEnum):
    """What a correction does to the annotation at its place."""

    KIND = "kind"
    """The block is of the kind `value`."""
    LABEL = "label"
    """The mention has the label `value`; it is added if there is none."""
    SPEAKER = "speaker"
    """The speaker of the statement is called `value`; empty if unknown."""
    ACCEPT = "accept"
    """The annotation is right."""
    REJECT = "reject"
    """The annotation is wrong: not a name, not a statement."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict on `[start, end)` in code points; `value` has to be a kind or a label if the verdict needs one."""

    start: int
    end: int
    verdict: Verdict
    value: str = ""

    def __post_init__(self) -> None:
        allowed = {Verdict.KIND: KINDS, Verdict.LABEL: ENTITY_LABELS}.get(self.verdict)
        if allowed is not None and self.value not in allowed:
            raise ValueError(f"{self.value!r} is no {self.verdict}; there are {', '.join(allowed)}")


def apply_corrections(text: str, annotations: AnnotationSet, corrections: Iterable[Correction]) -> AnnotationSet:
    """The annotations with the corrections applied."""
    for correction in corrections:
        annotations = _APPLY[correction.verdict](text, annotations, correction)
    return annotations


def _kind(text: str, annotations: AnnotationSet, correction: Correction) -> AnnotationSet:
    def corrected(label: BlockLabel) -> BlockLabel:
        inside = label.start < correction.end and correction.start < label.end
        return replace(label, kind=correction.value, score=None, reasons=_REASON) if inside else label

    inline = tuple(label for label in annotations.inline if not _same_place(label, correction))
    return annotations.replace(blocks=tuple(corrected(label) for label in annotations.blocks), inline=inline)


def _label(text: str, annotations: AnnotationSet, correction: Correction) -> AnnotationSet:
    others = tuple(one for one in annotations.mentions if one.end <= correction.start or correction.end <= one.start)
    here = next((one for one in annotations.mentions if _same_place(one, correction)), None)
    known = annotations.entity_by_id.get(here.entity or "") if here is not None else None
    # Every mention of one entity that gets the label goes to one entity again.
    name = known.name if known is not None else text[correction.start : correction.end]
    annotations, entity = _entity_called(annotations, name, correction.value)
    if here is not None and here.entity is not None and here.label == correction.value:
        entity = here.entity
    mention = Mention(
        start=correction.start, end=correction.end, label=correction.value, entity=entity, reasons=_REASON
    )
    annotations = annotations.replace(mentions=in_order((*others, mention)))
    if known is not None and not annotations.mentions_of.get(known.id):
        annotations = annotations.replace(statements=_handed_over(annotations.statements, known.id, entity))
    return _without_orphans(annotations)


def _handed_over(statements: Sequence[Statement], one: str, other: str) -> tuple[Statement, ...]:
    """The statements with one entity replaced by another, which is the same one with a new label."""
    return tuple(replace(said, speaker_entity=other) if said.speaker_entity == one else said for said in statements)


def _speaker(text: str, annotations: AnnotationSet, correction: Correction) -> AnnotationSet:
    entity: str | None = None
    if correction.value:
        annotations, entity = _entity_called(annotations, correction.value, "PERSON")

    def corrected(said: Statement) -> Statement:
        if not _same_place(said, correction):
            return said
        return replace(said, speaker_entity=entity, score=None, reasons=_REASON)

    return annotations.replace(statements=tuple(corrected(said) for said in annotations.statements))


def _accept(text: str, annotations: AnnotationSet, correction: Correction) -> AnnotationSet:
    return annotations.replace(
        blocks=_accepted(annotations.blocks, correction),
        inline=_accepted(annotations.inline, correction),
        mentions=_accepted(annotations.mentions, correction),
        statements=_accepted(annotations.statements, correction),
    )


def _reject(text: str, annotations: AnnotationSet, correction: Correction) -> AnnotationSet:
    return _without_orphans(
        annotations.replace(
            inline=_rejected(annotations.inline, correction),
            mentions=_rejected(annotations.mentions, correction),
            marks=_rejected(annotations.marks, correction),
            statements=_rejected(annotations.statements, correction),
        )
    )


_APPLY = {
    Verdict.KIND: _kind,
    Verdict.LABEL: _label,
    Verdict.SPEAKER: _speaker,
    Verdict.ACCEPT: _accept,
    Verdict.REJECT: _reject,
}


def _same_place(annotation: Annotation, correction: Correction) -> bool:
    return (annotation.start, annotation.end) == (correction.start, correction.end)


def _accepted(annotations: Sequence[AnyAnnotation], correction: Correction) -> tuple[AnyAnnotation, ...]:
    return tuple(
        replace(one, score=None, reasons=_REASON) if _same_place(one, correction) else one for one in annotations
    )


def _rejected(annotations: Sequence[AnyAnnotation], correction: Correction) -> tuple[AnyAnnotation, ...]:
    return tuple(one for one in annotations if not _same_place(one, correction))


def _entity_called(annotations: AnnotationSet, name: str, label: str) -> tuple[AnnotationSet, str]:
    for entity in annotations.entities:
        if entity.name.casefold() == name.casefold() and entity.label == label:
            return annotations, entity.id
    number = len(annotations.entities) + 1
    while f"e{number}" in annotations.entity_by_id:
        number += 1
    entity = Entity(f"e{number}", name, label)
    return annotations.replace(entities=(*annotations.entities, entity)), entity.id


def _without_orphans(annotations: AnnotationSet) -> AnnotationSet:
    """The annotations without entities that have no mention any more."""
    used = {one.entity for one in annotations.mentions} | {said.speaker_entity for said in annotations.statements}
    return annotations.replace(entities=tuple(one for one in annotations.entities if one.id in used))
