"""Datelines: the place an article was filed from, in capitals, and optionally date and agency, before a dash.

KIRKWALL, May 2 (Northern Wire) — The ferry left at noon.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["dateline_in", "place_and_colon_in", "service_in"]

_AGENCIES: Final = (
    r"AAP|AFP|AP|ANI|ANSA|BBC|Bernama|BERNAMA|Bloomberg|CNN|DPA|dpa|EFE|IANS|Interfax|Kyodo|PA|PTI|REUTERS|Reuters|RNS"
    r"|TASS|UPI|WAM|Xinhua|XINHUA|Yonhap"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE: Final = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS: Final = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-])+"
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*"
_PLACE: Final = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_REGION: Final = rf"(?:, (?!{_MONTH} \d){_NAME}(?: {_NAME}){{0,2}})?"
_WHEN: Final = rf"(?:,? \(?{_DATE}\)?)?"
_DASH: Final = r"(?:\s?(?:--|[—–])|\s-)(?=\s|$)"
_SENT: Final = re.compile(rf"{_PLACE}(?P<more>{_REGION}{_WHEN}(?: ?\([\w ./&'’-]{{2,40}}\))?){_DASH}")
"""`(Service)` may stand between the place and the dash."""
_SPELT: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}}{_REGION}{_WHEN} ?\((?:{_AGENCIES})\)(?:{_DASH}|$)")
"""A place that is not in capitals belongs to a dateline only if an agency follows it."""
_NAMED: Final = re.compile(rf"{_CAPITALS}(?: {_CAPITALS})?:(?=\s)")
"""In interviews the speaker stands before a colon, so a name means a place only if no other paragraph has one."""
_SERVICE: Final = re.compile(rf"\((?:{_AGENCIES}|[A-Z]\w+ (?:Network|News|Wire|Service|Press)s?)\){_DASH}")
_NO_PLACE: Final = frozenset(
    "ADVERTISEMENT ADVICE ALERT ANALYSIS AND ANSWER BACKGROUND BREAKING BUT CEO COMMENT CONTEXT CORRECTION CREDIT DEAR"
    " DISCLAIMER DISCLOSURE DOWNLOAD EDITOR EDITORIAL EXCLUSIVE EXPLAINER FACT FAQ FEATURE HOST HOW ICYMI IMAGE"
    " IMPORTANT INTERVIEW JUST KEY LATEST LIVE MORE NEW NOTE OPINION OR PHOTO PHOTOS PLUS PODCAST POLL QUESTION QUIZ"
    " READ RECAP RECIPE REVIEW REWIND SOURCE SPOILER SPONSOR SPONSORED STORY SUMMARY THE TLDR TODAY TOP TRENDING UPDATE"
    " UPDATED URGENT VIDEO VIEW WARNING WATCH WHAT WHERE WHO WHY".split()
)
_LEAST: Final = 3
_SENTENCE: Final = 8
_PARAGRAPH: Final = 15
"""The fewest words after the place."""
_LONGER: Final = 4
"""Letters and the colon: shorter names before a colon are mostly companies and offices."""


def dateline_in(said: str) -> tuple[int, int] | None:
    """The span of the dateline at the start of a paragraph, with its dash; `None` without one.

    A place alone, without region, day or agency, needs a sentence after it.
    """
    match = _SPELT.match(said) or _SENT.match(said)
    if match is None or not _is_place(match.group()):
        return None
    alone = not match.groupdict().get("more", "more")
    return None if alone and said.count(" ", match.end()) < _SENTENCE else match.span()


def place_and_colon_in(said: str) -> tuple[int, int] | None:
    """The span of a name in capitals and a colon that open a paragraph: a dateline if no other one opens so."""
    match = _NAMED.match(said)
    if match is None or not _is_place(match.group()) or match.end() <= _LONGER:
        return None
    return match.span() if said.count(" ", match.end()) >= _PARAGRAPH else None


def _is_place(dateline: str) -> bool:
    place = re.split(r"[,(:—–]| -", dateline, maxsplit=1)[0].strip()
    return sum(letter.isalpha() for letter in place) >= _LEAST and not _NO_PLACE & set(place.upper().split())


def service_in(said: str) -> tuple[int, int] | None:
    """The span of a news service in brackets that opens a paragraph without a place: `(Sports Network) -`."""
    match = _SERVICE.match(said)
    return match.span() if match else None
