"""Title, byline and date of an article, read from its labelled lines where its metadata lacks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from annotators.annotation import AnnotationSet, BlockLabel, in_order
from annotators.article import Article, Metadata
from annotators.metadata_abroad import JOINTS_ABROAD, NO_DATE_ABROAD, SIGNED_ABROAD, UPDATED_ABROAD, dates_abroad
from annotators.rows import column
from annotators.text.footnotes import with_references_blanked, without_references
from annotators.text.patterns import compiled_late

__all__ = ["date_told", "with_metadata", "writers_told"]

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATES: Final = (
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    compiled_late(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ \xa0-](?P<m>{_MONTH}),?[ \xa0-](?P<y>\d{{4}})", re.I),
    compiled_late(rf"\b(?P<m>{_MONTH})[ \xa0](?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[ \xa0](?P<y>\d{{4}})", re.I),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})(?!\d)"),
)
_UPDATED: Final = compiled_late(r"(?:last )?(?:updated|modified)\b", re.I)
_NO_DATE: Final = re.compile(r"\b(?:release|opens?|ends|until|from)\b", re.I)
_MIDDLE: Final = 12
_SENT: Final = re.compile(r"(?mi)^[* \t]*(?:date|sent)\s?:.*")
_SUBJECT: Final = re.compile(r"subject\s?:", re.I)

_SIGNED: Final = compiled_late(
    r"(?:(?:written|words|text|story|interview|report|(?:additional )?reporting|photographs?)?[ \xa0]*"
    r"by(?:\b|(?-i:(?=[A-Z])))[ \xa0]*:?"
    r"|(?:words|text|author|writer)[ \xa0]*:|[–—-])[ \xa0]*",
    re.I,
)
_MARKUP: Final = re.compile(r"[*_#>\[\]]+|\]\([^)]*\)")
_HEADING: Final = compiled_late(r"^#+ |(?: #+)?$|(\*\*|__)(?=\S)|(?<=\S)(\*\*|__)|\*(?=\w)|(?<=\w)\*")
_CUT: Final = compiled_late(
    rf"[ \xa0]*(?:{_MONTH}[ \xa0]\d|[|/·•;(@?]|\d|\bon (?=[A-Z])|\b(?:last )?(?:updated|published|posted|editing)\b"
    r"|\bmore by\b|\b(?:for|at|in|with)\b|[ \xa0][–—-][ \xa0])",
    re.I,
)
_GLUED: Final = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
_JOINTS: Final = re.compile(rf"[ \xa0]*(?:,(?:[ \xa0]and\b)?|\b(?:and|{JOINTS_ABROAD})\b|&)[ \xa0]*")
_NAME: Final = compiled_late(
    r"(?:(?:Dr|Fr|Mr|Mrs|Ms|Prof|Rev|St)\.[ \xa0])?(?:(?:[A-Z]\.)+|[^\W\d_a-z](?:[\w’'.-]*\w)?)"
    r"(?:[ \xa0](?:(?:[A-Z]\.)+|(?:van|von|de|den|der|del|da|di|la|le|bin|al|el)\b|[^\W\d_a-z][\w’'.-]*)){0,4}"
)
_ROLES: Final = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|director|columnist|journalist|critic|producer|staff|analyst)s?\b", re.I
)
_TELLING: Final = frozenset({"headline", "byline", "timestamp"})
_LONGEST: Final = 200
_LONGEST_ROLE: Final = 15


def with_metadata(article: Article, annotations: AnnotationSet) -> Article:
    """The article with `title`, `byline` and `published` (`2021-05-03`) taken from its text where they are missing.

    Those of a mail that forwards an article are the sender's, and are kept only where the text lacks them.
    """
    known = article.metadata
    forwarded = _header(article)
    if not forwarded and known.title and known.byline and known.published:
        return article
    labels = in_order(_telling(annotations))
    sender, known = known, Metadata(language=known.language, site=known.site, url=known.url) if forwarded else known
    title = known.title or _title(article, labels)
    text = with_references_blanked(article.text) if article.source.media_type == "text/markdown" else article.text
    byline = known.byline or next(_writers(text, labels), None)
    published = known.published or _published(article.text, labels)
    if forwarded:
        title = sender.title if title is None or _SUBJECT.match(title) else title
        sent = _SENT.search(forwarded)
        published = published or (date_told(sent[0]) if sent else None) or sender.published
        byline = byline or sender.byline
    if (title, byline, published) == (known.title, known.byline, known.published):
        return article
    return replace(article, metadata=replace(known, title=title, byline=byline, published=published))


def _header(article: Article) -> str:
    """The header of the message that a mail forwards; empty where the article is none."""
    if article.source.media_type != "message/rfc822":
        return ""
    from annotators.boilerplate.rules.forwarded import forwarded_header  # here, because few articles are mails

    header = forwarded_header(article)
    return article.text[article.blocks[header[0]].start : article.blocks[header[-1]].end] if header else ""


def _telling(annotations: AnnotationSet) -> Iterator[BlockLabel]:
    """The labels of headlines, bylines and timestamps. No objects are made of the others, which may be many."""
    for labels in (annotations.blocks, annotations.inline):
        kinds = column(labels, "kind")
        yield from (labels[at] for at, kind in enumerate(kinds) if kind in _TELLING)


def _of_kind(text: str, labels: Iterable[BlockLabel], *kinds: str) -> Iterator[str]:
    for label in labels:
        if label.kind in kinds:
            yield " ".join(text[label.start : min(label.end, label.start + _LONGEST)].split())


def _title(article: Article, labels: Iterable[BlockLabel]) -> str | None:
    """The first headline, without markup where the article is Markdown."""
    line = next(_of_kind(article.text, labels, "headline"), None)
    if line is not None and article.source.media_type == "text/markdown":
        line = _HEADING.sub("", without_references(line))
    return line or None


def _writers(text: str, labels: Iterable[BlockLabel]) -> Iterator[str]:
    for line in _of_kind(text, labels, "byline"):
        if writers := writers_told(line):
            yield writers


def _published(text: str, labels: Iterable[BlockLabel]) -> str | None:
    """The first date that is not introduced as that of an update; where all are, the first."""
    found = [(line, day) for line in _of_kind(text, labels, "timestamp", "byline") if (day := date_told(line))]
    first = next((day for line, day in found if not _is_update(line)), None)
    return first or (found[0][1] if found else None)


def _is_update(line: str) -> bool:
    return bool(_UPDATED.match(line) or UPDATED_ABROAD.match(line))


def date_told(line: str) -> str | None:
    """The first date in a line in ISO 8601, without the time of day.

    `None` where there is none, where day and month cannot be told apart (`3/4/2021`), and where the line speaks of
    an opening, a release or a period.
    """
    if _NO_DATE.search(line) or NO_DATE_ABROAD.search(line):
        return None
    found = [(one.at, one.year, one.month, one.day) for one in dates_abroad(line)]
    found += _english_dates(line)
    for _, year, month, day in sorted(found, key=lambda one: one[0]):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


def _english_dates(line: str) -> Iterator[tuple[int, int, int, int]]:
    """Offset, year, month and day of each date in English or in figures, but of those with day and month unclear."""
    for found in (match for one in _DATES for match in one.finditer(line)):
        day, month = int(found["d"]), found["m"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        if found.re is _DATES[-1]:
            if day <= _MIDDLE and number <= _MIDDLE and day != number:
                continue
            if number > _MIDDLE:
                day, number = number, day
        yield found.start(), int(found["y"]), number, day


def writers_told(line: str) -> str | None:
    """The names in a byline as written, without `By` or `Von`, job titles and dates; `None` where there are none."""
    line = _MARKUP.sub("", line).strip()
    signed = _SIGNED.match(line) or SIGNED_ABROAD.match(line)
    rest = line[signed.end() :] if signed else line
    glued = _GLUED.search(rest)
    rest = rest[: glued.start()] if glued else rest
    cut = _CUT.search(rest)
    rest = rest[: cut.start()] if cut else rest
    names: list[tuple[int, int]] = []
    at = 0
    while found := _NAME.match(rest, at):
        name = _without_role(found[0], rest[found.end() : found.end() + _LONGEST_ROLE])
        if " " not in name.replace("\xa0", " ") and (names or not signed):
            break
        if names and (name.startswith("The ") or _ROLES.search(name)):
            break  # the paper, or the job titles of the writers before it
        names.append((found.start(), found.start() + len(name)))
        joint = _JOINTS.match(rest, found.end())
        if joint is None or name != found[0]:
            break
        at = joint.end()
    return rest[names[0][0] : names[-1][1]].strip(" ,") or None if names else None


def _without_role(name: str, following: str) -> str:
    """`Ann Lee` of `Ann Lee Education editor`: a job title follows a name of two words."""
    if _ROLES.search(name + following.partition(",")[0]) is None:
        return name
    words = name.split()
    return " ".join(words[:2]) if len(words) > 2 else name
