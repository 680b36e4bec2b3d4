"""The clean article as Markdown with footnotes for the speaker of each quote and for the reader's notes."""

from __future__ import annotations

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter
from typing import Final

from annotators.annotation import AnnotationSet, Note, Spanned
from annotators.article import Article
from annotators.cleaning import DEFAULT_STRIPPED, clean_segments, clean_text
from annotators.exporters.kept_blocks import kept_blocks
from annotators.exporters.markdown import escape, joined_blocks
from annotators.wording.speakers import speaker_of

__all__ = ["labelled_apart", "to_footnotes"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Marks around the number of a footnote while the text is escaped: noncharacters, which occur in no text."""

_MARKER: Final = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_LABEL: Final = re.compile(r"(?<!\\)\[\^(\d{1,9})\]")
_SAID: Final = {"direct": "quoted", "mixed": "quoted in part", "indirect": "reported"}


def to_footnotes(article: Article, annotations: AnnotationSet, stripped: Collection[str] = DEFAULT_STRIPPED) -> str:
    """`to_markdown` with a footnote at the end of every quote and every note that is not stripped."""
    kept = [(one.start, one.end) for one in clean_segments(article, annotations, stripped) if one.kept]
    notes = _kept(sorted(_footnotes(article, annotations), key=itemgetter(0)), kept)
    if article.source.media_type == "text/markdown":
        pieces = [_marked(article.text, start, end, notes) for start, end in kept]
        body = "".join(pieces) if pieces else clean_text(article, annotations, stripped)
    else:
        blocks = kept_blocks(article, annotations, stripped)
        body = joined_blocks((block, _marked(article.text, block.start, block.end, notes)) for block in blocks)
    own = max((int(number) for number in _LABEL.findall(body)), default=0)  # of a Markdown article that has some
    body = _MARKER.sub(lambda marker: f"[^{own + int(marker.group(1))}]", body)
    footnotes = "\n".join(f"[^{own + number}]: {words}" for number, (_, words) in enumerate(notes, 1))
    return f"{body.rstrip()}\n\n{footnotes}\n" if notes else body


def labelled_apart(written: str, number: int) -> str:
    """The result of `to_footnotes` for a stream of articles, with the article's number before those of footnotes."""
    return _LABEL.sub(rf"[^{number}-\1]", written)


def _kept(notes: Sequence[tuple[int, str]], kept: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """The notes that lie in the kept spans; both are in order."""
    found = []
    for note in notes:
        position = bisect_left(kept, note[0], key=itemgetter(1))
        if position < len(kept) and kept[position][0] < note[0]:
            found.append(note)
    return found


def _footnotes(article: Article, annotations: AnnotationSet) -> Iterator[tuple[int, str]]:
    """The place of the reference to each footnote, and its text."""
    for said in annotations.statements:
        if speaker := speaker_of(article, annotations, said):
            yield said.shown[-1].end, f"{escape(speaker)}, {_SAID.get(said.type, said.type)}"
    for note in annotations.notes:
        yield note.end, _noted(article, note)


def _noted(article: Article, note: Note) -> str:
    day = time.strftime(", %Y-%m-%d", time.gmtime(note.created)) if note.created else ""
    words = f": {escape(' '.join(note.text.split()))}" if note.text else ""
    return f"{'Note' if note.text else 'Highlight'}{day} on “{escape(_words(article, note))}”{words}"


def _words(article: Article, span: Spanned) -> str:
    return " ".join(article.text[span.start : span.end].split())


def _marked(text: str, start: int, end: int, notes: Sequence[tuple[int, str]]) -> str:
    """The text of `[start, end)` with the number of each footnote at its place."""
    pieces, at = [], start
    first, past = (bisect_right(notes, place, key=itemgetter(0)) for place in (start, end))
    for number, (place, _) in enumerate(notes[first:past], first + 1):
        pieces += [text[at:place], f"{_OPEN}{number}{_CLOSE}"]
        at = place
    return "".join((*pieces, text[at:end]))
