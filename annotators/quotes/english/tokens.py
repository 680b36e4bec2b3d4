"""Tokens: words and punctuation with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Token", "tokenize"]

_TOKEN = re.compile(
    r"(?P<abbreviation>(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|Jr|Sr|Inc|"
    r"Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Fla|Pa|Mass|Ariz|Ill|Conn|Va|Md|Minn|"
    r"Mich|Wis|Ga|La|Ky|Tenn|Ala|Ark|Colo|Okla|Ore|Tex|Wash|Del|Neb|Nev|Reps|Sens|Drs|Messrs|Adm|Cmdr|Pvt|etc|a\.m|p\.m"
    r"|[RDI]-[A-Z][a-z]+|[A-Z])\.(?=[\s,;:’'”\")\]-]))"
    r"|(?P<word>[@#$£€]?\w+(?:(?:''|['’&./@_-]|(?<=\d)[,:](?=\d))\w+)*)"
    r"|(?P<mark>``|''|[\"“”„«»‟‘’‚‹›`'])"
    r"|(?P<dash>--+|[—–―])"
    r"|(?P<dots>\.(?:\s?\.)+|…)"
    r"|(?P<other>\S)"
)


class Token(NamedTuple):
    """A word, a number, a quotation mark or other punctuation at `[start, end)`, in code points of the article."""

    start: int
    end: int
    text: str
    lower: str
    kind: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.kind in ("word", "abbreviation", "possessive")

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `[start, end)`; a possessive 's is a token of its own, a number with separators is one: 40,000."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "other"
        first, last = match.span()
        word = match.group()
        if kind == "word" and len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
            cut = last - (3 if word[-3] in "'’" else 2)
            found.append(Token(first, cut, text[first:cut], text[first:cut].lower(), kind))
            found.append(Token(cut, last, text[cut:last], "'s", "possessive"))
            continue
        found.append(Token(first, last, word, word.lower().replace("’", "'"), kind))
    return found
