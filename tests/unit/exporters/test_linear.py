"""A paragraph a line, and what is in it in words below it."""

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
from annotators.article import Article
from annotators.exporters.linear import to_linear
from annotators.loaders.html import load_html
from annotators.loaders.markdown import load_markdown
from annotators.loaders.text import article_from_text

TEXT = """\
Home

The vote waits

“We will not vote,” Brandt told the
council of Norwick. The ‘simple’ plan went.

Photo: T. Hale

Brandt left Norwick.
"""
KINDS = ("nav", "headline", "body", "credit", "body")
BODY = "“We will not vote,” Brandt told the council of Norwick. The ‘simple’ plan went."


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, nth: int, label: str, entity: str) -> Mention:
    start, end = at(words, nth)
    return Mention(start=start, end=end, label=label, entity=entity)


def annotated() -> tuple[Article, AnnotationSet]:
    article = article_from_text(TEXT, "a.txt")
    lines = [line for line in TEXT.split("\n\n") if line.strip()]
    spans = [at(line.strip()) for line in lines]
    quote, simple, left = at("“We will not vote,”"), at("‘simple’"), at("left Norwick")
    return article, AnnotationSet(
        blocks=tuple(BlockLabel(start=a, end=b, kind=kind) for (a, b), kind in zip(spans, KINDS, strict=True)),
        mentions=(
            mention("Brandt", 0, "PERSON", "e1"),
            mention("Norwick", 0, "GPE", "e2"),
            mention("Brandt", 1, "PERSON", "e1"),
        ),
        entities=(Entity("e1", "Ida Brandt", "PERSON"), Entity("e2", "Norwick", "GPE")),
        statements=(
            Statement(
                start=quote.start, end=quote.end, id="s1", type="direct", content=(quote,), speaker=at("Brandt"),
                speaker_entity="e1",
            ),
        ),
        marks=(
            Mark(start=quote.start, end=quote.end, kind="direct"),
            Mark(start=simple.start, end=simple.end, kind="scare"),
        ),
        notes=(
            Note(start=left.start, end=left.end, id="n1", text="why?"),
            Note(start=simple.start, end=simple.end, id="n2"),
        ),
    )  # fmt: skip


def test_every_layer_is_said_in_words_below_its_paragraph():
    assert to_linear(*annotated()).split("\n\n") == [
        "(1 line stripped: nav)",
        "Headline: The vote waits",
        f"{BODY}\nQuote, Ida Brandt: “We will not vote,”\n"
        "In quotation marks (words the writer does not vouch for): ‘simple’\n"
        "Named: Ida Brandt, person; Norwick, country, city or state\nYour highlight: ‘simple’",
        "(1 line stripped: credit)",
        "Brandt left Norwick.\nNamed: Ida Brandt\nYour note on “left Norwick”: why?\n",
    ]


def test_a_paragraph_is_one_line_however_it_was_wrapped_and_only_what_is_asked_for_is_said():
    assert to_linear(*annotated(), layers=()).split("\n\n") == ["The vote waits", BODY, "Brandt left Norwick.\n"]
    only = to_linear(*annotated(), layers=(Layer.QUOTES,))
    assert "Quote, Ida Brandt" in only
    assert "Named" not in only
    assert "stripped" not in only


def test_kinds_that_are_kept_are_called_by_their_name():
    said = to_linear(*annotated(), stripped={"nav"}, layers=(Layer.STRUCTURE,))
    assert "Credit: Photo: T. Hale" in said
    assert said.startswith("(1 line stripped: nav)")


def test_headings_of_markdown_are_said_without_their_signs():
    article = load_markdown(b"# The vote\n\nA paragraph.\n\n## After it ##\n", "a.md")
    kinds = zip(article.blocks, ("headline", "body", "subhead"), strict=True)
    found = AnnotationSet(blocks=tuple(BlockLabel(start=one.start, end=one.end, kind=kind) for one, kind in kinds))
    said = to_linear(article, found, layers=(Layer.STRUCTURE,))
    assert said.split("\n\n") == ["Headline: The vote", "A paragraph.", "Heading: After it\n"]


def test_a_statement_by_nobody_says_so_and_an_indirect_one_that_it_is_reported():
    article, found = annotated()
    (said,) = found.statements
    nobody = Statement(start=said.start, end=said.end, id="s1", type="indirect", content=said.content)
    assert "Reported, nobody named: “We" in to_linear(article, found.replace(statements=(nobody,)))


def test_a_sharp_sign_inside_a_heading_of_markdown_stays() -> None:
    article = load_markdown(b"# The vote\n\nA paragraph.\n\n## Why C# matters, and F# ##\n", "a.md")
    kinds = ("headline", "body", "subhead")
    found = AnnotationSet(
        blocks=tuple(
            BlockLabel(start=one.start, end=one.end, kind=kind) for one, kind in zip(article.blocks, kinds, strict=True)
        )
    )
    said = to_linear(article, found, layers=(Layer.STRUCTURE,))
    assert said.split("\n\n")[-1] == "Heading: Why C# matters, and F#\n"


def test_numbered_items_are_read_out_with_their_numbers() -> None:
    article = load_html(b"<p>Before</p><ol start=9><li>three<li><p>four<br>lines</p></ol>", "a.html")
    assert to_linear(article, AnnotationSet()) == "Before\n\n9. three\n\n10. four lines\n"
