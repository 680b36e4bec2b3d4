"""The first lines of press releases and of mails pasted as text, which stand where a headline is expected.

`FOR IMMEDIATE RELEASE`, the press contact, and header fields such as `Subject: ...` (RFC 5322, section 3.6) are short,
come first and would be taken for headline, deck and byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import ends_sentence
from annotators.boilerplate.language.opening_lines import field_of_mail, is_release_line
from annotators.boilerplate.relabelling import relabelled

__all__ = ["with_openings"]

_SURE: Final = 0.8
_LONGEST: Final = 200
_TOP: Final = 12
"""Blocks from the top among which a release or a mail begins."""
_FEWEST_FIELDS: Final = 3
_CONTACT: Final = re.compile(r"(?:(?:media|press|news) )?(?:contacts?|enquiries|inquiries)\s?:.{1,150}", re.I)
_REACHED: Final = re.compile(r"\S@\S|\+?\d[\d ()./-]{6,}\d")
"""An e-mail address or a telephone number."""
_SENT: Final = re.compile(r"(?mi)^[ \t]*(?:from|to|cc)\s?:.*@|^[ \t]*(?:date|sent)\s?:.*\d")
"""A field as mail programs write it, with an address or a date."""
_KINDS: Final = {"from": "byline", "date": "timestamp", "sent": "timestamp", "subject": "headline"}
"""The kinds of header fields; the others are `other`."""
_FEWEST: Final = 3
"""Words of the shortest title."""
_TITLE: Final = frozenset(("body", "byline", "deck", "promo", "related", "subhead"))


def with_openings(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with release lines, press contacts under them, and header fields of mails relabelled."""
    settled = list(labels)
    released: int | None = None
    for number, label in enumerate(settled[:_TOP]):
        if label.end - label.start > _LONGEST:
            continue
        said = text[label.start : label.end]
        if is_release_line(said):
            released = number if released is None else released
            settled[number] = relabelled(label, "other", _SURE, "says when a release may be published")
        elif released is not None and _CONTACT.fullmatch(said) and _REACHED.search(said):
            settled[number] = relabelled(label, "footer", _SURE, "says how to reach the press office")
    if released is not None and all(label.kind != "headline" for label in settled):
        _find_headline(text, settled, released + 1)
    return tuple(_with_header_fields(text, settled))


def _find_headline(text: str, labels: list[BlockLabel], first: int) -> None:
    """Relabels the first line from `first` on that reads like a title, up to the first paragraph; changes `labels`."""
    for number, label in enumerate(labels[first:_TOP], first):
        said = text[label.start : label.end]
        if ends_sentence(said) or len(said) > _LONGEST:
            return
        if label.kind in _TITLE and said.count(" ") + 1 >= _FEWEST and not (_CONTACT.fullmatch(said) or ":" in said):
            labels[number] = relabelled(label, "headline", _SURE, "is the first title under the release line")
            return


def _with_header_fields(text: str, labels: list[BlockLabel]) -> list[BlockLabel]:
    """Relabels the header of a mail at the top: at least three fields with sender and subject.

    The subject is the headline if no line below is. Changes `labels`.
    """
    fields: list[str] = []
    for label in labels[:_TOP]:
        if not (name := field_of_mail(text[label.start : label.end])):
            break
        fields.append(name)
    past = len(fields)
    if len(fields) < _FEWEST_FIELDS or not {"from", "subject"} <= set(fields):
        return labels
    if _SENT.search(text, labels[0].start, labels[past - 1].end) is None:
        return labels
    titled = any(label.kind == "headline" for label in labels[past:])
    for number, name in enumerate(fields):
        kind = "other" if titled and name == "subject" else _KINDS.get(name, "other")
        if labels[number].kind != kind:
            labels[number] = relabelled(labels[number], kind, _SURE, "is a header field of a mail")
    return labels
