"""Finds the credit of a picture at the end of its caption."""

from __future__ import annotations

from typing import Final

from annotators.text.patterns import compiled_late

__all__ = ["credit_in", "is_credited"]

_AGENCIES: Final = (
    "AP", "AFP", "EPA", "PA", "Reuters", "REUTERS", "Getty", "Shutterstock", "Alamy", "Bloomberg", "Xinhua", "iStock",
    "Unsplash", "Flickr", "Pool", "Press Association", "Associated Press", "Anadolu", "NurPhoto", "Zuma", "ZUMA",
    "Imagn", "EFE", "dpa", "Wikimedia Commons",
)  # fmt: skip
_AGENCY: Final = rf"(?:{'|'.join(_AGENCIES).replace('Getty', 'Getty(?: Images)?')})\b"
_WORD: Final = (
    r"(?i:photo(?:graph)?s?|fotos?|pictures?|images?|video|graphic|illustrations?|credits?|screengrab|file photo)"
    r"(?: (?i:credits?))?"
)
_NAMES: Final = r"(?:[^.!?\n]|(?<=[A-Z])\.|\.(?=\w)|(?<=Inc)\.|(?<=Ltd)\.|(?<=Co)\.|(?<=[JS]r)\.|(?<=St)\.)"
"""A character of a name of people or companies, including a full stop after an initial, `Inc` and the like."""
_END: Final = r"\.?\s*$"
_TOLD: Final = r"(?:^|(?<=[\s.!?|\-–—])|(?<=[^\W\d_](?=[A-Z])))"
_CREDITS: Final = tuple(
    (signs, tuple(compiled_late(pattern) for pattern in patterns))
    for signs, *patterns in (
        (
            (")", "]"),
            rf"([\[(]\s?(?:{_WORD}|(?i:courtesy|source))\b[^\])]*[\])]){_END}",
            rf"([\[(][^\[\]()]*(?:/|\bvia\b)\s?{_AGENCY}[^\[\]()]*[\])]){_END}",
            rf"([\[(]{_AGENCY}[^\[\]()]*[\])]){_END}",
        ),
        (
            ("oto", "cture", "mage", "deo", "raph", "llu", "cred", "reen"),
            rf"((?:[—–]\s)?{_TOLD}{_WORD}(?: (?i:by|courtesy(?: of)?|via))?(?:\s?[:–—]\s?|\s-\s)\S{_NAMES}*\.?)\s*$",
            rf"((?:[—–]\s)?{_TOLD}{_WORD} (?i:by|courtesy of|courtesy|from|via) [A-Z]{_NAMES}*\.?)\s*$",
        ),
        (("—", "–"), r"([—–]\s(?:[A-Z]\w+ ){0,2}(?:file )?(?:pic|photo|picture|image)s?\.?)\s*$"),
        (
            ("/", "via"),
            rf"(?<=[.!?|])(?<!\b[A-Z]\.)\s?([A-Z][^.!?|\n]{{1,50}}?(?:\s?/|\svia)\s?{_AGENCY}{_NAMES}{{0,40}}\.?)\s*$",
            rf"(?<=[.!?|])\s?({_AGENCY}(?: [Pp]hoto)?\s?/\s?[A-Z]{_NAMES}{{2,40}}\.?)\s*$",
        ),
        (
            ("©", "(c)", "copyright"),
            rf"(?<=[.!?|—–-])\s?((?:©|\([cC]\)|Copyright\b|COPYRIGHT\b):?\s?(?:\d{{4}},? )?[A-Z]{_NAMES}*\.?)\s*$",
        ),
        (("via",), rf"(?<=[—–])\s?(via [A-Z]{_NAMES}{{2,40}}\.?)\s*$"),
        (("courte",), rf"(?<=[.!?|])\s?((?i:courtesy)(?: of)?:? [A-Z]{_NAMES}*\.?)\s*$"),
    )
)
"""Forms of credits, each with lower-case strings of which every match contains one: a fast test before the patterns.

Where a form ignores case, these avoid `i`, `k` and `s`, which have more than two cases."""
_LONGEST: Final = 400
_CERTAIN: Final = compiled_late(
    rf"(?:/|\bvia\b)\s?{_AGENCY}|{_AGENCY}(?: Photo)?\s?/|^©"
    r"|^[\[(—– ]*(?:Photo(?:graph)?|Foto|Picture|Image|Credit)(?: [Cc]redit)?(?:\s?:|s? by\b|s? courtesy\b)"
)
"""Credits that occur only under pictures; `(Reuters)` also ends paragraphs."""
_SPEAKS: Final = compiled_late(
    r"[:–—-]\s(?![A-Z\d@©/-]|[^/]{1,40}/)\S+(?: \S+){3}|[”\"]\W*$|, (?:but|and|who|which|where)\b"
)
"""What follows `Photo:` is no name if it continues in lower case or ends a quotation."""
_LONGEST_NAME: Final = 14
_FEWEST, _MOST = 4, 60
"""The fewest and the most words of a caption."""


def credit_in(said: str) -> tuple[int, int] | None:
    """The span of the credit at the end of a caption; `None` if there is none, or nothing before it."""
    start = max(0, len(said) - _LONGEST)
    lowered = said[start:].lower()
    for signs, patterns in _CREDITS:
        if not any(map(lowered.__contains__, signs)):
            continue
        for pattern in patterns:
            match = pattern.search(said, start)
            if match is not None:
                return match.span(1) if said[: match.start(1)].strip(" |–—-") else None
    return None


def is_credited(said: str) -> bool:
    """Whether a line is the caption of a picture, by the credit at its end."""
    credit = credit_in(said) if _has_sign(said[-_LONGEST:]) else None
    if credit is None:
        return False
    named = said[slice(*credit)]
    if _CERTAIN.search(named) is None or len(named.split()) > _LONGEST_NAME or _SPEAKS.search(named):
        return False
    return _FEWEST <= len(said[: credit[0]].split()) <= _MOST


def _has_sign(said: str) -> bool:
    """A fast test: whether one of the strings occurs that every credit found by `_CERTAIN` contains.

    Separate tests are the fastest. A slash is in many lines, but rarely together with an agency.
    """
    return (
        "©" in said or "Photo" in said or "Foto" in said or "Image" in said or "Credit" in said or "Picture" in said
        or (("/" in said or "via" in said) and any(map(said.__contains__, _AGENCIES)))
    )  # fmt: skip
