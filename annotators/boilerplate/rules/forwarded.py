"""Forwarded mails: the sender's own words, the header of the forwarded message, and the article under it.

Mail programs write a line such as `Begin forwarded message:` and the header fields of the message (RFC 5322, section
3.6) above it. Outlook writes the fields alone; they count if their subject is that of the mail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.headline import is_greeting
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.language.opening_lines import field_of_mail, is_forwarding_line
from annotators.boilerplate.relabelling import relabelled
from annotators.rows import column

__all__ = ["MAIL", "forwarded_header", "with_forwarded"]

MAIL: Final = "message/rfc822"
"""The media type of articles that were loaded from a mail."""
_SURE: Final = 0.8
_TOP: Final = 20
"""Blocks from the top among which the header of a forwarded message begins."""
_LONGEST: Final = 2000
_NEAR: Final = 12
"""Blocks under the header among which the title stands."""
_FEWEST_FIELDS: Final = 3
_FEWEST_WORDS: Final = 3
_SENT: Final = re.compile(r"(?i)(?:from|to|cc)\s?:.*@|(?:date|sent)\s?:.*\d")
"""A field as mail programs write it, with an address or a date."""
_DIVIDER: Final = re.compile(r"[-_=~]{2,}")
_ANSWERED: Final = re.compile(r"(?:(?:re|aw|sv|fwd?|wg|tr)\s*:\s*)+", re.I)
_DEVICE: Final = re.compile(r"(?:sent from (?:my |outlook |yahoo |mail )|get outlook for ).{1,40}", re.I)
_SIGNED: Final = re.compile(r"By [A-Z][^.?!:]{2,80}")
_ADDRESSED: Final = re.compile(r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)) .{1,60}", re.I)
"""The first line of a letter; a title that begins so is not told from it, unless it is a heading."""
_OF_PROGRAMS: Final = frozenset(("author_box", "footer", "note", "other"))
"""Kinds of signatures and warnings. All else above the header is what the sender has written."""
_TITLE: Final = frozenset(("body", "byline", "deck", "promo", "related", "subhead"))


def forwarded_header(article: Article) -> range | None:
    """The numbers of the blocks that are the header of a forwarded message; `None` where there is none."""
    starts, ends = (column(article.blocks[: 2 * _TOP], field) for field in ("start", "end"))
    first, lines = 0, list[str]()
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        said = _lines(article.text[start:end]) if end - start <= _LONGEST else []
        if said and all(map(_is_of_header, said)):
            first = first if lines else number
            lines += said
            continue
        if _is_forwarded(article, lines):
            header = range(first, number)
            return header if 2 * article.blocks[first].start <= len(article.text) else None  # else a long answer
        lines = []
        if number >= _TOP:
            break
    return None


def with_forwarded(article: Article, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with the sender's words kept as `note`, and the forwarded article's title as headline."""
    header = forwarded_header(article)
    if header is None:
        return tuple(labels)
    settled = list(labels)
    text = article.text
    for number in range(header.start):
        if _DEVICE.fullmatch(text[labels[number].start : labels[number].end]):
            settled[number] = relabelled(labels[number], "other", _SURE, "is written by the sender's mail program")
        elif labels[number].kind not in _OF_PROGRAMS:
            settled[number] = relabelled(labels[number], "note", _SURE, "is written by who forwarded the message")
    _find_title(article, settled, header.stop)
    _settle_fields(text, settled, header)
    for number in range(header.stop, len(settled) - 1):
        label = settled[number]
        if label.end - label.start < _NEAR and _DIVIDER.fullmatch(text[label.start : label.end]):
            settled[number] = relabelled(label, "other", _SURE, "is a line drawn between parts of a mail")
    return tuple(settled)


def _lines(said: str) -> list[str]:
    return [line for one in said.replace("*", "").splitlines() if (line := one.strip())]


def _is_of_header(line: str) -> bool:
    return bool(field_of_mail(line)) or is_forwarding_line(line) or _DIVIDER.fullmatch(line) is not None


def _is_forwarded(article: Article, lines: Sequence[str]) -> bool:
    """Whether lines are the header of a forwarded message: three fields with sender and subject, and a sign of it."""
    fields = {name: line for line in lines if (name := field_of_mail(line))}
    if len(fields) < _FEWEST_FIELDS or not {"from", "subject"} <= fields.keys() or not any(map(_SENT.match, lines)):
        return False
    if any(map(is_forwarding_line, lines)):
        return True
    title = article.metadata.title
    return article.source.media_type == MAIL and title is not None and _subject(fields["subject"]) == title.casefold()


def _subject(line: str) -> str:
    subject = line.partition(":")[2].strip()
    return _ANSWERED.sub("", " ".join(subject.split()), count=1).casefold()


def _find_title(article: Article, labels: list[BlockLabel], first: int) -> None:
    """Relabels the title of the forwarded article and the byline under it if they are not found; changes `labels`."""
    if first < len(labels) and is_greeting(_said(article, labels[first])):  # of a letter, which has neither
        labels[first] = relabelled(labels[first], "body", _SURE, "is the greeting of a letter")
    found = next((number for number in range(first, len(labels)) if labels[number].kind == "headline"), None)
    if found is None:
        near = range(first, min(first + _NEAR, len(labels)))
        headings = [number for number in near if article.blocks[number].tag == "h1"]
        lines = [number for number in near if not _ADDRESSED.fullmatch(_said(article, labels[number]))]
        found = next((number for number in (*headings, *lines) if _may_be_title(article.text, labels[number])), None)
        above = labels[first : found or first]
        if found is None or (not headings and any(ends_sentence(_said(article, label)) for label in above)):
            return
        labels[found] = relabelled(labels[found], "headline", _SURE, "is the first title of the forwarded message")
    for number in range(found + 1, min(found + 4, len(labels))):
        if labels[number].kind in {"body", "deck", "subhead"} and _SIGNED.fullmatch(_said(article, labels[number])):
            labels[number] = relabelled(labels[number], "byline", _SURE, "names the writer under the headline")
            return


def _said(article: Article, label: BlockLabel) -> str:
    return article.text[label.start : label.end]


def _may_be_title(text: str, label: BlockLabel) -> bool:
    said = text[label.start : min(label.end, label.start + _LONGEST)]
    few = said.count(" ") + 1 >= _FEWEST_WORDS and len(said) <= _LONGEST // 10
    ended = ends_sentence(said) or said.endswith((":", ","))
    return label.kind in _TITLE and few and not (ended or _SIGNED.fullmatch(said))


def _settle_fields(text: str, labels: list[BlockLabel], header: range) -> None:
    """Relabels the header's blocks: `other` above an article with a headline, else by field; changes `labels`."""
    titled = any(label.kind == "headline" for label in labels[header.stop :])
    kinds = {"from": "byline", "date": "timestamp", "sent": "timestamp", "subject": "headline"}
    for number in header:
        label = labels[number]
        lines = _lines(text[label.start : label.end])
        kind = "other" if titled or len(lines) > 1 else kinds.get(field_of_mail(lines[0]), "other")
        if any(map(is_forwarding_line, lines)):
            labels[number] = relabelled(label, "other", _SURE, "says that a message is forwarded")
        elif label.kind != kind:
            labels[number] = relabelled(label, kind, _SURE, "is a header field of a mail")
