"""What was exported and is opened again is the same article: its words, its kinds, what is known of it."""

from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.cleaning import DEFAULT_STRIPPED
from annotators.exporters import export
from annotators.exporters.kept_blocks import kept_blocks
from annotators.loaders import load, load_bytes
from annotators.loaders.html import load_html

ROOT = Path(__file__).parents[3]
PAGES = sorted((ROOT / "tests/gold/html").glob("*.html"))
SAMPLES = sorted(one for one in (ROOT / "sample_articles").iterdir() if one.suffix in {".txt", ".md", ".html"})
HEAD = (
    '<html lang="en-GB"><head><title>Ferry stays</title><meta name="author" content="Ann Lee &amp; &quot;Bo&quot; Dee">'
    '<meta name="date" content="2026-03-02"><meta property="og:site_name" content="The Wire">'
    '<link rel="canonical" href="https://wire.example/f?a=1&amp;b=2"></head>'
)


def labelled(article: Article) -> AnnotationSet:
    found = label_blocks(article)
    return AnnotationSet(blocks=found.blocks, inline=found.inline)


def kept(article: Article, stripped: frozenset[str] = DEFAULT_STRIPPED) -> list[tuple[str, str]]:
    blocks = kept_blocks(article, labelled(article), stripped)
    return [(block.kind, " ".join(article.text[block.start : block.end].split())) for block in blocks]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
@pytest.mark.parametrize("keep", [(), ("caption", "credit")])
def test_a_page_that_was_exported_is_the_article_with_every_kind(path: Path, keep: tuple[str, ...]) -> None:
    article = load(str(path))
    stripped = DEFAULT_STRIPPED - set(keep)
    page = export(article, labelled(article), "html", stripped=stripped)
    assert kept(load_html(page.encode(), "clean.html"), stripped) == kept(article, stripped)


def test_an_exported_page_keeps_its_metadata() -> None:
    article = load_html(f"{HEAD}<h1>Ferry stays</h1><p>It stays in port.</p>".encode(), "a.html")
    assert load_html(export(article, labelled(article), "html").encode(), "b.html").metadata == article.metadata


def test_an_article_with_another_class_of_that_beginning_says_nothing_of_its_blocks() -> None:
    page = '<article class="broadsheet-clean-not"><p class="nav">The ferry will run for one more winter, they said.</p>'
    article = load_html(page.encode(), "a.html")
    assert label_blocks(article).blocks[0].reasons != ("was written so by broadsheet",)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_that_was_exported_as_a_page_keeps_all_its_words(path: Path) -> None:
    article = load(str(path))
    again = load_html(export(article, labelled(article), "html").encode(), "clean.html")
    assert all(label.kind not in DEFAULT_STRIPPED for label in label_blocks(again).blocks)


@pytest.mark.parametrize("path", [*PAGES, *SAMPLES], ids=lambda path: path.name)
def test_an_article_exported_as_json_is_read_back_unchanged(path: Path) -> None:
    article = load(str(path))
    written = export(article, labelled(article), "json").encode()
    again = load_bytes(written, "a.json", "application/vnd.broadsheet+json")
    assert (again.text, list(again.blocks)) == (article.text, list(article.blocks))
    assert label_blocks(again) == label_blocks(article)
    leading = [link for link in article.links if link.href]
    assert list(again.links) == leading


@pytest.mark.parametrize("path", [one for one in SAMPLES if one.suffix == ".md"], ids=lambda path: path.name)
def test_markdown_that_was_exported_is_the_same_article(path: Path) -> None:
    article = load(str(path))
    written = export(article, labelled(article), "md").encode()
    assert kept(load_bytes(written, "clean.md", "text/markdown")) == kept(article)
