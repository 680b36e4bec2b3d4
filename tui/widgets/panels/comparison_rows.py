"""The comparison of two articles as rows: what both quote, what was edited, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from annotators.annotation import AnnotationSet, Span, Statement
from annotators.article import Article
from annotators.comparing import Comparison, Link, Relation, merged_versions
from annotators.text.markup import without_markup
from annotators.wording.statements import read_out
from tui.positions.surroundings import wrap
from tui.titles import title_of
from tui.widgets.lists import Row
from tui.widgets.lists.places import speaker_name

__all__ = ["SIDES", "Compared", "Ends", "Side", "comparison_rows", "legend_rows"]

Side = Literal["A", "B"]
SIDES: Final[tuple[Side, Side]] = ("A", "B")

_FRAME: Final = 6
"""Cells of a row outside its text: edge, indent, space."""

_MARKS: Final = {"left": ("[-", "-]", "gone"), "right": ("{+", "+}", "new")}
"""The brackets around words that only one version has, and their style."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two annotated articles, A and B, and their comparison."""

    left: tuple[Article, AnnotationSet]
    right: tuple[Article, AnnotationSet]
    found: Comparison

    def __getitem__(self, side: Side) -> tuple[Article, AnnotationSet]:
        return self.left if side == "A" else self.right

    def side_of(self, article: Article) -> Side | None:
        """The side of an article: A or B."""
        return next((side for side in SIDES if self[side][0].fingerprint == article.fingerprint), None)


@dataclass(frozen=True, slots=True)
class Ends:
    """The places of a row in A and in B; `own` is the side that the row is about, if it is about one alone."""

    left: Span | None
    right: Span | None
    own: Side | None = None

    def __getitem__(self, side: Side) -> Span | None:
        return self.left if side == "A" else self.right

    def same_as(self, other: Ends) -> bool:
        """Whether both lead to the same two places."""
        return (self.left, self.right) == (other.left, other.right)


Styled = tuple[str, tuple[tuple[int, int, str], ...]]
"""A text of one line, and stretches of it with the names of their styles."""


def legend_rows(compared: Compared, here: Side | None) -> tuple[Row, ...]:
    """Rows that say which article is A and which is B, which one is open, and what the brackets mean."""
    rows = [Row(f"{'▸' if side == here else ' '} {side}  {title_of(*compared[side])}", style="dim") for side in SIDES]
    (opens, closes, gone), (begins, ends, new) = _MARKS.values()
    left, right = f"{opens}only A{closes}", f"{begins}only B{ends}"
    parts = ((0, len(left), gone), (len(left) + 2, len(left) + 2 + len(right), new))
    return (*rows, Row(f"{left}  {right}", indent=5, parts=parts))


def comparison_rows(compared: Compared, width: int, words: str = "") -> tuple[Row, ...]:
    """The rows with all of `words`: links by how close they are, then what only A has, and only B."""
    wanted = words.lower().split()
    groups = [*_link_groups(compared, width), *_only(compared, "A", width), *_only(compared, "B", width)]
    rows: list[Row] = []
    for title, items in groups:
        found = [item for item in items if _has(item, wanted)]
        if found:
            rows.append(Row(title, str(len(found)), style="head"))
            for item in found:
                rows.extend(item)
    if not rows:
        return (Row("Nothing has these words." if wanted else "The two have nothing to compare.", style="dim"),)
    return tuple(rows)


def _has(item: list[Row], wanted: list[str]) -> bool:
    text = " ".join(row.text for row in item).lower()
    return all(word in text for word in wanted)


def _link_groups(compared: Compared, width: int) -> Iterator[tuple[str, list[list[Row]]]]:
    ours, theirs = _by_id(compared.left[1]), _by_id(compared.right[1])
    for relation in Relation:
        items = []
        for link in compared.found.links:
            if link.relation is relation:
                one, other = ours[link.left], theirs[link.right]
                show = _edited if relation is Relation.SAME_UTTERANCE else _both
                items.append(list(show(compared, one, other, link, width)))
        yield str(relation).capitalize(), items


def _edited(compared: Compared, one: Statement, other: Statement, link: Link, width: int) -> Iterator[Row]:
    """An utterance with every edit in its place."""
    pieces = merged_versions(compared.left[0].text, one.content, compared.right[0].text, link.edits)
    name = speaker_name(*compared.left, one) or speaker_name(*compared.right, other) or "nobody named"
    edits = f"{len(link.edits)} edit{'' if len(link.edits) == 1 else 's'}" if link.edits else "word for word"
    yield from _item(name, edits, _merged(pieces), Ends(one.span, other.span), ("both", link.left, link.right), width)


def _both(compared: Compared, one: Statement, other: Statement, link: Link, width: int) -> Iterator[Row]:
    """Two versions one below the other, the words that both have underlined."""
    only = {"A": [edit.left for edit in link.edits], "B": [edit.right for edit in link.edits]}
    verbs = {side: _verb(compared[side][0].text, said) for side, said in zip(SIDES, (one, other), strict=True)}
    for side, said in zip(SIDES, (one, other), strict=True):
        article, its = compared[side]
        if verbs["A"].lower() != verbs["B"].lower() and verbs[side]:
            only[side] = [Span(read_out(article.text, said)[0].start, said.content[0].start), *only[side]]
        text = _shared(article.text, read_out(article.text, said), [span for span in only[side] if span is not None])
        name = f"{side}  {speaker_name(article, its, said) or 'nobody named'}"
        places = Ends(one.span, other.span, side)
        yield from _item(name, _down(article, said), text, places, (side, link.left, link.right), width)


def _only(compared: Compared, side: Side, width: int) -> Iterator[tuple[str, list[list[Row]]]]:
    """What one of the two reports or names and the other does not."""
    article, annotations = compared[side]
    found = compared.found
    statements = _by_id(annotations)
    ids = found.only_left if side == "A" else found.only_right
    names = found.names_only_left if side == "A" else found.names_only_right
    items = []
    for name in ids:
        said = statements[name]
        words = without_markup(" … ".join(article.text[span.start : span.end] for span in read_out(article.text, said)))
        by = speaker_name(article, annotations, said) or "nobody named"
        ends = _one_end(side, said.span)
        items.append(list(_item(by, _down(article, said), (_flat(words), ()), ends, (side, name), width)))
    yield f"Only in {side}", items
    by_name = {entity.name: annotations.mentions_of[entity.id] for entity in annotations.entities}
    rows = []
    for name in names:
        mentions = by_name.get(name, ())
        if mentions:
            ends = _one_end(side, mentions[0].span)
            rows.append([Row(name, str(len(mentions)), indent=2, key=(side, "name", name), target=ends)])
    yield f"Named only in {side}", rows


def _one_end(side: Side, span: Span) -> Ends:
    return Ends(span, None, "A") if side == "A" else Ends(None, span, "B")


def _item(name: str, about: str, text: Styled, ends: Ends, key: object, width: int) -> Iterator[Row]:
    """Who says it, then what, in lines."""
    yield Row(name, about, indent=1, strong=(0, len(name)), key=key, target=ends)
    words, parts = text
    for start, end in _lines(words, max(8, width - _FRAME)):
        inside = tuple(
            (max(first, start) - start, min(last, end) - start, style)
            for first, last, style in parts
            if first < end and last > start
        )
        yield Row(words[start:end], indent=3, parts=inside)


def _merged(pieces: Iterable[tuple[str, str]]) -> Styled:
    text = ""
    parts: list[tuple[int, int, str]] = []
    for piece, version in pieces:
        opens, closes, style = _MARKS.get(version, ("", "", ""))
        start, text = len(text), _joined(text, f"{opens}{piece}{closes}")
        if style:
            parts.append((start, len(text), style))
    return text, tuple(parts)


def _verb(text: str, said: Statement) -> str:
    """The words shown before what was said, where it needs them to read right."""
    return text[read_out(text, said)[0].start : said.shown[0].start]


def _shared(text: str, content: tuple[Span, ...], only: list[Span]) -> Styled:
    """The contents, with what is in none of `only` underlined."""
    said = ""
    parts: list[tuple[int, int, str]] = []
    for number, span in enumerate(content):
        at = span.start
        said = _joined(said, " … " if number else "")
        for gap in [*(one for one in only if span.start <= one.start < span.end), Span(span.end, span.end)]:
            before, said = said, _joined(said, text[at : gap.start])
            if shared := said[len(before) :].strip():
                start = said.index(shared, len(before))
                parts.append((start, start + len(shared), "shared"))
            said = _joined(said, text[gap.start : gap.end])
            at = gap.end
    return said, tuple(parts)


def _joined(before: str, after: str) -> str:
    """Two stretches of a text as one line; white space where they meet is one space."""
    flat = _flat(after)
    lead = " " if after[:1].isspace() and before and not before.endswith(" ") else ""
    tail = " " if flat and after[-1:].isspace() else ""
    return f"{before}{lead}{flat}{tail}" if flat else before + lead


def _flat(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a flat text are."""
    at = 0
    for line in wrap(text, width):
        start = text.index(line, at)
        at = start + len(line)
        yield start, at


def _down(article: Article, said: Statement) -> str:
    return f"at {said.start / max(1, len(article.text)):.0%}"


def _by_id(annotations: AnnotationSet) -> dict[str, Statement]:
    return {said.id: said for said in annotations.statements}
