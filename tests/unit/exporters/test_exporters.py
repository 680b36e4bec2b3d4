"""Every format: what is left out is what the clean view leaves out, and nothing else changes."""

import html.parser
import json

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Layer, Mention, Span, Statement
from annotators.article import Article, Block, Metadata, Source
from annotators.cleaning import clean_text
from annotators.document import from_document
from annotators.exporters import FORMATS, export
from annotators.loaders.html import load_html

TEXT = "Menu\nHead <b>line</b> & more\n\n“We will <not> wait,” Ana Ruiz said.\nPhoto: AP\n\n“All of this was said.”\n"
SPANS = {part: (TEXT.index(part), TEXT.index(part) + len(part)) for part in TEXT.split("\n") if part}
KINDS = dict(zip(SPANS, ("nav", "headline", "body", "credit", "body"), strict=True))


def span(part: str) -> tuple[int, int]:
    return TEXT.index(part), TEXT.index(part) + len(part)


def mention(part: str, label: str, entity: str | None) -> Mention:
    start, end = span(part)
    return Mention(start=start, end=end, label=label, entity=entity)


def statement(ident: str, part: str) -> Statement:
    start, end = span(part)
    return Statement(
        id=ident, type="direct", start=start, end=end, content=(Span(start, end),), speaker=Span(*span("Ana Ruiz")),
        speaker_entity="e1",
    )  # fmt: skip


ARTICLE = Article(
    TEXT,
    tuple(Block(*SPANS[part]) for part in SPANS),
    Source("a.txt"),
    Metadata(title="T", language="en", url="https://news.example/?a=1&b=2"),
)
ANNOTATIONS = AnnotationSet(
    blocks=tuple(BlockLabel(start=SPANS[part][0], end=SPANS[part][1], kind=KINDS[part]) for part in SPANS),
    mentions=(mention("Ana Ruiz", "PERSON", "e1"), mention("Ana", "PERSON", None), mention("AP", "ORG", None)),
    entities=(Entity("e1", 'Ana "A" Ruiz', "PERSON"),),
    statements=(statement("s1", "“We will <not> wait,”"), statement("s2", "“All of this was said.”")),
    ready=frozenset({Layer.STRUCTURE}),
)


class Page(html.parser.HTMLParser):
    """The elements, texts and attributes of a page; fails when elements are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, dict]] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.attributes.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open and data.strip():
            self.texts.append((self.open[-1], data))


def test_plain_text_is_the_clean_text_exactly():
    assert export(ARTICLE, ANNOTATIONS, "txt") == clean_text(ARTICLE, ANNOTATIONS)
    assert export(ARTICLE, ANNOTATIONS, "txt", stripped={"nav"}) == TEXT.removeprefix("Menu\n")


def test_plain_text_of_a_page_has_no_blank_lines_that_stripped_elements_leave():
    text = "Menu\n\nSport\n\nOne stands here.\n\nAd\n\nShop\n\nAnother stands there.\n"
    parts = text.strip().split("\n\n")
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    kinds = ("nav", "nav", "body", "ad", "ad", "body")
    labels = tuple(BlockLabel(start=start, end=end, kind=kind) for (start, end), kind in zip(spans, kinds, strict=True))
    blocks = tuple(Block(*one) for one in spans)
    page = Article(text, blocks, Source("a.html", "text/html"))
    assert export(page, AnnotationSet(blocks=labels), "txt") == "One stands here.\n\nAnother stands there.\n"
    typed = Article(text, blocks, Source("a.txt"))
    assert export(typed, AnnotationSet(blocks=labels), "txt").startswith("\n")


def test_a_page_is_complete_escaped_and_says_who_said_what():
    page = Page(export(ARTICLE, ANNOTATIONS, "html"))
    assert page.texts == [
        ("h1", "Head <b>line</b> & more"),
        ("q", "“We will <not> wait,”"),
        ("mark", "Ana Ruiz"),
        ("p", " said."),
        ("p", "“All of this was said.”"),
    ]
    speakers = [(tag, found["data-speaker"]) for tag, found in page.attributes if "data-speaker" in found]
    assert speakers == [("q", 'Ana "A" Ruiz'), ("blockquote", 'Ana "A" Ruiz')]
    assert ("html", {"lang": "en"}) in page.attributes
    assert ("link", {"rel": "canonical", "href": "https://news.example/?a=1&b=2"}) in page.attributes


def test_a_speaker_without_an_entity_is_named_without_the_comma_after_the_words():
    text = "“We will wait,” the mayor, Paul Drew, said."
    article = Article(text, (Block(0, len(text)),), Source("a.txt"))
    said = Statement(
        start=0, end=15, id="s1", type="direct", content=(Span(0, 15),), speaker=Span(16, text.index(" said"))
    )
    blocks = (BlockLabel(start=0, end=len(text), kind="body"),)
    page = Page(export(article, AnnotationSet(blocks=blocks, statements=(said,)), "html"))
    assert [found["data-speaker"] for _, found in page.attributes if "data-speaker" in found] == [
        "the mayor, Paul Drew"
    ]


def test_an_address_that_is_no_web_address_makes_no_link():
    article = Article(TEXT, ARTICLE.blocks, ARTICLE.source, Metadata(url="javascript:alert(1)"))
    assert "javascript" not in export(article, ANNOTATIONS, "html")


def test_a_name_across_the_edge_of_a_quote_keeps_the_page_well_formed():
    across = Mention(start=span("wait,")[0], end=span("Ana")[1], label="ORG")
    page = Page(export(ARTICLE, ANNOTATIONS.replace(mentions=(across,)), "html"))
    assert [text for tag, text in page.texts if tag == "mark"] == ["wait,”", " Ana"]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_holds_everything_and_reads_back_the_same(name):
    written = export(ARTICLE, ANNOTATIONS, name, stripped={"body"})
    article, annotations = from_document(json.loads(written))
    assert (article.text, article.metadata) == (TEXT, ARTICLE.metadata)
    assert annotations == ANNOTATIONS


def test_a_json_line_is_one_line_for_every_reader_of_lines():
    text = "A\u2028b\u0085c\u2029d\x1ce\x9bf\r\ng"
    article = Article(text, (Block(0, len(text)),), Source("a\n.txt"))
    written = export(article, AnnotationSet(), "jsonl")
    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text


def test_json_needs_no_more_than_utf8():
    article = Article("a\ud800b", (Block(0, 3),), Source("\udc80.txt"))
    assert json.loads(export(article, AnnotationSet(), "json").encode("utf-8"))["text"] == "a\ud800b"


def test_every_format_writes_an_article_without_annotations():
    for name in FORMATS:
        written = export(ARTICLE, AnnotationSet(), name)
        assert "wait" in written if name not in {"w3c", "csv"} else written  # which hold annotations alone


def test_every_format_writes_an_article_of_which_nothing_is_kept():
    everything = frozenset(KINDS.values())
    assert export(ARTICLE, ANNOTATIONS, "txt", stripped=everything).strip() == ""
    assert export(ARTICLE, ANNOTATIONS, "md", stripped=everything).strip() == ""
    assert Page(export(ARTICLE, ANNOTATIONS, "html", stripped=everything)).texts == []


def test_an_unknown_format_is_a_key_error():
    with pytest.raises(KeyError):
        export(ARTICLE, ANNOTATIONS, "pdf")


def test_links_of_a_page_are_links_of_the_export_and_cross_no_element():
    page = b"<p>Ann <a href='https://a.example/?x=1&amp;y=\"'>Lee said so</a>, and <a href='javascript:x'>more</a>.</p>"
    article = load_html(page, "a.html")
    found = AnnotationSet(mentions=(Mention(start=0, end=7, label="PERSON"),))
    written = export(article, found, "html")
    link = '<a href="https://a.example/?x=1&amp;y=&quot;">'
    assert f'<mark class="PERSON">Ann {link}Lee</a></mark>{link} said so</a>, and more.' in written


def test_lists_of_a_page_are_lists_of_its_plain_text():
    page = b"<p>Before</p><ul><li>one<li>two<br>lines</ul><p>one</p><ol start=9><li>three<li><p>four<br>lines</p></ol>"
    article = load_html(page, "a.html")
    lists = "- one\n- two\n  lines\n\none\n\n9. three\n10. four\n    lines"
    assert export(article, AnnotationSet(), "txt") == f"Before\n\n{lists}"
    assert export(article, AnnotationSet(), "md") == f"Before\n\n{lists}\n"
    assert '</p>\n<ol>\n<li value="9" dir="auto">three</li>' in export(article, AnnotationSet(), "html")


def test_an_item_with_blank_lines_in_it_is_not_lost_from_the_plain_text():
    article = load_html(b"<p>Before</p><ul><li>one</li><li><pre>a\n\n\n\nb</pre></li><li>two</li></ul>", "page.html")
    said = export(article, AnnotationSet(), "txt")
    assert said.split() == "Before - one a b - two".split()
    assert "a\n\nb" in said
