"""Lines with only one possible meaning, which override the model's prediction.

Advertisement labels, a news agency alone next to the article, lists of sources, notices about cookies and browsers,
scripts, invisible lines, titles of numbered sections, picture credits, and captions that say who is where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import is_numbered_part, is_of_cookies
from annotators.boilerplate.relabelling import relabelled
from annotators.text.patterns import compiled_late

__all__ = ["with_single_meanings"]

_SURE: Final = 0.8
_LONGEST: Final = 300
"""Longest line that is looked at, in characters."""
_EDGES: Final = " -–—|·•*[]()_=~:.…▼↓"
_ADVERTISEMENT: Final = re.compile(
    r"advertisements?|ad|ad feedback|skip ad\b.{0,60}|(?:article|story) continues?(?: below\b.{0,30})?"
    r"|(?:article|story) continues? after (?:the |this |an? )?"
    r"(?:ad|advert\w*|break|message|newsletter|promo\w*|video)\b(?! (?:in|of)\b).{0,20}"
    r"|continue reading below\b.{0,30}|advertisement\W{1,3}(?:scroll|continue|article|story|below)\b.{0,40}"
    r"|(?:paid|partner|promoted) (?:content|post)|ads by google|sponsored links?",
    re.I,
)
_AGENCY: Final = re.compile(
    r"(?:AAP|AFP|ANI|AP|DPA|dpa|EFE|EPA|IANS|NZPA|PA|PTI|TASS|UNI|UPI|Xinhua|Bernama|Reuters|(?:The )?Associated Press"
    r"|Press Association|Agence France[- ]Presse|Press Trust of India"
    r"|(?:[A-Z]\w+ ){1,2}News (?:Service|Agency|Agencies)|(?:News )?Agencies)(?:, [A-Z]{3,}(?: [A-Z]{3,})?)?"
)
_SOURCES: Final = re.compile(r"(?:sources?|references?)\s?:?", re.I)
_ADDRESS: Final = compiled_late(r"(?:https?://|www\.)?(?:[\w-]+\.)+[a-z]{2,6}(?:/\S*)?", re.I)
_BROWSER: Final = re.compile(
    r"best viewed (?:in|on|with)\b|optimi[sz]ed for (?:viewing|chrome|internet explorer|firefox)\b|unsupported browser"
    r"|\bup-to-date (?:web )?browser\b|\bbrowser version with\b|(?:enable|turn on|requires?) javascript"
    r"|javascript (?:is|must be) \w+abled|your browser (?:does not|doesn['’]t|is (?:out of date|not))"
    r"|ad ?block(?:er)? users\b",
    re.I,
)
_NOTICE: Final = re.compile(
    r"\b(?:you|your|please|this|site|website|page|view(?:ed|ing)?|content|best|play|instructions)\b", re.I
)
"""Words of a sentence about browsers that is addressed to the visitor of the page."""
_TOLD: Final = re.compile(r"\b(?:said|says|told|tells|added)\b", re.I)
_SENTENCE: Final = 8
"""Fewest words of a sentence that may belong to the article."""
_SCRIPT: Final = re.compile(
    r"\bvar \w+ ?=|\bfunction ?\w*\(.*[{;]|;\s?\w+ ?= ?[\"'\d]|\bdocument\.\w+[.(]|\bwindow\.\w+ ?[.(=]"
)
_CREDIT: Final = re.compile(
    r"(?i:(?:photo(?:graph)?|picture|image)s?(?: credits?)?\s?(?::|by|courtesy(?: of)?:?)|credits?\s?:)"
    r"\s?i?[A-Z@].{1,60}"
    r"|(?i:(?:video|graphic|illustration)s? by|illustrations?\s?:) [A-Z@].{1,60}"
)
_POINTS: Final = compiled_late(
    r"pictured\b|\b(?:pictured|seen) (?:above|at|below|here|in this)\b"
    r"|, (?:second |third |far )?(?:left|right|centre|center)\b[,:.)]|\((?:left|right|centre|center|l|r)\)"
    r"|from left\b",
    re.I,
)
_PARAGRAPH: Final = 60
"""Spaces in a block that is too long for a caption."""
_SMALL: Final = 3
"""Most lower-case words in a credit, such as `of` or `for the`."""
_PICTURE: Final = frozenset(("caption", "credit"))
_LOOSE: Final = frozenset(("body", "deck", "note", "source"))
"""Kinds that a section title may have been predicted as."""
_OUTSIDE: Final = frozenset(("consent", "footer", "nav"))
_TOP: Final = frozenset(("headline", "deck", "byline", "timestamp"))


def with_single_meanings(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with unambiguous lines relabelled."""
    settled = list(labels)
    story = [number for number, label in enumerate(labels) if label.kind == "body"]
    first, last = (story[0], story[-1]) if story else (len(labels), -1)
    listed = _listed(text, labels)
    for number, label in enumerate(labels):
        said = text[label.start : min(label.end, label.start + _LONGEST)]
        short = label.end - label.start <= _LONGEST
        kind, reason = "", ""
        if short and label.kind not in _OUTSIDE and _ADVERTISEMENT.fullmatch(said.strip(_EDGES)):
            kind, reason = "ad", "labels an advertisement"
        elif short and _is_source(said, settled, number, last):
            kind, reason = "source", "is a news agency alone, beside the story"
        elif number in listed:
            kind, reason = "source", "is in a list of sources"
        elif _is_unseen(said):
            kind, reason = "other", "holds nothing to be seen"
        elif label.kind != "consent" and not first < number < last and is_of_cookies(said):
            kind, reason = "consent", "speaks of cookies to whoever reads the page"
        elif label.kind not in _OUTSIDE and not first < number < last and _is_of_browser(said, label.kind):
            kind, reason = "other", "speaks of the reader's browser"
        elif not first <= number <= last and _SCRIPT.search(said):
            kind, reason = "other", "is a program's text"
        elif short and _CREDIT.fullmatch(said) and not _tells(said):
            kind, reason = "credit", "names who made a picture"
        if kind and kind != label.kind:
            settled[number] = relabelled(label, kind, _SURE, reason)
    return _captions(text, _parts(text, settled))


def _parts(text: str, labels: list[BlockLabel]) -> list[BlockLabel]:
    """Relabels titles of numbered sections, between the headline and a paragraph, as `subhead`; changes `labels`."""
    begun = False
    for number, label in enumerate(labels[:-1]):
        begun = begun or label.kind == "headline"
        loose = begun and label.kind in _LOOSE and labels[number + 1].kind == "body"
        if loose and is_numbered_part(text[label.start : label.end]):
            labels[number] = relabelled(label, "subhead", _SURE, "numbers a part of the story")
    return labels


def _captions(text: str, labels: list[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Relabels the sentence above a credit as `caption` if it says who is where in a picture; changes `labels`."""
    for number, label in enumerate(labels[:-1]):
        if label.kind in ("body", "deck", "subhead", "related") and labels[number + 1].kind == "credit":
            long = text.count(" ", label.start, label.end) > _PARAGRAPH
            if not long and _POINTS.search(text, label.start, label.end):
                labels[number] = relabelled(label, "caption", _SURE, "says who is where in a picture")
    return tuple(labels)


def _listed(text: str, labels: Sequence[BlockLabel]) -> set[int]:
    """Numbers of the labels of `Sources:` and of the URLs under it, where only URLs follow."""
    found: set[int] = set()
    head: int | None = None
    for number, label in enumerate(labels):
        if _SOURCES.fullmatch(text, label.start, label.end):
            head = number
        elif head is not None and _ADDRESS.fullmatch(text, label.start, label.end):
            found.update((head, number))
        else:
            head = None
    return found


def _is_source(said: str, labels: Sequence[BlockLabel], number: int, last: int) -> bool:
    """Whether a line is a news agency alone next to the start or the end of the article, and not a picture credit."""
    if labels[number].kind == "source" or not _AGENCY.fullmatch(said.strip(" -–—()")):
        return False
    before = labels[number - 1].kind if number else ""
    after = labels[number + 1].kind if number + 1 < len(labels) else ""
    if before in _PICTURE or after in _PICTURE:
        return False
    return number == last + 1 or number == last or before in _TOP or after in _TOP


def _is_of_browser(said: str, kind: str) -> bool:
    """Whether a line is a notice about the visitor's browser and not a sentence of an article about browsers."""
    if _BROWSER.search(said) is None:
        return False
    story = kind == "body" and len(said.split()) >= _SENTENCE
    return not story or (_NOTICE.search(said) is not None and _TOLD.search(said) is None)


def _is_unseen(said: str) -> bool:
    return len(said) < 20 and all(unicodedata.category(char) in ("Cf", "Zs", "Mn", "Cc") for char in said)


def _tells(said: str) -> bool:
    """Whether the text after `Picture:` is a sentence and not a name."""
    return sum(word[:1].islower() for word in said.split()[1:]) > _SMALL
