"""Other articles below a heading such as `Recent Posts` or `Related articles` at the end of an HTML page.

Their titles and summaries read like article text. If everything kept below the heading is short, and in elements of
other shapes than the article's, it belongs to other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.markup.below import shape_of
from annotators.boilerplate.markup.view import HEADINGS
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_announced_stories"]

_SURE: Final = 0.8
_KEPT: Final = frozenset(("body", "subhead", "deck", "note"))
_LEAST_STORY: Final = 80
"""Fewest words of the article above the heading."""
_PARAGRAPH: Final = 12
"""Fewest words of a block whose element's shape counts as the article's."""
_LONGEST: Final = 80
"""Most words of a summary; with more, the article continues."""
_MOST: Final = 3
"""Most words of all summaries, as a multiple of the article's."""
_LONGEST_HEADING: Final = 60
_STORIES: Final = (
    r"(?:articles?|columns|commented|content|coverage|e?-?mailed|entries|events|galleries|headlines|links|news|picks"
    r"|popular|posts|publications|readings?|reads?|searches|shared|stories|videos|viewed)"
)
_HEADING: Final = re.compile(
    r"\W*(?:(?:all |our |see |the |view )?(?:(?:editor[’']?s[’']?|featured|latest|more|most|other|popular|previous"
    rf"|recent|recommended|related|similar|suggested|today[’']s|top|trending) ){{1,2}}{_STORIES}"
    r"(?: (?:for you|now|today|(?:from|in|on) .{2,30}|you (?:may|might) .{2,30}))?"
    r"|(?:also|more|related) on (?-i:[A-Z]).{2,30}|more from .{2,30}|elsewhere on .{2,30}|in other news"
    r"|(?:other (?:articles|posts|stories) )?you (?:may|might) (?:also )?(?:be interested in|enjoy|like)\b.{0,20}"
    r"|trending(?: now)?|recommended for you|what to read next|(?:read|see|up) next)\W*",
    re.I,
)


def with_announced_stories(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels of an HTML article, with kept blocks below such a heading relabelled `related`."""
    settled = list(labels)
    for number in _announced(article, labels):
        settled[number] = relabelled(labels[number], "related", _SURE, "stands under what announces other stories")
    return tuple(settled)


def _announced(article: Article, labels: Sequence[BlockLabel]) -> list[int]:
    """Numbers of the kept blocks from the last such heading on; none if one of them is the article's."""
    headings = set(_headings(article))
    if not headings:  # as on most pages
        return []
    text, above, under = article.text, 0, 0
    set_as, found = set[str](), list[int]()
    announced = False
    headline = next((number for number, label in enumerate(labels) if label.kind == "headline"), -1)
    for number in range(headline + 1, len(labels)):
        block, kept = article.blocks[number], labels[number].kind in _KEPT
        if number in headings and above >= _LEAST_STORY:
            announced = True
        if not kept:
            continue
        words = text.count(" ", block.start, block.end) + 1
        if announced and words <= _LONGEST and not (words >= _PARAGRAPH and shape_of(block.path) in set_as):
            found.append(number)
            under += words
            continue
        announced, above, under = False, above + under + words, 0
        found.clear()
        if words >= _PARAGRAPH:
            set_as.add(shape_of(block.path))
    return found if under <= _MOST * above else []


def _headings(article: Article) -> Iterator[int]:
    """Numbers of the headings that announce other articles."""
    for number, block in enumerate(article.blocks):
        short = block.tag in HEADINGS and block.end - block.start <= _LONGEST_HEADING
        if short and _HEADING.fullmatch(article.text, block.start, block.end):
            yield number
