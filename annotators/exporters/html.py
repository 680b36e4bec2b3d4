"""The clean article as a complete HTML page with names and quotes marked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate, islice, takewhile
from typing import Final, NamedTuple, TypeVar

from annotators.annotation import AnnotationSet, Mention, Spanned, in_order
from annotators.article import Article, Metadata
from annotators.cleaning import DEFAULT_STRIPPED
from annotators.exporters.kept_blocks import KeptBlock, kept_blocks
from annotators.exporters.markdown_page import ELEMENTS, markdown_elements
from annotators.kinds import EXPORTED
from annotators.links import stretches
from annotators.text.hyphens import rejoined
from annotators.wording.speakers import speaker_of

__all__ = ["to_html"]

SpannedT = TypeVar("SpannedT", bound=Spanned)

_STYLE: Final = """\
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; }
.deck { font-style: italic; } .byline, .timestamp, .source, .note { color: GrayText; }
q, blockquote { quotes: none; } q { text-decoration: underline dotted; }
blockquote { border-left: 3px solid; margin-left: 0; padding-left: 1rem; }
mark { background: none; color: inherit; border-bottom: 2px solid Highlight; }
"""


class _Quoted(NamedTuple):
    """A quoted or reported span: its speaker, and whether it is quoted word for word."""

    start: int
    end: int
    speaker: str
    verbatim: bool


def to_html(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """A page: entities as `<mark>`, quotes as `<q>` or `<blockquote>` with their speaker in `data-speaker`."""
    blocks = list(kept_blocks(article, annotations, stripped))
    written_as_markdown = article.source.media_type == "text/markdown"
    rendered = _rendered_markdown if written_as_markdown else _rendered_all
    body = "\n".join(rendered(article, annotations, blocks))
    body = rejoined(body, article.text) if article.source.media_type == "text/plain" else body
    language = f' lang="{escape(article.metadata.language)}"' if article.metadata.language else ""
    return (
        f"<!DOCTYPE html>\n<html{language}>\n<head>\n"
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(_title(article, blocks))}</title>\n{''.join(_known(article.metadata))}"
        f"<style>\n{_STYLE}</style>\n</head>\n"
        f'<body>\n<article class="{EXPORTED}">\n{body}\n</article>\n</body>\n</html>\n'
    )


def _known(metadata: Metadata) -> Iterator[str]:
    """The metadata of the article as elements of the page's head, one a line."""
    for name, value in (("author", metadata.byline), ("date", metadata.published)):
        if value:
            yield f'<meta name="{name}" content="{escape(value)}">\n'
    if metadata.site:
        yield f'<meta property="og:site_name" content="{escape(metadata.site)}">\n'
    if metadata.url and metadata.url.startswith(("http://", "https://")):
        yield f'<link rel="canonical" href="{escape(metadata.url)}">\n'


def _title(article: Article, blocks: Sequence[KeptBlock]) -> str:
    if article.source.media_type == "text/markdown" and article.metadata.title:
        return " ".join(article.metadata.title.split())
    headline = next((article.text[one.start : one.end] for one in blocks if one.kind == "headline"), "")
    return " ".join((headline or article.metadata.title or "Article").split())


def _quoted(article: Article, annotations: AnnotationSet) -> list[_Quoted]:
    """The quoted spans, without those that overlap an earlier one."""
    found: list[_Quoted] = []
    for said in annotations.statements:
        speaker = speaker_of(article, annotations, said)
        found += [_Quoted(span.start, span.end, speaker, said.type != "indirect") for span in said.content]
    apart: list[_Quoted] = []
    for one in sorted(found, key=lambda quote: (quote.start, -quote.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _rendered_all(article: Article, annotations: AnnotationSet, blocks: Sequence[KeptBlock]) -> Iterator[str]:
    said = _by_block(_quoted(article, annotations), blocks)
    named = _by_block(in_order(annotations.mentions), blocks)
    around = ""
    for block, quotes, mentions in zip(blocks, said, named, strict=True):
        element = ("ol" if block.number else "ul") if block.is_item else ""
        if element != around:
            yield (f"</{around}>" if around else "") + (f"<{element}>" if element else "")
            around = element
        yield _element(article, annotations, block, quotes, mentions)
    if around:
        yield f"</{around}>"


def _rendered_markdown(article: Article, annotations: AnnotationSet, blocks: Sequence[KeptBlock]) -> Iterator[str]:
    """The author's Markdown as elements, with names and quotes marked up inside each stretch of text."""
    quoted = _quoted(article, annotations)
    ends = [quote.end for quote in quoted]
    mentions = list(in_order(annotations.mentions))
    named_ends = list(accumulate((mention.end for mention in mentions), max))

    def marked(start: int, end: int) -> str:
        first = bisect_right(ends, start)
        here = list(takewhile(lambda quote: quote.start < end, islice(quoted, first, None)))
        first = bisect_right(named_ends, start)
        named = list(takewhile(lambda mention: mention.start < end, islice(mentions, first, None)))
        return _said(article, annotations, start, end, here, named)

    yield from markdown_elements(article, blocks, marked)


def _by_block(spans: Iterable[SpannedT], blocks: Sequence[KeptBlock]) -> list[list[SpannedT]]:
    """For each block the spans that lie on it, in order."""
    ends = [block.end for block in blocks]
    found: list[list[SpannedT]] = [[] for _ in blocks]
    for span in spans:
        position = bisect_right(ends, span.start)
        while position < len(blocks) and blocks[position].start < span.end:
            found[position].append(span)
            position += 1
    return found


def _element(
    article: Article,
    annotations: AnnotationSet,
    block: KeptBlock,
    quotes: Sequence[_Quoted],
    mentions: Sequence[Mention],
) -> str:
    whole = quotes[0] if quotes and quotes[0].start <= block.start and quotes[0].end >= block.end else None
    inner = _said(article, annotations, block.start, block.end, () if whole else quotes, mentions)
    if block.is_item:
        number = f' value="{block.number}"' if block.number else ""
        return f'<li{number} dir="auto">{inner}</li>'
    name = ELEMENTS.get(block.kind, "p")
    element = f'<{name} class="{block.kind}" dir="auto">{inner}</{name}>'
    return f"<blockquote{_speaker(whole)}>{element}</blockquote>" if whole and whole.verbatim else element


def _said(
    article: Article,
    annotations: AnnotationSet,
    first: int,
    last: int,
    quotes: Sequence[_Quoted],
    mentions: Sequence[Mention],
) -> str:
    """The text of `[first, last)` with its quotes and names marked."""
    pieces: list[str] = []
    at = first
    for quote in quotes:
        start, end = max(quote.start, first), min(quote.end, last)
        pieces.append(_marked(article, annotations, at, start, mentions))
        inside = _marked(article, annotations, start, end, mentions)
        pieces.append(
            f"<q{_speaker(quote)}>{inside}</q>" if quote.verbatim else f"<span{_speaker(quote)}>{inside}</span>"
        )
        at = end
    pieces.append(_marked(article, annotations, at, last, mentions))
    return "".join(pieces)


def _speaker(quote: _Quoted) -> str:
    return f' data-speaker="{escape(quote.speaker)}" title="{escape(quote.speaker)}"' if quote.speaker else ""


def _marked(article: Article, annotations: AnnotationSet, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """The text of `[start, end)` with its names marked; of two names that overlap the longer is."""
    pieces: list[str] = []
    at = start
    for mention in mentions:
        first, last = max(mention.start, at), min(mention.end, end)
        if (mention.start < at and mention.start >= start) or first >= last:
            continue
        entity = annotations.entity_by_id.get(mention.entity or "")
        name = f' data-entity="{escape(entity.id)}" title="{escape(entity.name)}"' if entity else ""
        pieces.append(_linked(article, at, first))
        pieces.append(f'<mark class="{escape(mention.label)}"{name}>{_linked(article, first, last)}</mark>')
        at = last
    pieces.append(_linked(article, at, end))
    return "".join(pieces)


def _linked(article: Article, start: int, end: int) -> str:
    """The text of `[start, end)` with its links, except in Markdown, where the markup has them."""
    links = () if article.source.media_type == "text/markdown" else article.links
    return "".join(
        f'<a href="{escape(href)}">{escape(words)}</a>' if href else escape(words)
        for words, href in stretches(article.text, links, start, end)
    )
