"""Finds the headline: a linear model scores every line that could be one, and also that there is none.

The words of a headline recur in the story; it is close before the running text, between menu and byline, and it is
repeated in breadcrumbs, titles and share buttons. The weights are fitted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

from annotators.boilerplate.headline.echoes import Echoes
from annotators.boilerplate.headline.placing import placing
from annotators.boilerplate.language.line_wording import is_numbered_part, is_of_cookies
from annotators.boilerplate.language.opening_lines import field_of_mail, is_forwarding_line, is_release_line
from annotators.boilerplate.lines.context import body_span
from annotators.boilerplate.lines.page import Page
from annotators.boilerplate.parts.signed_and_dated import ends_with_date

__all__ = ["candidates", "find_headline", "headline_evidence", "is_for_visitors", "is_greeting"]

_REACH = 80
_NEAR = 25
_INTO_BODY = 3
_OPENING = 10
_NO_HEADLINE = 0.3
_SHARES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.97)
_TRUST = 0.15
"""The weight of the logarithm of a line's probability in its score."""
_UNLIKELY = 0.05
"""The probability below which a line that ends as a sentence is no headline; cleaned text may have none."""
_ENDED = re.compile(r"\w\.[\"”’'»)]*$")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))\b[^.!?:]{0,60},", re.I)
_ROW = re.compile(r"[^|]{1,24}(?:\|[^|]{1,24}){3,}|(?:[\w-]++ ?){1,3}:")
_TITLING = frozenset(("", "subject", "date", "sent"))
"""Header fields of mails whose names may begin a headline as well."""
_OF_VISITORS = re.compile(
    r"(?:subscribe|sign up|sign in|log ?in|register|donate|become a member)"
    r"(?: (?:now|today|here|free|for free|(?:from|for|at) (?:just |only )?[$£€]\s?\d.{0,40}))?"
    r"|let us know (?:if )?you (?:agree|consent) to cookies|(?:this|our) (?:web ?)?site uses cookies"
    r"|(?:we value|about) your privacy|[<«‹←][-–—«‹←]?\s?(?:go )?(?:back|return|home)\b.{0,40}",
    re.I,
)
"""Messages of a page to its visitors above an article."""
_TITLES = frozenset(("headline", "deck", "subhead"))
_FEWEST = 3
"""Words of the shortest title above a numbered part."""
_OWN = ("has:", "holds:", "mostly:", "prose")


def find_headline(
    page: Page, labels: Sequence[str], start: int, likely: Sequence[float] = (), *, weights: Mapping[str, float]
) -> int | None:
    """The number of the headline's line, or `None`; `start` is the first line of the running text.

    `likely` has each line's probability of being the headline, if known. Excluded are breadcrumbs that end with a date
    (0 of 860 headlines do, but 111 other lines of their pages), greetings of letters, and titles of numbered sections
    (`Item 1: the roundabout`) if a line above them could be the title of the whole.
    """
    found = candidates(page, labels, start, likely)
    scores = {number: sum([weights.get(feature, 0.0) for feature in features]) for number, features in found.items()}
    if likely:
        for number in found:
            scores[number] += _TRUST * log(max(1.0, likely[number] / _SHARES[0]))
    best = max(scores, key=scores.__getitem__, default=None)
    while likely and best is not None and _is_none(page.texts[best]):
        del scores[best]
        best = max(scores, key=scores.__getitem__, default=None)
    if best is None:
        return None
    if likely and is_numbered_part(page.texts[best]):
        above = [number for number in scores if number < best and _is_title(page, labels, number)]
        if above:
            return max(above, key=scores.__getitem__)
    top = scores[best]
    share = 1.0 / (sum(exp(score - top) for score in scores.values()) + exp(min(50.0, -top)))
    sentence = bool(likely) and likely[best] < _UNLIKELY and _ENDED.search(page.texts[best]) is not None
    return best if share >= _NO_HEADLINE and not sentence else None


def _is_none(line: str) -> bool:
    """Whether a line is never a headline.

    These are breadcrumbs with a date, greetings, rows of links, what is said to visitors, and what opens releases and
    mails.
    """
    if ends_with_date(line) or is_greeting(line):
        return True
    if is_release_line(line) or is_forwarding_line(line) or field_of_mail(line) not in _TITLING:
        return True
    return _ROW.fullmatch(line) is not None or is_for_visitors(line)


def _is_title(page: Page, labels: Sequence[str], number: int) -> bool:
    """Whether a line reads like a title, and is not a sentence, boilerplate or the title of a numbered section."""
    if labels[number] not in _TITLES or page.features[number].size < _FEWEST:
        return False
    said = page.texts[number]
    return not (_ENDED.search(said) or is_numbered_part(said) or _is_none(said))


def is_for_visitors(line: str) -> bool:
    """Whether a line above an article is a message to visitors: `Subscribe now`, a cookie notice."""
    return _OF_VISITORS.fullmatch(line) is not None or is_of_cookies(line)


def is_greeting(line: str) -> bool:
    """Whether a line is the greeting of a letter and nothing else."""
    return _GREETING.fullmatch(line) is not None


def headline_evidence(page: Page, shares: Sequence[Mapping[str, float]]) -> tuple[list[str], int, list[float]]:
    """Labels, the first line of the running text, and the lines' probabilities of being the headline."""
    labels = [max(row, key=row.__getitem__) for row in shares]
    return labels, body_span(labels, page.sizes)[0], [row.get("headline", 0.0) for row in shares]


def candidates(page: Page, labels: Sequence[str], start: int, likely: Sequence[float] = ()) -> dict[int, list[str]]:
    """The features of the lines that could be the headline, by line: those with running text not far below."""
    features = page.features
    stories: dict[int, set[str]] = {}
    found = {}
    below = len(features) + _REACH
    for number in range(len(features) - 1, -1, -1):
        line = features[number]
        if 0 < line.size <= 32 and not _is_prose(page, number):
            text = below if below - number <= _NEAR else start
            if 0 <= text - number <= _REACH or 0 < number - text < _INTO_BODY:
                if text not in stories:
                    stories[text] = _story(page, text)
                found[number] = _features(page, labels, number, (start, text), stories[text])
        if labels[number] == "body" or line.prose:
            below = number
    echoes = Echoes(page, labels, found)
    top = max((likely[number] for number in found), default=0.0) if likely else 0.0
    placed = placing(page, labels, found) if likely else {}
    for number, own in found.items():
        own += echoes.features(number)
        if likely:
            own += _likelihood(likely[number], top, labels[number])
            own += placed[number]
    return found


def _likelihood(share: float, top: float, label: str) -> list[str]:
    return [
        f"p={bisect_right(_SHARES, share)}",
        f"p={bisect_right(_SHARES[1::3], share)}&y={label}",
        f"p most={share == top > _SHARES[0]}",
    ]


def _story(page: Page, start: int) -> set[str]:
    return set[str]().union(*page.contents[start : start + _OPENING])


def _is_prose(page: Page, number: int) -> bool:
    line = page.features[number]
    return line.prose and line.size > 24


def _features(page: Page, labels: Sequence[str], number: int, places: tuple[int, int], story: set[str]) -> list[str]:
    start, text = places
    line, gaps = page.features[number], page.gaps
    words = page.contents[number]
    shared = len(words & story) * 4 // max(1, len(words)) if words else 0
    size = bisect_right((1, 2, 3, 5, 8, 12, 18, 25), line.size)
    distance = bisect_right((0, 1, 2, 3, 4, 6, 9, 14, 25, 50), start - number)
    near = bisect_right((0, 1, 2, 3, 4, 6, 9, 14), text - number)
    above = labels[number - 1] if number else "edge"
    below = labels[number + 1] if number + 1 < len(labels) else "edge"
    rivals = max(page.titles[max(0, number - 6) : number + 5])
    found = [
        "any",
        f"gap={gaps[number]}{gaps[number + 1]}",
        f"size={size}",
        f"size={size}&shared={shared}",
        f"shared={min(4, len(words & story))}",
        f"distance={distance}",
        f"near={near}",
        f"near={near}&y={labels[number]}",
        f"ahead={(number > start) - (number < start)}&{text == start}",
        f"distance={distance}&y={labels[number]}",
        f"y={labels[number]}",
        f"above={above}",
        f"below={below}",
        f"last={line.own[4]}",
        f"{line.own[5]}",
        "title" if line.title else "no title",
        f"longest={line.size >= rivals}&{line.title}",
        f"gap={gaps[number]}&above={above in ('nav', 'edge', 'related', 'other', 'share', 'ad')}",
    ]
    found.extend(feature for feature in line.own if feature.startswith(_OWN))
    found.extend(_beside(page, number))
    found.extend(_echoes(page, number, start))
    return found


def _beside(page: Page, number: int) -> Iterator[str]:
    """The features of the lines above and below."""
    if number:
        yield from (f"above:{part}" for part in page.features[number - 1].brief)
    if number + 1 < len(page.features):
        yield from (f"below:{part}" for part in page.features[number + 1].brief)


def _echoes(page: Page, number: int, start: int) -> list[str]:
    line = page.features[number]
    if line.size < 3:
        return []
    found = []
    places = page.places[" ".join(line.words)]
    if len(places) > 1:
        found.append("said before" if places[0] < number else "said after only")
        last = places[bisect_right(places, max(start, number)) - 1]
        found.append("last before story" if last == number else "said again before story")
    if line.size >= 4 and page.longer_lines(number):
        found.append("within a longer line")
    return found
