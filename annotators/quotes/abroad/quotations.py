"""Quotations in a paragraph that is not in English, with a speaker where a clause of saying stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from annotators.annotation import Mark, Span
from annotators.quotes.abroad.speakers import Attribution, attribution_after, attribution_before, attribution_within
from annotators.quotes.abroad.subjects import subject_left_out
from annotators.quotes.abroad.words import Saying, saying_in
from annotators.quotes.claims import Claim
from annotators.quotes.english.sentences import Paragraph

__all__ = ["claims_abroad"]

_NOBODYS: Final = 0.3
_SAID: Final = 0.9
_CARRIED: Final = 0.7
_NEAR: Final = 120
_MOST_PIECES: Final = 200
"""The most quotations in a row that make one statement, so that a text of nothing else takes linear time."""
_ENDS: Final = ".!?…"
_DASH: Final = re.compile(r"([–—-])[ \xa0]?(?=[^\s–—-])")
_COMMA: Final = re.compile(r".?[,.!?…–—].?|..\s*[,–—]", re.S)
"""A comma, full stop or dash before or after a closing mark, matched from the character before that mark."""
_AHEAD: Final = 12
_OPENS: Final = re.compile(r"(?:^|[.!?…»”]\s+)(?:[EY]\s+)?\Z", re.M)
"""What precedes a verb that opens its sentence."""
_AFTER_CLAUSE: Final = re.compile(r"[^,.;:!?–—\n]{0,60}[,.;:–—]*\s*[–—]?\s*")
"""What is left of a clause of saying behind its speaker, inside the marks."""
_OWN_CLAUSE: Final = re.compile(r"[^\S\n]?,\s+[^\W\d_A-ZÀ-Þ]")
"""What follows a quotation that has a clause of its own, with a verb that is not in the lists."""
_MORE: Final = re.compile(r"[^,.–—\n]{0,60}[,.]?\s*[–—](?:[.,:;](?=\s))?\s*")
"""What may stand between a clause of saying and the speech that continues: `, — сказал он. — `, ` —dijo Ruiz—. `."""


def claims_abroad(text: str, paragraph: Paragraph, before: Claim | None = None) -> list[Claim]:
    """The claims of a paragraph in order: quotations that are direct speech or have a clause of saying beside them.

    `before` is the last claim of the paragraph before it, whose speaker a verb without a subject may mean.
    """
    saying = saying_in(paragraph.language)
    dash = _DASH.match(text, paragraph.start, paragraph.end)
    if saying and dash and ("dashed" in saying.traits or _is_dialogue(text, paragraph, dash, saying)):
        claim = _after_dash(text, paragraph, dash, saying)
        return [claim] if claim else []
    claims: list[Claim] = []
    reached = 0  # the end of the last quotation and of the words that say whose it is
    for mark in paragraph.quotes.values():
        found = _attribution(text, paragraph, mark, saying) if saying else None
        if found is None and claims and _goes_on(text, claims[-1], reached, mark):
            claims[-1] = replace(claims[-1], content=(*claims[-1].content, Span(mark.start, mark.end)))
        elif found is None and saying and (inside := _with_clause_inside(text, mark, saying)):
            claims.append(inside)
        elif found is not None:
            claims.append(_said(text, paragraph, mark, found, claims[-1] if claims else before))
        elif mark.kind == "direct" and claims and _follows(text, claims[-1], reached, mark):
            claims[-1] = _continued(claims[-1], mark)
        elif mark.kind == "direct":
            claims.append(Claim((Span(mark.start, mark.end),), None, None, "speech without a speaker", _NOBODYS))
        else:
            continue
        reached = max(mark.end, found.end if found else 0)
    return claims


def _is_dialogue(text: str, paragraph: Paragraph, dash: re.Match[str], saying: Saying) -> bool:
    """Whether a dash opens speech where lists begin with dashes as well: it has no blank, or a clause of saying."""
    if "dialogue" not in saying.traits or dash[1] == "-":
        return False
    joined = dash[0] == "—" and "rayas" in saying.traits
    return joined or attribution_within(text, dash.end(), paragraph.end, saying) is not None


def _after_dash(text: str, paragraph: Paragraph, dash: re.Match[str], saying: Saying) -> Claim | None:
    """The speech after a dash at the start of a paragraph, up to its clause of saying: `– Nei, sier hun.`.

    A hyphen needs such a clause, because items of lists begin with one as well.
    """
    found = attribution_within(text, dash.end(), paragraph.end, saying)
    if found is None:
        whole = Span(dash.end(), dash.end() + len(text[dash.end() : paragraph.end].rstrip(" –—")))
        return None if dash[1] == "-" else Claim((whole,), None, None, "a dash before it", _NOBODYS, dashed=True)
    said = text[dash.end() : found.cue.start].rstrip(" ,–—\xa0")
    content = [Span(dash.end(), dash.end() + len(said))]
    if more := _MORE.match(text, found.end, paragraph.end):
        content.append(Span(more.end(), paragraph.end))
    pieces = tuple(piece for piece in content if piece.start < piece.end)  # `– Nei, sier hun. –` ends with a dash
    rule = "a clause of saying after a dash"
    return Claim(pieces, found.cue, found.speaker, rule, _SAID, dashed=True) if pieces else None


def _attribution(text: str, paragraph: Paragraph, mark: Mark, saying: Saying) -> Attribution | None:
    """The clause of saying of a quotation; one after a fragment counts only if a comma or the like separates them.

    `Auf Nachfrage der „Neuen Zürcher Zeitung“ sagte ein Sprecher` quotes nobody so far.
    """
    before = attribution_before(text, paragraph.start, mark.start, saying)
    if not mark.closed or (mark.kind == "fragment" and _COMMA.match(text, mark.end - 2) is None):
        return before
    return attribution_after(text, mark.end, paragraph.end, saying) or before


def _goes_on(text: str, last: Claim, reached: int, mark: Mark) -> bool:
    """Whether a quotation continues the last one after its clause of saying: `„Ja“, sagte Mora, „aber ...“`."""
    if last.cue is None or len(last.content) >= _MOST_PIECES or mark.start - reached >= _NEAR:
        return False
    between = text[reached : mark.start]
    return between.rstrip()[-1:] == "," and not _stops(between)


def _with_clause_inside(text: str, mark: Mark, saying: Saying) -> Claim | None:
    """The claim of a quotation with its clause of saying inside the marks: `« C'est fini, dit le maire. Partez. »`."""
    if mark.kind != "direct" or not mark.closed or "inside" not in saying.traits:
        return None
    found = attribution_within(text, mark.start + 1, mark.end - 1, saying)
    if found is None or found.speaker is None:
        return None
    said = Span(mark.start, mark.start + len(text[mark.start : found.cue.start].rstrip(" ,–—\xa0")))
    more = _AFTER_CLAUSE.match(text, found.end, mark.end - 1)
    rest = (Span(more.end(), mark.end),) if more and more.end() < mark.end - 1 else ()
    return Claim((said, *rest), found.cue, found.speaker, "a clause of saying inside the marks", _SAID)


def _said(text: str, paragraph: Paragraph, mark: Mark, found: Attribution, last: Claim | None) -> Claim:
    """The claim of a quotation with a clause of saying; its speaker may be left out: `«Fue un accidente», insistió`."""
    span, rule = (Span(mark.start, mark.end),), "a clause of saying beside it"
    saying = saying_in(paragraph.language)
    if found.speaker is None and last is not None and _is_relative(text, last, found):
        return Claim(span, found.cue, last.speaker, rule, _CARRIED, carried=True)
    left_out = saying is not None and "subjects-left-out" in saying.traits and _has_no_subject(text, mark, found)
    if found.speaker is not None or saying is None or not left_out:
        return Claim(span, found.cue, found.speaker, rule, _SAID)
    speaker = subject_left_out(text, paragraph.start, mark.start, saying, last)
    if speaker is None:
        return Claim(span, found.cue, None, rule, _SAID)
    return Claim(span, found.cue, speaker, f"{rule}, whose subject is the speaker before", _CARRIED, carried=True)


def _is_relative(text: str, last: Claim, found: Attribution) -> bool:
    """Whether a verb belongs to the speaker named just before it: `détaille Mme Cardenal, qui développe : « ... »`."""
    if last.speaker is None or not 0 <= found.cue.start - last.speaker.end < _AHEAD:
        return False
    return text[last.speaker.end : found.cue.start].startswith(",")


def _has_no_subject(text: str, mark: Mark, found: Attribution) -> bool:
    """Whether a verb without a speaker beside it follows the speech or opens its sentence: `Y añadió: «`."""
    return (
        found.cue.start >= mark.end
        or _OPENS.search(text, max(0, found.cue.start - _AHEAD), found.cue.start) is not None
    )


def _continued(last: Claim, mark: Mark) -> Claim:
    """The claim before with a quotation that goes on after its clause of saying: `„Ja“, sagte Mora. „Aber ...“`."""
    if len(last.content) < _MOST_PIECES:
        return replace(last, content=(*last.content, Span(mark.start, mark.end)))
    return replace(last, content=(Span(mark.start, mark.end),), cue=None, carried=True)


def _follows(text: str, last: Claim, reached: int, mark: Mark) -> bool:
    """Whether only the rest of the earlier quotation's clause of saying stands between the two."""
    if last.speaker is None or _OWN_CLAUSE.match(text, mark.end):
        return False
    between = text[reached : mark.start].strip()
    if reached == last.content[-1].end:  # which ends with the quotation itself
        return not between and text[last.content[-1].start : reached].rstrip('“”»"«’ ')[-1:] in _ENDS
    return between[-1:] in _ENDS and len(between) < _NEAR and not _stops(between[:-1])


def _stops(words: str) -> int:
    return sum(words.count(f"{end} ") for end in _ENDS)
