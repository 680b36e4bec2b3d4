"""The speaker of a verb of saying without a subject, as in Romance languages: `«Fue un accidente», insistió`."""

from __future__ import annotations

import re
from typing import Final

from annotators.annotation import Span
from annotators.quotes.abroad.speakers import speaker_that_opens
from annotators.quotes.abroad.words import Saying
from annotators.quotes.claims import Claim

__all__ = ["subject_left_out"]

_REACH: Final = 400
"""The most code points from the last speech, or from a sentence, to a verb without a subject."""
_SENTENCE: Final = re.compile(r"(?<=[.!?…])[\"»”)]*\s+|\A")


def subject_left_out(text: str, start: int, at: int, saying: Saying, last: Claim | None) -> Span | None:
    """The words for the speaker of a quotation at `at`, in a block that begins at `start`.

    It is the person with whom a sentence between the last speech and the quotation begins, if that person acts or
    speaks there; else the speaker of that speech, if it is in the same block or the quotation opens this one.
    """
    since = max(start, at - _REACH, last.end if last else start)
    before = text[since:at]
    for sentence in reversed([found.end() for found in _SENTENCE.finditer(before) if found.end() < len(before)]):
        if speaker := speaker_that_opens(text, since + sentence, at, saying):
            return speaker
    if last is None or at - last.end >= _REACH or (last.end < start and text[start:at].strip()):
        return None  # others may have been introduced since
    return last.speaker
