"""A comparison of two articles as plain text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotators.annotation import AnnotationSet, Span, Statement
from annotators.article import Article
from annotators.comparing import Comparison, Edit, Link, Relation, merged_versions
from annotators.text.markup import without_markup
from annotators.wording.speakers import speaker_of
from annotators.wording.statements import read_out

__all__ = ["comparison_as_json", "comparison_as_text"]

Annotated = tuple[Article, AnnotationSet]


def comparison_as_text(left: Annotated, right: Annotated, found: Comparison) -> str:
    """The comparison as text: A and B are the two articles, `[-…-]` is only in A, `{+…+}` only in B."""
    lines = [f"A  {left[0].source.location}", f"B  {right[0].source.location}"]
    ours, theirs = _by_id(left[1]), _by_id(right[1])
    for relation in Relation:
        links = [link for link in found.links if link.relation is relation]
        if links:
            lines += ["", str(relation).capitalize()]
        for link in links:
            lines += _link_lines(left, right, ours[link.left], theirs[link.right], link)
    for name, (article, its), ids, names in (
        ("A", left, found.only_left, found.names_only_left),
        ("B", right, found.only_right, found.names_only_right),
    ):
        said = _by_id(its)
        if ids:
            lines += ["", f"Only in {name}", *(_said(article, its, said[one]) for one in ids)]
        if names:
            lines += ["", f"Named only in {name}", "  " + ", ".join(names)]
    return "\n".join(lines) + "\n"


def comparison_as_json(left: Annotated, right: Annotated, found: Comparison) -> dict[str, Any]:
    """The comparison as JSON; ids are those of the statements in each article's own document."""
    return {
        "format": "broadsheet-comparison/1",
        "left": left[0].source.location,
        "right": right[0].source.location,
        "links": [
            {
                "relation": str(link.relation),
                "left": link.left,
                "right": link.right,
                "likeness": round(link.likeness, 3),
                "edits": [
                    {"left": _piece(edit.left, left[0].text), "right": _piece(edit.right, right[0].text)}
                    for edit in link.edits
                ],
            }
            for link in found.links
        ],
        "only_left": list(found.only_left),
        "only_right": list(found.only_right),
        "names_only_left": list(found.names_only_left),
        "names_only_right": list(found.names_only_right),
    }


def _by_id(annotations: AnnotationSet) -> dict[str, Statement]:
    return {said.id: said for said in annotations.statements}


def _link_lines(left: Annotated, right: Annotated, one: Statement, other: Statement, link: Link) -> Iterator[str]:
    if link.relation is Relation.SAME_UTTERANCE:
        yield f"  {_speaker(*left, one)}: {_merged(left[0].text, one.content, right[0].text, link.edits)}"
        return
    yield f"  A {_said(*left, one).strip()}"
    yield f"  B {_said(*right, other).strip()}"


def _merged(text: str, content: tuple[Span, ...], other: str, edits: tuple[Edit, ...]) -> str:
    """The words of the left with every edit in its place."""
    around = {"both": "{}", "left": "[-{}-]", "right": "{{+{}+}}"}
    pieces = (around[version].format(piece) for piece, version in merged_versions(text, content, other, edits))
    return " ".join("".join(pieces).split())


def _said(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    words = without_markup(" … ".join(article.text[span.start : span.end] for span in read_out(article.text, said)))
    return f"  {_speaker(article, annotations, said)}: {' '.join(words.split())}"


def _speaker(article: Article, annotations: AnnotationSet, said: Statement) -> str:
    return speaker_of(article, annotations, said) or "unattributed"


def _piece(span: Span | None, text: str) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
