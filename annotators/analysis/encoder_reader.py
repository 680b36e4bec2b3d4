"""The shipped model, run without spaCy: splits a text into words, runs the encoder, decodes its heads.

`annotators.components` does the same in a spaCy pipeline. Without spaCy, which takes longer to import than the encoder
to load, the first names appear in half the time.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotators.analysis.reader import Found
from annotators.annotation import Mention, Span, Spanned
from annotators.encoder.addresses import find_addresses
from annotators.encoder.quote_state import quote_states
from annotators.encoder.session import Encoder
from annotators.encoder.words import split_words
from annotators.entities.forms.edges import tidy_names
from annotators.quotes import RoleSpan
from annotators.text.languages import ENGLISH

__all__ = ["EncoderReader"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEVER = -20.0
"""Log probability of every tag but `O` for a word that cannot be part of a name."""
_NAMES, _ROLES = "ner", ("content", "role")


class _Paragraph(NamedTuple):
    words: list[str]
    starts: list[int]

    def place(self, start: int, end: int) -> Span:
        """The span of the words `[start, end)` in the text."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.words[end - 1]))

    def words_in_addresses(self, text: str) -> list[int]:
        """Positions of the words that are part of a mail or web address."""
        end = self.starts[-1] + len(self.words[-1])
        found: list[int] = []
        for address in find_addresses(text, self.starts[0], end):
            first = max(0, bisect_right(self.starts, address.start) - 1)
            found += range(first, bisect_left(self.starts, address.end))
        return found


class EncoderReader:
    """Runs the encoder in a folder; raises `EncoderError` if there is none.

    A paragraph ends at a blank line; a single line break is taken for a soft wrap.
    """

    language: str | None = ENGLISH

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder(folder)

    def read(
        self,
        text: str,
        passages: Sequence[Span],
        marks: Iterable[Spanned],
        between: Callable[[], object] | None = None,
    ) -> Found:
        """What the encoder finds in some passages of a text. `between` is called between two runs of it."""
        paragraphs = [paragraph for passage in sorted(passages) for paragraph in _paragraphs(text, passage)]
        words = [paragraph.words for paragraph in paragraphs]
        scores = self._encoder.score(words, _states(paragraphs, marks), between=between)
        names: list[Mention] = []
        roles: list[RoleSpan] = []
        for position, paragraph in enumerate(paragraphs):
            if addresses := paragraph.words_in_addresses(text):
                scores[_NAMES][position][addresses, 1:] = _NEVER
                scores[_NAMES][position][addresses, 0] = 0.0
            for head in (_NAMES, *_ROLES):
                for span in self._encoder.spans(head, scores[head][position]):
                    start, end = paragraph.place(span.start, span.end)
                    if head == _NAMES:
                        names.append(Mention(start=start, end=end, label=span.label, score=span.score))
                    else:
                        roles.append(RoleSpan(start, end, span.label, span.score))
        roles.sort(key=lambda role: (role.start, -role.end))
        return Found(tuple(tidy_names(text, names)), tuple(roles))


def _paragraphs(text: str, passage: Span) -> Iterator[_Paragraph]:
    start = passage.start
    ends = [*_BLANK_LINE.finditer(text, passage.start, passage.end)]
    for end, after in [*(match.span() for match in ends), (passage.end, passage.end)]:
        words, starts = split_words(text, start, end)
        if words:
            yield _Paragraph(words, starts)
        start = after


def _states(paragraphs: Sequence[_Paragraph], marks: Iterable[Spanned]) -> list[list[int]]:
    """For each word of each paragraph, whether it is inside quotation marks."""
    words = [word for paragraph in paragraphs for word in paragraph.words]
    starts = [start for paragraph in paragraphs for start in paragraph.starts]
    states = iter(quote_states(words, starts, marks))
    return [[next(states) for _ in paragraph.words] for paragraph in paragraphs]
