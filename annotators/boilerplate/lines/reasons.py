"""Reasons for a line's label: its features with the highest weight, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from annotators.boilerplate.language.kinds_said import KIND_SAID
from annotators.boilerplate.language.lexicon import FAMILIES_SAID, function_words
from annotators.boilerplate.lines.line_features import LineFeatures
from annotators.boilerplate.lines.model import Reading
from annotators.boilerplate.lines.page import FOREIGN

__all__ = ["reasons_for"]

_LOOKED_AT = 10
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_HOLDS_SAID: dict[str, str] = {
    "address": "holds a web address", "ago": "says how long ago", "bracket": "holds brackets", "clock": "states a time",
    "dash": "holds a dash", "date": "states a date", "degrees": "states a temperature",
    "divider": "is split by dividers",
    "e-mail": "holds an e-mail address", "handle": "holds a handle", "hashtag": "holds a hashtag",
    "initials": "holds initials", "money": "states a sum of money", "percent": "states a percentage", "quote": "quotes",
    "slash": "holds a slash", "year": "names a year",
}  # fmt: skip

_CAPITALS_SAID = {
    "all": "is all in capitals", "loud": "is mostly in capitals", "each": "capitalises each word",
    "most": "capitalises most words", "few": "is capitalised like a sentence",
}  # fmt: skip

Labels = tuple[str, str, str]
Saying = Callable[[str], str]
"""The reason in words for what follows a feature's prefix; empty if it says nothing to a reader."""
LineSaying = Callable[[LineFeatures, Labels], str]
"""The same where the words depend on the line and not on the feature alone."""


def reasons_for(
    reading: Reading,
    features: Sequence[str],
    line: LineFeatures,
    labels: Labels,
    kind: int,
    rival: int,
    most: int = 3,
) -> tuple[str, ...]:
    """Up to `most` reasons, the weightiest first, for `kind` against `rival` (positions).

    `labels` are the first reading's labels of the previous line, the line itself and the next line.
    """
    gains = sorted(reading.gains(features, kind, rival), reverse=True)
    weights: dict[str, float] = defaultdict(float)
    for number, (gain, feature) in enumerate(gains):
        if gain <= 0 or (number >= _LOOKED_AT and len(weights) >= most):
            break
        said = _said(feature)
        if words := said if isinstance(said, str) else said(line, labels):
            weights[words] += gain
    found = sorted(weights, key=weights.__getitem__, reverse=True)
    return tuple(found[:most] if len(found) >= most else dict.fromkeys([*found, _size(line, labels)]))


@lru_cache(maxsize=20_000)
def _said(feature: str) -> str | LineSaying:
    feature = feature.removeprefix(FOREIGN)
    for prefix, of_line in _OF_LINES:
        if feature.startswith(prefix):
            return of_line
    for prefix, saying in _SAYINGS:
        if feature.startswith(prefix):
            return saying(feature[len(prefix) :])
    return ""


def _size(line: LineFeatures, _labels: Labels) -> str:
    count = _NUMBERS[line.size] if line.size < len(_NUMBERS) else str(line.size)
    if line.size > 30:
        return f"runs to {count} words"
    return f"has {count} word{'' if line.size == 1 else 's'}"


def _family(rest: str) -> str:
    return FAMILIES_SAID.get(rest, "")


def _quoted(before: str) -> Saying:
    def words(rest: str) -> str:
        telling = any(char.isalnum() for char in rest) and rest not in function_words()
        return f"{before} “{rest}”" if telling else ""

    return words


def _ending(rest: str) -> str:
    if rest in (".", "!", "?", "…"):
        return "ends like a sentence"
    return _quoted("ends with")(rest)


def _place(rest: str) -> str:
    side = rest.split(" ")[0].split("&")[0]
    return {
        "before": "stands before the running text",
        "after": "stands after the running text",
        "in": "stands within the running text",
    }.get(side, "")


def _gap(rest: str) -> str:
    return {"11": "stands alone between blank lines", "00": "stands tight among other lines"}.get(rest[:2], "")


def _function_words(rest: str) -> str:
    if "4" <= rest <= "9":
        return "reads like running text"
    return "lacks the small words of running text" if rest <= "1" else ""


def _fixed(words: str) -> Saying:
    return lambda _: words


def _before(_line: LineFeatures, labels: Labels) -> str:
    return f"follows {KIND_SAID[labels[0]]}" if labels[0] in KIND_SAID else "opens the page"


def _after(_line: LineFeatures, labels: Labels) -> str:
    return f"comes before {KIND_SAID[labels[2]]}" if labels[2] in KIND_SAID else "ends the page"


def _around(rest: str) -> str:
    kind = rest.rstrip("0123456789")
    return f"has {KIND_SAID[kind]} around it" if kind in KIND_SAID else ""


def _headline(rest: str) -> str:
    if rest.startswith(("past0", "past1")):
        return "comes right after the headline"
    return (
        "comes after the headline"
        if rest.startswith("past")
        else "comes before the headline"
        if rest.startswith("ahead")
        else ""
    )


def _whole(rest: str) -> str:
    return {"0": "hardly anything on the page is furniture", "4": "most of the page is furniture"}.get(rest[1], "")


def _title_share(rest: str) -> str:
    return {"5": "repeats the headline", "0": ""}.get(rest[0], "shares words with the headline")


def _twin(rest: str) -> str:
    return f"occurs elsewhere among {KIND_SAID[rest]}" if rest in KIND_SAID else "occurs elsewhere on the page"


def _neighbour(before: str) -> Saying:
    def words(rest: str) -> str:
        said = FAMILIES_SAID.get(rest.lstrip("01").removeprefix("f"), "")
        return f"{before} that {said}" if said else ""

    return words


def _mid_family(rest: str) -> str:
    return FAMILIES_SAID.get(rest.removeprefix("f"), "")


_OF_LINES: tuple[tuple[str, LineSaying], ...] = (
    ("words=", _size), ("chars=", _size), ("shape=", _size),
    ("y-1=", _before), ("run-=", _before), ("y+1=", _after), ("run+=", _after),
)  # fmt: skip
_SAYINGS: tuple[tuple[str, Saying], ...] = (
    ("has:", _family), ("mostly:", _family), ("long:", _family),
    ("holds:", lambda rest: _HOLDS_SAID.get(rest, "")),
    ("capital=", lambda rest: _CAPITALS_SAID.get(rest, "")),
    ("is:", _quoted("is just")), ("w:", _quoted("says")), ("v:", _quoted("says")),
    ("start:", _quoted("begins with")), ("start2:", _quoted("begins with")), ("start3:", _quoted("begins with")),
    ("end:", _ending),
    ("prose", _fixed("reads like running text")), ("no words", _fixed("has no words")),
    ("function=", _function_words),
    ("sentences=", lambda rest: "ends no sentence" if rest == "0" else "is made of sentences"),
    ("gap=", _gap), ("zone=", _place), ("body=", _place), ("before&", _place),
    ("near=", _fixed("fits the lines around it")),
    ("pair-", _fixed("fits the lines around it")), ("pair+", _fixed("fits the lines around it")),
    ("short=", _fixed("fits the lines around it")),
    ("top=", lambda rest: "stands near the top of the page" if rest <= "3" else ""),
    ("bottom=", lambda rest: "stands near the end of the page" if rest <= "3" else ""),
    ("repeated=", _fixed("occurs more than once on the page")), ("twin=", _twin),
    ("opens like", _fixed("opens like another line of the page")),
    ("title share=", _title_share),
    ("title words=", lambda rest: "shares words with the headline" if rest > "1" else ""),
    ("headline=", _headline), ("around=", _around), ("page=", _whole),
    ("-1", _neighbour("follows a line")), ("+1", _neighbour("comes before a line")),
    ("in&", _mid_family), ("after&", _mid_family),
)  # fmt: skip
