"""Measures how many pronouns and descriptions of speakers are resolved to the right person."""

from __future__ import annotations

import json
from pathlib import Path

from annotators.annotation import AnnotationSet, Span, Spanned
from annotators.article import Article
from annotators.document import from_document
from annotators.quotes.claims import Claim
from annotators.quotes.speakers.resolving import resolve_speakers

__all__ = ["score_resolved"]


def score_resolved(gold: Path, predictions: Path) -> None:
    """Print how many are right as found, and how many if the words for the speaker are given.

    The first also requires a statement, and not every annotated item is speech; the second tests only the resolution of
    the words.
    """
    documents: dict[str, tuple[Article, AnnotationSet]] = {}
    for line in predictions.read_text(encoding="utf-8").splitlines():
        article, annotations = from_document(json.loads(line))
        documents[Path(article.source.location).stem] = article, annotations
    items = json.loads(gold.read_text(encoding="utf-8"))
    found = given = silent = 0
    for item in items:
        article, annotations = documents[item["doc"]]
        surname, span = item["key"].split()[-1], Span(item["start"], item["end"])
        name = _as_found(annotations, span)
        found += surname in (name or "")
        silent += name is None
        given += surname in (_as_given(article, annotations, span) or "")
    print(f"pronoun and nominal speakers resolved right: {found} of {len(items)}, left open: {silent}")
    print(f"where the words for the speaker are given: {given} of {len(items)}")


def _as_found(annotations: AnnotationSet, span: Span) -> str | None:
    names = annotations.entity_by_id
    near = [said for said in annotations.statements if said.speaker and _touches(said.speaker, span)]
    return next((names[said.speaker_entity].name for said in near if said.speaker_entity in names), None)


def _as_given(article: Article, annotations: AnnotationSet, span: Span) -> str | None:
    """The name that the resolver gives the words, after all earlier statements; `None` if it gives none."""
    asked = Claim((span,), None, span, "given", 1.0)
    claims = [asked]
    for said in annotations.statements:
        if said.speaker is None or not _touches(said.speaker, span):
            carried = bool(said.reasons) and "the speaker before it" in said.reasons[0]
            claims.append(Claim(said.content, said.cue, said.speaker, "", said.score or 0.0, carried))
    claims = [claim for claim in claims if claim.content or claim.cue]
    claims.sort(key=lambda claim: (claim.content[0].start if claim.content else claim.start, claim.end))
    resolved = resolve_speakers(article.text, claims, annotations.mentions, annotations.entities, annotations.marks)
    answer = resolved[claims.index(asked)]
    return annotations.entity_by_id[answer.entity].name if answer else None


def _touches(span: Spanned, other: Spanned) -> bool:
    return span.start < other.end and other.start < span.end
