"""Lines of extracted text in which a newsroom addresses its readers, or a site its visitors; not the article."""

from __future__ import annotations

import re
from typing import Final

from annotators.boilerplate.language.line_wording import ends_sentence, is_about_somebody

__all__ = ["said_to_readers"]

_MOST: Final = 60
"""Most spaces in such a line."""
_NEWSROOM: Final = re.compile(
    r"got a (?:news )?(?:story|tip)\b.*"
    r"|(?:.{0,80}[?.!]\s)?(?:get in touch|contact us|e-?mail us)\b.{0,60}"
    r"(?:\bour news ?(?:desk|room|team)\b|\b\w*(?:news|tips|stories)\w*@).*"
    r"|stay (?:informed|up[- ]to[- ]date) with (?:our\b|(?-i:[A-Z])).*"
    r"|get (?:(?:our|the|your) )?(?:breaking|daily|e-?mail|latest|real-time|weekly)\b[^.!?]{0,40}"
    r"\b(?:headlines|news|updates)\b[^.!?]{0,60}[.!]?"
    r"|find out more (?:about|on) how to (?:donate|help|support)\b.*"
    r"|follow (?:along with )?(?:the|our) (?:latest |live )?(?:blog|coverage|updates)"
    r"(?: (?:below|here|with us))?[.:!]?",
    re.I | re.S,
)
_FORM: Final = re.compile(
    r"we encountered an (?:error|issue) signing you up\b.*"
    r"|an? (?:confirmation|welcome) e-?mail is on its way[.!].*"
    r"|we(?:['’]re sorry|(?: are)? sorry| apologi[sz]e)?,? ?(?:but )?this (?:player|video) (?:has )?failed to load.*"
    r"|this (?:ad|advertisement) has not loaded yet\b.*|loading [^.!?]{2,40}(?:…|\.{3})"
    r"|.{0,100}\bsign[- ]in if you (?:already )?have an account\b.{0,20}",
    re.I | re.S,
)
_BROWSER: Final = re.compile(
    r"\bmore up[- ]to[- ]date browser\b|\bturn off compatibility mode\b|\bdisplaying the site without styles\b"
    r"|\b(?:your|this) (?:web )?browser is no longer supported\b",
    re.I,
)
_MEDIA: Final = re.compile(r"latest (?:podcasts?|stories|videos?) from\b.{0,40}", re.I)
_BOOK: Final = re.compile(r"[^.!?]{10,160}\bis (?:available|out|published) (?:by|from|in|now|on)\b[^.!?]{0,20}"
                          r"\([^()]*[£$€]\s?\d[^()]*\)\.?")  # fmt: skip


def said_to_readers(said: str) -> tuple[str, str]:
    """The kind of a line that addresses readers, with the reason; two empty strings for other lines."""
    if said.count(" ") > _MOST:
        return "", ""
    if _FORM.fullmatch(said):
        return "promo", "is said by a form or a player"
    if _BROWSER.search(said) and not is_about_somebody(said):
        return "other", "speaks of the reader's browser"
    if _MEDIA.fullmatch(said) and not ends_sentence(said):
        return "related", "announces other stories"
    if _BOOK.fullmatch(said):
        return "ad", "says what a book costs"
    if _NEWSROOM.fullmatch(said) and not is_about_somebody(said):
        return "promo", "is said by a newsroom to its readers"
    return "", ""
