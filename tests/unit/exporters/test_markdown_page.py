"""A Markdown article as a page: what its author marked up is elements, and nothing else is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mention, Span, Statement
from annotators.exporters import export
from annotators.loaders.markdown import load_markdown
from tests.unit.exporters.test_exporters import Page


def body(text: str, annotations: AnnotationSet | None = None, **options) -> str:
    article = load_markdown(text.encode(), "a.md")
    page = export(article, annotations or AnnotationSet(), "html", **options)
    Page(page)
    return page.split('<article class="broadsheet-clean">\n')[1].split("\n</article>")[0]


def plain(page: str) -> str:
    """The page without classes, directions and line breaks between elements."""
    return re.sub(r">\n<|>\n|\n(?=</)", lambda found: found.group().strip("\n").replace("\n", ""),
                  re.sub(r' (class|dir)="[^"]*"', "", page))  # fmt: skip


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("# Head *one* #", "<h1>Head <em>one</em></h1>"),
        ("Head\n===", "<h1>Head</h1>"),
        ("### Third", "<h3>Third</h3>"),
        ("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>"),
        ("3. a\n4. b\n\n   c", '<ol start="3"><li><p>a</p></li><li><p>b</p><p>c</p></li></ol>'),
        ("> said\n> more", "<blockquote><p>said\nmore</p></blockquote>"),
        ("> a\n>\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
        ("`a <b>` \\*c\\* &amp; d", "<p><code>a &lt;b&gt;</code> *c* &amp; d</p>"),
        ("```\na <b>\n```", "<pre><code>a &lt;b&gt;</code></pre>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("[a](https://x.org/?b=1&c=2)", '<p><a href="https://x.org/?b=1&amp;c=2">a</a></p>'),
        ("[a][b]\n\n[b]: http://x.org 'T'", '<p><a href="http://x.org" title="T">a</a></p>'),
        ("<ana@x.org>", '<p><a href="mailto:ana@x.org">ana@x.org</a></p>'),
        ("[a](/b)", '<p><span title="/b">a</span></p>'),
        ("[a](ftp://x.org)", '<p><span title="ftp://x.org">a</span></p>'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ('<b onclick="x">a</b>', "<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>"),
        ("![a](http://x.org/a.png)", '<p><a href="http://x.org/a.png">a</a></p>'),
        ("![a](data:image/png;base64,aa)", '<p><span title="data:image/png;base64,aa">a</span></p>'),
        ("|a|b|\n|-|-|\n|x \\| y|z|", "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
         "<tbody><tr><td>x | y</td><td>z</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_markup_in_html_export_is_escaped_and_balanced(written, page):
    assert plain(body(written)) == page


def test_names_and_quotes_are_marked_inside_the_markup():
    text = "*Ana Ruiz* said: “We **will\\*** wait.”\n"
    quote = Span(text.index("“"), text.index("”") + 1)
    annotations = AnnotationSet(
        mentions=(Mention(start=1, end=9, label="PERSON", entity="e1"),),
        entities=(Entity("e1", "Ana Ruiz", "PERSON"),),
        statements=(
            Statement(id="s1", type="direct", start=quote.start, end=quote.end, content=(quote,), speaker_entity="e1"),
        ),
    )
    said = '<q data-speaker="Ana Ruiz" title="Ana Ruiz">'
    assert plain(body(text, annotations)) == (
        '<p><em><mark data-entity="e1" title="Ana Ruiz">Ana Ruiz</mark></em> said: '
        f"{said}“We </q><strong>{said}will</q>*</strong>{said} wait.”</q></p>"
    )


def test_stripped_blocks_are_not_in_the_html_export():
    text = "- kept\n- [share](http://x.org)\n\n> left out\n\nlast\n"
    kinds = {"kept": "body", "[share](http://x.org)": "share", "left out": "ad", "last": "body"}
    labels = [
        BlockLabel(start=text.index(part), end=text.index(part) + len(part), kind=kind) for part, kind in kinds.items()
    ]
    assert plain(body(text, AnnotationSet(blocks=tuple(labels)))) == "<ul><li>kept</li></ul><p>last</p>"


def test_text_deeper_than_a_parser_goes_is_still_there():
    assert "deep down" in body(">" * 150 + " deep down")


PIECES = st.sampled_from(
    ["# ", "- ", "1. ", "> ", "*", "**", "`", "[", "](", ")", "\n", "\n\n", "    ", "|", "\n|-|-|\n", "```\n", "\\",
     "<b>", "&amp;", "!", "---\n", "[a]: ", "http://x.org ", "\r\n", "\t"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.integers(0, 99).map(lambda number: f"word{number} ")), min_size=1, max_size=40))
def test_every_word_of_any_markup_is_on_the_page_and_its_elements_are_closed(pieces):
    text = "".join(pieces)
    if not text.strip():
        return
    page = body(text)
    definition = re.compile(r"\[[^\]]*\]:|\]\(|```|\|")
    if not definition.search(text):
        for word in re.findall(r"word\d+", text):
            assert word in page
