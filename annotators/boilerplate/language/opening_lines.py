"""Lines above the headline of press releases and of mails pasted as text, which look like headlines themselves."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["field_of_mail", "is_forwarding_line", "is_release_line"]

_LONGEST: Final = 200
_DAY: Final = r"(?:[A-Za-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Za-z]+|[A-Za-z]+ \d{1,2}),? ?(?:\d{4})?"
_RELEASE: Final = re.compile(
    r"for (?:immediate|media|press|public) (?:release|distribution)(?:\s?[:,–—-]\s?.{1,60})?"
    rf"|for release(?:\s?:\s?.{{1,60}}| (?:on )?{_DAY})|(?:press|news|media) release(?:\s?[:,–—-]\s?{_DAY})?"
    r"|(?:under |strictly )?embargo(?:ed)?(?:\s?:| (?:until|till|for)\b).{1,80}",
    re.I,
)
_FORWARDING: Final = re.compile(
    r"-{2,} ?(?:forwarded message|original message|message transféré|mensaje reenviado|mensagem encaminhada"
    r"|weitergeleitete nachricht|ursprüngliche nachricht|doorgestuurd bericht|messaggio inoltrato) ?-{2,}"
    r"|begin forwarded message\s?:?",
    re.I,
)
_FIELD: Final = re.compile(r"(from|to|cc|bcc|reply-to|sent|date|subject|importance|attachments?)\s?:\s+\S.*", re.I)


def is_release_line(said: str) -> bool:
    """Whether a line says when a press release may be published, and nothing else."""
    return len(said) <= _LONGEST and _RELEASE.fullmatch(said.strip(" *_#:.")) is not None


def field_of_mail(said: str) -> str:
    """The name in lower case of the header field that a line is (RFC 5322, section 3.6), such as `from`; else empty."""
    found = _FIELD.fullmatch(said) if len(said) <= _LONGEST else None
    return found[1].lower() if found else ""


def is_forwarding_line(said: str) -> bool:
    """Whether a line is what mail programs write above a forwarded message."""
    return len(said) <= _LONGEST and _FORWARDING.fullmatch(said) is not None
