"""Calls to action inside an article, such as newsletter sign-ups and "pin for later", and rows of share buttons.

They stand between paragraphs and are formatted like them, and their wording differs from site to site. The patterns
look for what they share: the reader is addressed, and asked for or offered something unrelated to the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import BlockLabel
from annotators.boilerplate.language.line_wording import is_about_somebody, is_sentence
from annotators.boilerplate.relabelling import relabelled

__all__ = ["is_appeal", "with_appeals"]

_SURE: Final = 0.8
_MOST: Final = 40
"""Longest call to action, in words."""
_BY_MAIL: Final = r"(?:newsletters?|mailing list|e-?mail list|bulletin|weekly (?:digest|round-?up)|inbox)"
_OURS: Final = r"(?:our|my|the|this)"
_SIGN_UP: Final = rf"sign up (?:to|for) {_OURS} (?:\w+ )?{_BY_MAIL}"
_MEMBER: Final = r"(?:member|patron|subscriber)\b(?! of (?!our\b|my\b))"
_NETWORK: Final = (
    r"(?:apple|bluesky|discord|facebook|flickr|google|instagram|linkedin|mastodon|medium|patreon|pinterest|reddit|snapchat"
    r"|social|spotify|substack|telegram|threads|tik\s?tok|tumblr|twitter|whats\s?app|x|you\s?tube|[@#]\w+)\b"
)
_OFFER: Final = "|".join(
    (
        r"get (?:it|yours|them) (?:here|now|free|today)|try (?:it|us) (?:free|now|today|for free)",
        r"here for free\b(?! \w)|start (?:a|your|my) (?:\w+ )?free trial",
        rf"sign up\b.{{0,60}}\b{_BY_MAIL}|sign up (?:now|today|here|below|for free)\b",
        rf"subscribe (?:to|for) {_OURS}\b|subscribe (?:now|today|here|below)\b",
        rf"join (?:our|my) (?:newsletter|list|community)\b(?! cent)|(?<![a-z] )(?:become|be) a {_MEMBER}",
        r"download (?:our|my|the|your) (?:free\b.{0,30}|app\b)|tag (?:me|us) (?:@|on|in)",
        r"leave (?:a|me a|us a) (?:⭐|star\b(?! \w+ )|rating|review|comment\b(?! (?:on|in|at|with|that|specif)))",
        rf"pin (?:it|this|me|this \w+) for later|(?:follow|like|find|join) (?:me|us) on (?:all )?(?:our )?{_NETWORK}",
        r"yes please\b(?!,? \w)|(?:straight to|delivered to|in) your inbox",
        r"share (?:it|this) (?:with your|on) (?:friends|facebook|twitter|pinterest|instagram)",
        r"click here to (?:subscribe|sign|join|donate|download|get)|make a donation|donate (?:now|today|here)",
        r"support (?:our|my|independent) (?:work|journalism|reporting)",
    )
)
_SPEAKS: Final = (
    r"want|enjoying|enjoyed|loved?|liked?|looking|need|ready|free|can['’]t get enough|have you|did you|don['’]t miss"
    r"|never miss|for more"
)
_OFFERED: Final = re.compile(_OFFER, re.I | re.S)
_ARROWS: Final = re.compile(r"[>»→▶]++(?P<first>\s*+\S)?")
_LEADING: Final = (">", "»", "→", "▶", "f", "F")
"""What the two begin with."""
_FREE: Final = re.compile(r"free\b[^.?!]{2,40}[!.]", re.I)
_AFTER_ARROWS, _AFTER_FREE = 100, 80
"""Most characters before an offer, after arrows and after a sentence that calls something free."""
_NEWS: Final = re.compile(
    rf"for (?:all )?(?:the )?(?:latest|more|breaking)\b[^.?!]{{0,110}}\b{_SIGN_UP}"
    rf"|(?:our (?:web)?site is\b.{{0,140}})?please bookmark\b.{{0,60}}\b{_SIGN_UP}",
    re.I | re.S,
)
_PINNED: Final = re.compile(r".{0,120}\bpin (?:it|this|me|this \w+) for later\W*$", re.I | re.S)
_SPOKEN: Final = re.compile(rf"(?:{_SPEAKS})\b.{{3}}", re.I | re.S)
_CALL: Final = re.compile("[?!]")
_CALLED_WITHIN, _OFFERED_WITHIN = 158, 80
"""Both in characters: from the address to the end of its question or call, and from there to the offer."""
_BUTTON: Final = (
    r"pin(?: it)?|share|tweet|save|like|facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram"
    r"|flipboard|copy link|x|buffer|total shares|shares"
    r"|e-?mail(?: (?:this|to)(?: to)?(?: a friend| article| story| page)?)?"
    r"|print(?:able|er.friendly)?(?: version| this| article| story| page)*|text size"
)
_BUTTONS: Final = re.compile(rf"(?:(?:{_BUTTON})\b(?>\s*(?:[\d.,]+\s?[km]?\b)?[\s|·•/,]*)){{2,}}+", re.I)
"""Possessive, because a row can match in exponentially many ways and must not be backtracked into."""
_LETTERS: Final = re.compile("[a-z]+")
_CANNOT_SEE: Final = (
    r"(?:(?:having|have) )?(?:trouble|problems?|difficult(?:y|ies)) (?:viewing|reading|seeing)"
    r" this (?:e-?mail|message|newsletter)"
    r"|can(?:['’]t|not) (?:see|view|read) (?:this (?:e-?mail|message|newsletter)|(?:the|these) images)"
    r"|(?:is )?this (?:e-?mail|message|newsletter) not displaying (?:correctly|properly)"
)
_VIEW: Final = (
    r"(?:view|read|open) (?:(?:this|the) (?:e-?mail|message|newsletter) |it )?"
    r"(?:online|on the web|as a web ?page|in (?:(?:your|a|the)(?: web)? ?)?browser)"
)
"""A link to a newsletter's page, with the words before it."""
_UNDER_PAGES: Final = (
    r"unsubscribe(?: here)?|privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?"
    r"|contact(?: us)?|about(?: us)?|manage (?:preferences|subscriptions?)|(?:update|change) (?:your )?preferences"
    rf"|{_VIEW}|cookie (?:policy|settings)|imprint|legal(?: notice)?"
    r"|accessibility|advertise|help|forward(?: to a friend)?"
)
_LINKS_UNDER_PAGES: Final = re.compile(rf"(?:{_UNDER_PAGES})(?:\s*[|·•/–—-]\s*(?:{_UNDER_PAGES}))+", re.I)
_PREFERENCES: Final = r"(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)"
_OFF_THE_LIST: Final = r"unsubscribe(?: here| now| from this (?:list|newsletter))?"
_LISTED: Final = r"(?:list|group|newsletters?|e-?mails?|mailings?)"
_OUR_LIST: Final = rf"(?:this|our|these|all|further|future|such|more)(?: mailing)? {_LISTED}"
_VISIT: Final = r"(?:(?:visit|click|follow|reply)(?:ing)?|go(?:ing)? to|(?:send|write|sending)(?: an?)? e-?mail)\b"
_BY_A_LINK: Final = (
    rf"{_VISIT}(?: here| below)?(?: on| to)?(?: (?:this|the) (?:button|e-?mail|link|message|page)(?: below| above)?)?"
    r"(?: \S+@\S+)?"
)
_MAIL_LINK: Final = re.compile(
    rf"{_OFF_THE_LIST}(?: or {_PREFERENCES})?|{_PREFERENCES}(?: or {_OFF_THE_LIST})?"
    rf"|to (?:unsubscribe|opt out|stop receiving)(?: from)?(?: {_OUR_LIST})?"
    rf"(?: and stop receiving {_LISTED}(?: from it)?)?(?:[,:]? (?:please )?{_BY_A_LINK})?"
    rf"|you can unsubscribe(?: from {_OUR_LIST})?(?: at any ?time)?(?: here|[,:]?(?: by)? {_BY_A_LINK})?"
    rf"|you(?: are|['’]re| have)? (?:receiv|gett)(?:ed|ing) (?:this|these) {_LISTED}"
    r" because you\b(?:[^.]|\.(?=\S)){0,120}"
    rf"|if you (?:no longer wish|do(?: not|n['’]t) want|would (?:prefer|rather) not) to (?:receive|get) {_OUR_LIST}"
    rf"(?: from us)?, .{{0,40}}?(?:{_BY_A_LINK}|{_OFF_THE_LIST})"
    rf"|(?:(?:{_CANNOT_SEE})[?,.]? ?)?{_VIEW}(?: here| instead)?"
    r"|sent from my (?:(?:samsung|huawei|mobile|smart|i)[ -]?)?"
    r"(?:phone|pad|galaxy|device|android|blackberry|pixel|mobile)(?: \w+){0,2}"
    r"|get outlook for (?:ios|android|mac)"
    r"|forward (?:this (?:(?:e-?mail|newsletter) )?)?to a friend",
    re.I,
)
_ADVERTISED: Final = re.compile(
    r"(?:advertise?ment|advert|sponsored(?: (?:by|post|content|message))?|promoted|paid (?:post|content|message)"
    r"|(?:a message |a word )?from (?:our|today['’]s) (?:sponsors?|partners?)"
    r"|anzeige|werbung|publicidad|publicité|annonce)\s?:\s+\S",
    re.I,
)
"""The label of an advertisement with its words on the same line, as in newsletters."""
_LONGEST_AD: Final = 300
_BETWEEN: Final = re.compile(r"[|·•]")
_READ_ON: Final = re.compile(
    r"(?:read|see|learn|find out) more(?:\s?:?\s?https?://\S+)?|(?:continue|keep) reading"
    r"|read (?:the )?(?:full|whole|entire) (?:story|article|post|report)",
    re.I,
)
_GOES_TO: Final = re.compile(r"\s*+[<(\[]?(?:https?://|www\.|mailto:)[^\s<>()\[\]]++[>)\]]?", re.I)
"""A link's URL after its words, as plain-text mail writes it."""
_OF_A_FORM: Final = re.compile(
    r"(?:sorry, |oops[,!.]? )?(?:something|an error) (?:went wrong|occurred|has occurred)"
    r"[.,!]? (?:please )?(?:try|refresh) (?:again|later|the page|this page|your browser)(?: \w+){0,4}"
    r"|(?:thank(?:s| you)|you have (?:now )?(?:successfully )?|you(?:['’]ve| are) (?:now )?(?:successfully )?)"
    r" ?(?:for )?(?:subscrib(?:ed|ing)|sign(?:ed|ing) up)(?: (?:to|for) (?:our|the|this|your) [\w’' -]{3,40})?"
    r"|(?:please )?enter a valid e-?mail(?: address)?|invalid e-?mail(?: address)?|e-?mail address\*?"
    r"|we['’]ll send you a link to a feedback form.{0,80}"
    r"|you(?:['’]ve| have) (?:read|reached|used)\b.{0,30}\bfree (?:articles?|stories)\b.{0,40}"
    r"|you have \d{1,2} (?:free )?(?:articles|stories) (?:left|remaining)\b.{0,40}"
    r"|we (?:will )?(?:use|process) your (?:sign-?up|data|details|information) to"
    r" (?:provide|send|show|tailor)\b.{0,160}"
    r"|listen to [^.?!]{3,60} on (?-i:[A-Z])"
    r"[\w ]{0,20}(?-i:Sounds|Radio|Spotify|Podcasts|iPlayer|Player)\b.{0,30}",
    re.I,
)
_OPENS: Final = re.compile(
    r".{2,60}?(?:(?:, | ?\()opens (?:in )?(?:an? )?new|,? \(?opens in (?:an? )?new) (?:tab|window)\)?", re.I
)
_POINTERS: Final = " .:…>»→▶›[]()"
_AUTHOR: Final = re.compile(
    r"About the (?:author|writer)s?\b(?![’']| [a-z])"
    r"|About [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}\s?[:—–]\s(?!.{1,200}\s[—–]\s)"
)
_TAKEN_FOR: Final = frozenset(("body", "byline", "subhead", "deck", "headline", "note", "source"))


_HEADLINE_WITHIN: Final = 4
_LONGEST_HEADLINE: Final = 30
_LONGEST_LINK: Final = 200
"""Longest stand-alone link that is tested, in characters, its URL included."""


def is_appeal(text: str) -> bool:
    """Whether the text of a block is a call to action and nothing else."""
    return text.count(" ") < _MOST and (
        _OFFERED.match(text) is not None
        or _NEWS.match(text) is not None
        or _leads_to_offer(text)
        or _speaks_and_offers(text)
        or ("for later" in text.lower() and _PINNED.match(text) is not None)
    )


def _leads_to_offer(text: str) -> bool:
    """Whether an offer comes soon after arrows, or after a sentence that calls something free.

    Each position is tested with the pattern of an offer, which takes long to compile and so is part of no other.
    """
    if not text.startswith(_LEADING):
        return False
    if free := _FREE.match(text):
        return _offers_within(text, free.end(), _AFTER_FREE)
    arrows = _ARROWS.match(text)
    if arrows is None:
        return False
    end = arrows.start("first") if arrows["first"] else arrows.end()
    return (end > 1 and _offers_within(text, end, _AFTER_ARROWS)) or (
        arrows["first"] is not None and _offers_within(text, arrows.end(), _AFTER_ARROWS)
    )


def _offers_within(text: str, first: int, most: int) -> bool:
    return any(_OFFERED.match(text, at) for at in range(first, min(len(text), first + most + 1)))


def _speaks_and_offers(text: str) -> bool:
    """Whether a text opens with a question or call to the reader that is soon followed by an offer.

    Tests each position where an offer may begin once, so the time does not grow with the number of calls before it.
    """
    spoken = _SPOKEN.match(text)
    if spoken is None:
        return False
    first, past = spoken.end(), spoken.end() + _CALLED_WITHIN
    if _CALL.search(text, first, past) is None:
        return False
    return any(
        _OFFERED.match(text, at) and _CALL.search(text, max(first, at - _OFFERED_WITHIN - 1), min(past, at))
        for at in range(first + 1, min(len(text), past + _OFFERED_WITHIN + 1))
    )


def with_appeals(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Returns the labels, with calls to action, share buttons and footer links among the article's kinds relabelled.

    If such a block was the only headline, the first suitable block below it becomes the headline.
    """
    settled = list(labels)
    for number, label in enumerate(labels):
        if label.kind in _TAKEN_FOR:
            kind, reason = _instead(text[label.start : label.end].strip("#*_ "))
            if kind:
                settled[number] = _as(label, kind, reason)
                if label.kind == "headline" and all(other.kind != "headline" for other in settled):
                    _find_headline(text, settled, number + 1)
    return tuple(settled)


def _find_headline(text: str, labels: list[BlockLabel], first: int) -> None:
    for number in range(first, min(first + _HEADLINE_WITHIN, len(labels))):
        label = labels[number]
        short = text.count(" ", label.start, label.end) < _LONGEST_HEADLINE
        said = text[label.start : label.end]
        told = label.kind == "body" and is_sentence(said)
        if label.kind in ("deck", "subhead", "body") and short and not told and not is_appeal(said):
            labels[number] = _as(label, "headline", "opens the story")
            return


def _instead(said: str) -> tuple[str, str]:
    """The boilerplate kind of a block and the reason for it; two empty strings if the block is none."""
    if _BUTTONS.fullmatch(said) and set(_LETTERS.findall(said.lower())) != {"x"}:
        return "share", "is a row of buttons"
    if len(said) < _LONGEST_LINK and _has_address(said.lower()):
        said = _GOES_TO.sub("", said)
    if len(said) < _LONGEST_AD and _ADVERTISED.match(said):
        return "ad", "begins as an advertisement"
    if _LINKS_UNDER_PAGES.fullmatch(said):
        return "footer", "is a row of links that stand under a page"
    if len(said) < _LONGEST_LINK and all(_MAIL_LINK.fullmatch(link.strip(_POINTERS)) for link in _BETWEEN.split(said)):
        return "footer", "is a link that stands under a newsletter"
    if len(said) < _LONGEST_LINK and _READ_ON.fullmatch(said.strip(_POINTERS)):
        return "related", "is a link to the rest of a story"
    if len(said) < _LONGEST_LINK and _OF_A_FORM.fullmatch(said.strip(_POINTERS + "!")):
        return "promo", "is said by a form"
    if len(said) < _LONGEST_LINK and "opens" in said.lower() and _OPENS.fullmatch(said):
        return "nav", "is a link that opens elsewhere"
    if _AUTHOR.match(said) and said.count(" ") < _MOST:
        return "author_box", "introduces who wrote"
    if is_appeal(said) and not is_about_somebody(said):
        return "promo", "asks something of the reader"
    return "", ""


def _has_address(lowered: str) -> bool:
    """Whether a text may contain a URL: a quick test before a slow pattern, since few texts do."""
    return "://" in lowered or "www." in lowered or "lto:" in lowered  # `i` has four case variants


def _as(label: BlockLabel, kind: str, reason: str) -> BlockLabel:
    return relabelled(label, kind, _SURE, reason)
