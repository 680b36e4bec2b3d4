"""Dates and bylines as they are written in German, French, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from annotators.text.patterns import compiled_late

__all__ = ["JOINTS_ABROAD", "NO_DATE_ABROAD", "SIGNED_ABROAD", "UPDATED_ABROAD", "DateAbroad", "dates_abroad"]

_MONTHS: Final = (
    "januar jänner janvier enero gennaio janeiro januari jan jän janv ene gen",
    "februar feber février fevrier febrero febbraio fevereiro februari feb févr fév fev",
    "märz maerz mars marzo março maart mär mrz mar mrt",
    "april avril abril aprile apr avr abr",
    "mai mayo maggio maio mei may mag",
    "juni juin junio giugno junho jun giu",
    "juli juillet julio luglio julho jul juil lug",
    "august août aout agosto augustus aug ago",
    "september septembre septiembre setiembre settembre setembro sept sep set",
    "oktober octobre octubre ottobre outubro okt oct ott out",
    "november novembre noviembre novembro nov",
    "dezember décembre decembre diciembre dicembre dezembro december dez déc dic dec",
)
"""The names and abbreviations of each month, the longest of those that begin alike first."""
_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_DATE: Final = compiled_late(
    rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:\.|er|[º°ª])?[ \xa0]?(?:de |di )?(?P<m>{'|'.join(_NUMBERS)})\b\.?(?: del?)?,?"
    r"[ \xa0](?P<y>\d{4})(?!\d)",
    re.I,
)
_DAY_FIRST: Final = compiled_late(
    r"\b(?:veröffentlicht|aktualisiert|stand:|publiée?|mise? à jour|publicad[ao]|actualizad[ao]|atualizad[ao]"
    r"|pubblicat[ao]|aggiornat[ao]|gepubliceerd|bijgewerkt|uhr|uur)(?!\w)",
    re.I,
)
_NUMERIC: Final = re.compile(r"(?<![\d./])(?P<d>\d{1,2})([/.])(?P<m>\d{1,2})\2(?P<y>\d{4})(?!\d)")

NO_DATE_ABROAD: Final = compiled_late(
    r"\b(?:bis|ab|jusqu[’']?(?:au?|en)|hasta|desde|fino al|dal|até|tot|vanaf)\b", re.I
)
"""A word of a line that speaks of a period."""
UPDATED_ABROAD: Final = compiled_late(
    r"(?:(?:zuletzt|dernière|última|ultimo|laatst) )?"
    r"(?:aktualisiert|mise? à jour|actualizad[ao]|actualización|atualizad[ao]|atualização|aggiornat[ao]|aggiornamento"
    r"|bijgewerkt)\b",
    re.I,
)
"""How a line begins that dates a later version."""
_UPPER: Final = r"(?-i:(?=[^\W\d_a-zà-öø-ÿ]))"
_LOWER: Final = r"(?:van|von|de|den|der|del|da|di|la|le)"
_SURNAME: Final = rf"(?=[^\W\d_][\w.’'-]*[ \xa0](?:{_LOWER}[ \xa0])*(?-i:[^\W\d_a-zà-öø-ÿ]))"
SIGNED_ABROAD: Final = compiled_late(
    r"(?:(?:eine? )?(?:interview|reportage|analyse|kommentar|gastbeitrag|bericht|texte?|texto|testo|tekst|articolo"
    r"|propos recueillis|entretien|entrevista|reportaje|reportagem)[ \xa0])?"
    rf"(?:(?:par|por|door)[ \xa0]:?[ \xa0]*{_UPPER}|(?:von|di)[ \xa0]{_UPPER}{_SURNAME}"
    r"|(?:texte|texto|testo|tekst|autor(?:in|a|es)?|auteurs?|autore|autrice)[ \xa0]?:[ \xa0]*)",
    re.I,
)
"""What stands before the names. `Von Miller` and `Di Canio` are names, so these words need two behind them."""
JOINTS_ABROAD: Final = r"und|et|y|e|ed|en"
"""What stands between the last two names, as alternatives of a pattern."""


class DateAbroad(NamedTuple):
    """A date at an offset of a line; it may be none of the calendar, such as 31 February."""

    at: int
    year: int
    month: int
    day: int


def dates_abroad(line: str) -> Iterator[DateAbroad]:
    """The dates of a line with a month in one of these languages, or in figures where a word of one is beside them."""
    for found in _DATE.finditer(line):
        yield DateAbroad(found.start(), int(found["y"]), _NUMBERS[found["m"].lower()], int(found["d"]))
    if _DAY_FIRST.search(line):
        for found in _NUMERIC.finditer(line):
            yield DateAbroad(found.start(), int(found["y"]), int(found["m"]), int(found["d"]))
