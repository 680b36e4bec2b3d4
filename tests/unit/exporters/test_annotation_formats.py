"""The formats that hold every annotation, and Markdown with footnotes."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from annotators.annotation import (
    AnnotationSet,
    BlockLabel,
    Entity,
    Layer,
    Mark,
    Mention,
    Note,
    Span,
    Statement,
)
from annotators.article import Article, Block, Source
from annotators.exporters import export
from annotators.exporters.table import COLUMNS
from annotators.notes.anchoring import Selector, anchor

LINES = (
    ("Home | News", "nav"),
    ("Norwick *waits*, again", "headline"),
    ("“We will wait,” Ida Brandt said, “and see.”", "body"),
    ('She wrote: =SUM(1), 日本語 \U0001f600, "quoted", and more.', "body"),
)
TEXT = "\n\n".join(line for line, _ in LINES)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def article(media_type: str = "text/plain") -> Article:
    spans = [at(line) for line, _ in LINES]
    return Article(TEXT, tuple(Block(*span) for span in spans), Source("saved/a.txt", media_type))


def found() -> AnnotationSet:
    parts = at("“We will wait,”"), at("“and see.”")
    name = at("Ida Brandt")
    return AnnotationSet(
        blocks=tuple(
            BlockLabel(start=span.start, end=span.end, kind=kind, score=0.9)
            for span, kind in ((at(line), kind) for line, kind in LINES)
        ),
        mentions=(Mention(start=name.start, end=name.end, label="PERSON", entity="e1"),),
        entities=(Entity("e1", "Ida Brandt", "PERSON"),),
        marks=(Mark(start=parts[0].start, end=parts[0].end, kind="direct"),),
        statements=(
            Statement(
                start=parts[0].start, end=parts[1].end, id="s1", type="direct", content=parts,
                cue=at("said"), speaker=name, speaker_entity="e1", score=0.8,
            ),
        ),
        notes=(
            Note(start=at("=SUM(1)").start, end=at("=SUM(1)").end, id="n1", text="a *sum*\n[x]", created=86400.0),
            Note(start=at("Norwick").start, end=at("Norwick").end, id="n2"),
            Note(start=at("Home").start, end=at("Home").end, id="n3", text="in the menu"),
        ),
        ready=frozenset(Layer),
    )  # fmt: skip


def test_every_web_annotation_finds_its_words_again_by_its_selectors() -> None:
    page = json.loads(export(article(), found(), "w3c"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    spans = {one.span for layer in (found().blocks, found().mentions, found().marks, found().notes) for one in layer}
    spans |= set(found().statements[0].content)
    anchored = {
        anchor(TEXT, Selector.from_json(target["selector"])) for one in page["items"] for target in one["target"]
    }
    assert anchored == spans
    assert len({one["id"] for one in page["items"]}) == len(page["items"])
    by_motivation: dict[str, list[dict[str, object]]] = {}
    for one in page["items"]:
        by_motivation.setdefault(one["motivation"], []).append(one)
    (said,) = by_motivation["describing"]
    assert [body["value"] for body in said["body"]] == ["direct", "Ida Brandt"]  # type: ignore[attr-defined, index]
    assert by_motivation["commenting"][0]["created"] == "1970-01-02T00:00:00+00:00"
    assert "body" not in by_motivation["highlighting"][0]


def test_every_annotation_is_a_row_and_comes_back_as_it_was() -> None:
    header, *rows = csv.reader(io.StringIO(export(article(), found(), "csv"), newline=""))
    assert tuple(header) == COLUMNS
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"].removeprefix("'") for row in told)
    assert [(row["label"], row["who"], row["score"]) for row in told if row["label"] == "direct"] == [
        ("direct", "Ida Brandt", "0.800")
    ] * 2
    assert {row["layer"] for row in told} == {str(layer) for layer in Layer}
    assert next(row["note"] for row in told if row["text"] == "'=SUM(1)") == "a *sum*\n[x]"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1 degree", "@SUM(1)", "\t=1", "\r=1", "\uff1d1", "'=1", "''@a"])
def test_no_cell_is_a_formula_to_a_spreadsheet_and_each_can_be_read_back(formula: str) -> None:
    text = f"x{formula}"
    old = Article(text, (Block(0, len(text)),), Source(formula))
    notes = AnnotationSet(notes=(Note(start=1, end=len(text), id="n1", text=formula),))
    _, row = csv.reader(io.StringIO(export(old, notes, "csv"), newline=""))
    source, *_, words, who, score, note = row
    assert source == words == note == f"'{formula}"
    assert (who, score) == ("", "")


@pytest.mark.parametrize("words", ["'tis", "1-1", "a@b.example", "“=1”", "'", ""])
def test_other_cells_stay_as_they_are(words: str) -> None:
    text = f"{words} was said"
    note = Note(start=0, end=len(text), id="n1", text=words)
    old = Article(text, (Block(0, len(text)),), Source("a.txt"))
    _, row = csv.reader(io.StringIO(export(old, AnnotationSet(notes=(note,)), "csv"), newline=""))
    assert (row[5], row[8]) == (text, words)


def test_a_cell_may_hold_any_line_break() -> None:
    for text in ("one\rtwo", "one\ntwo", "one\r\ntwo"):
        old = Article(text, (Block(0, len(text)),), Source("a.txt"))
        label = BlockLabel(start=0, end=len(text), kind="body")
        written = export(old, AnnotationSet(blocks=(label,)), "csv")
        assert [row[5] for row in csv.reader(io.StringIO(written, newline=""))] == ["text", text]


def test_footnotes_of_a_large_article_take_linear_time() -> None:
    line, count = "“We go,” Ida Brandt said. The ferry left at noon.\n\n", 8000
    starts = range(0, count * len(line), len(line))
    large = Article(line * count, tuple(Block(at, at + len(line) - 2) for at in starts), Source("a.txt"))
    said = tuple(
        Statement(
            start=at, end=at + 8, id=f"s{at}", type="direct", content=(Span(at, at + 8),), speaker=Span(at + 9, at + 19)
        )
        for at in starts
    )
    begun = time.process_time()
    written = export(large, AnnotationSet(statements=said), "footnotes")
    assert time.process_time() - begun < 2
    assert written.count("[^") == 2 * count


def test_footnotes_say_who_speaks_and_what_was_noted_of_what_is_not_stripped() -> None:
    written = export(article(), found(), "footnotes")
    assert written == (
        "# Norwick[^1] \\*waits\\*, again\n\n"
        "“We will wait,” Ida Brandt said, “and see.”[^2]\n\n"
        'She wrote: =SUM(1)[^3], 日本語 \U0001f600, "quoted", and more.\n\n'
        "[^1]: Highlight on “Norwick”\n"
        "[^2]: Ida Brandt, quoted\n"
        "[^3]: Note, 1970-01-02 on “\\=SUM(1)”: a \\*sum\\* \\[x\\]\n"
    )
    assert "<h1>Norwick[^1] *waits*, again</h1>" in MarkdownIt().render(written)


def test_a_markdown_article_keeps_what_its_author_wrote_between_the_footnotes() -> None:
    written = export(article("text/markdown"), found(), "footnotes")
    assert "Norwick[^1] *waits*, again" in written
    assert "Home | News" not in written
    assert written.count("[^") == 6


def test_without_anything_to_say_footnotes_are_the_markdown_alone() -> None:
    nothing = replace(found(), statements=(), notes=())
    for media_type in ("text/plain", "text/markdown"):
        one = article(media_type)
        assert export(one, nothing, "footnotes").strip() == export(one, nothing, "md").strip()
