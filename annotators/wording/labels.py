"""Labels and kinds in words, for cards and for listeners."""

from __future__ import annotations

from typing import Final

__all__ = ["LABEL_WORDS", "MARK_WORDS"]

LABEL_WORDS: Final = {
    "PERSON": "person", "NORP": "nationality, religion or party", "FAC": "building or site", "ORG": "organisation",
    "GPE": "country, city or state", "LOC": "place", "PRODUCT": "product", "EVENT": "event", "WORK_OF_ART": "work",
    "LAW": "law", "LANGUAGE": "language", "DATE": "date", "TIME": "time", "PERCENT": "percentage", "MONEY": "money",
    "QUANTITY": "quantity", "ORDINAL": "ordinal", "CARDINAL": "number", "HANDLE": "handle", "HASHTAG": "hashtag",
}  # fmt: skip

MARK_WORDS: Final = {
    "direct": "what somebody said or wrote", "fragment": "a few words taken from somebody",
    "scare": "words the writer does not vouch for", "nested": "a quote inside a quote", "title": "a title",
    "nickname": "a nickname",
}  # fmt: skip
