"""Finds writer, date and source in lines that state several of them."""

from __future__ import annotations

import re
from typing import Final

from annotators.text.patterns import compiled_late

__all__ = ["agency_in", "byline_in", "date_in", "ends_with_date", "is_date", "named_source_in"]

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)?"
_TIME: Final = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[apAP]\.?[mM]\.?)?(?:\s[A-Z]{2,4}\b)?)?"
_WRITTEN: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-]\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b)"
)
_AGO: Final = r"\d{1,2}\s(?:minute|min|hour|hr|day|week|month|year)s?\sago\b"
_READING: Final = r"(?:\s?\d{1,2}\s?min(?:ute)?s?(?:\sread)?\b)?"
_DATE: Final = re.compile(
    rf"(?:(?i:last updated|published|updated|posted)(?i:\son)?:?\s?|on\s)?"
    rf"(?:{_DAY}{_WRITTEN}{_TIME}(?:{_WRITTEN}{_TIME})?{_READING}|{_AGO})"
)
_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[apAP]\.?[mM]\.?)?(?:\s[A-Z]{2,4})?"
_DATED: Final = re.compile(
    rf"(?:(?i:last (?:updated|modified)|first published|published|updated|posted|created|article launched|date)"
    rf"(?i:\sat|\son|\sby\s[\w .]{{2,30}})?\s?[:|–—-]?\s?)?"
    rf"(?:{_CLOCK}\s?[,|–—-]?\s)?{_DAY}{_WRITTEN}(?:\s?[,|–—-]?\s?(?:at\s)?{_CLOCK})?{_READING}"
)
_NAME: Final = rf"(?!{_MONTH}\s\d)[A-Z][\w.'’-]*"
_BYLINE: Final = re.compile(
    rf"(?:^|(?<=[|·•] )|(?<=[.!?] ))(?:[Ww]ritten )?(?:[Bb]y|BY):? {_NAME}(?: {_NAME}){{1,3}}"
    r"(?=$|,? (?=[A-Z\d]|on )| [|·•])"
)
_AGENCY: Final = re.compile(
    r"(?:(?<=[,/|·•] )|(?<=[a-z] ))(?<!\b[Bb]y )"
    r"(?:(?:[Tt]he |THE )?(?:Associated|Canadian|ASSOCIATED|CANADIAN) (?:Press|PRESS)"
    r"|Reuters|REUTERS|Agence France-Presse|AFP|Press Association|[A-Z]+\.COM|(?:[A-Z]+|[A-Z][a-z]+) News(?= [·|/]))"
    r"(?=$| [·|/])"
)
_DIVIDED: Final = compiled_late(r"[•·|–—»>/-]\s*$")
_LONGEST_ROW: Final = 200
_SOURCE: Final = re.compile(r"(?<=[/|·•] )Source: [A-Z][\w .&'’-]{1,60}$")


def date_in(said: str) -> tuple[int, int] | None:
    """The span of the date of publication in a line, with the words that introduce it, or of how long ago it was."""
    match = _DATE.search(said)
    return match.span() if match else None


def is_date(said: str) -> bool:
    """Whether a line is a date of publication and nothing else, apart from who posted it."""
    return _DATED.fullmatch(said) is not None or (
        len(said) <= _LONGEST_ROW and "|" in said and all(_DATED.fullmatch(part.strip()) for part in said.split("|"))
    )


def ends_with_date(said: str) -> bool:
    """Whether a row ends with a date after a divider: `Blog | Harbours • October 18, 2019`."""
    date = date_in(said) if len(said) < _LONGEST_ROW else None
    return date is not None and date[1] >= len(said.rstrip(" .")) and _DIVIDED.search(said[: date[0]]) is not None


def byline_in(said: str) -> tuple[int, int] | None:
    """The span of the writer in a line: `By Nora Quist`."""
    match = _BYLINE.search(said)
    return match.span() if match else None


def agency_in(said: str) -> tuple[int, int] | None:
    """The span of the agency or newspaper that a byline names after the writer."""
    match = _AGENCY.search(said)
    return match.span() if match else None


def named_source_in(said: str) -> tuple[int, int] | None:
    """The span of the source at the end of a line with a date."""
    match = _SOURCE.search(said)
    return match.span() if match else None
