"""Headlines with a separate speaker: `Minister: No plan to raise tax`, `Tax ‘will not rise’ – minister`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import is_cue_form, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import head_of, is_office
from annotators.quotes.phrases.subjects import looks_past, opening_phrase

__all__ = ["HEADINGS", "find_headline"]

HEADINGS: Final = frozenset(("headline", "deck", "subhead"))
"""Kinds of block that are written in this style."""
_LONGEST_LABEL: Final = 5
_LEAST_WORDS: Final = 3
_SURE: Final = 0.85
_DASHES: Final = frozenset("-–—―")
_ON: Final = frozenset(("after", "on", "over"))
"""What follows the speaker where there is no verb: `‘I was robbed’ - Lund on her defeat`."""
_BODIES: Final = frozenset(
    "army charity government hospital military ministry navy police regulator union watchdog".split()
)
_PAPERS: Final = frozenset("audit filing inquiry lawsuit memo poll report study survey".split())
_GENRES: Final = frozenset("annual case game lab live match morning progress race traffic weather year".split())
"""Words in labels that name a kind of article: `Match report: ...`, `Teacher of the year: ...`."""
_ASKING: Final = frozenset("how what when where which who whom whose why".split())
_SOURCES: Final = frozenset("campaigner expert family source staff survivor victim witness".split())


def find_headline(tokens: Sequence[Token]) -> Claim | None:
    """The claim of a headline in which a colon or a dash separates speaker and content; `None` otherwise."""
    if len(tokens) < _LEAST_WORDS:
        return None
    return _quote_before_colon(tokens) or _label_in_front(tokens) or _label_at_the_end(tokens)


def _quote_before_colon(tokens: Sequence[Token]) -> Claim | None:
    """`‘We were left to drown’: survivors blame coastguard`: the subject of what follows is the speaker."""
    if tokens[0].kind != "quote" or tokens[1].text not in _DASHES | {":"}:
        return None
    name = next((at for at in range(3, len(tokens)) if tokens[at].lower in _ON), 0)
    if name and _is_name(tokens[2:name]):
        return _claim(tokens, (0, 1), (2, name))
    phrase = opening_phrase(tokens[2:], len(tokens) - 2)
    if phrase is None or phrase.first or not _may_speak(tokens[2 : 2 + phrase.last]):
        return None
    return _claim(tokens, (0, 1), (2, 2 + phrase.last))


def _label_in_front(tokens: Sequence[Token]) -> Claim | None:
    colon = next((at for at in range(1, min(len(tokens), _LONGEST_LABEL + 1)) if tokens[at].text == ":"), None)
    if colon is None or not _speaks(tokens[:colon]) or len(tokens) - colon - 1 < _LEAST_WORDS - 1:
        return None
    found = colon == 1 and tokens[0].lower in _PAPERS  # `Poll: Lund far ahead`: what follows a document is what it says
    if not (_tells(tokens[colon + 1 :]) or (found and not _asks(tokens[colon + 1 :]))):
        return None
    return _claim(tokens, (colon + 1, _end(tokens)), (0, colon))


def _label_at_the_end(tokens: Sequence[Token]) -> Claim | None:
    for at in range(len(tokens) - 2, max(1, len(tokens) - 2 - _LONGEST_LABEL), -1):
        if tokens[at].text != ":" and not _is_spaced_dash(tokens, at):
            continue
        label = tokens[at + 1 :]
        named = tokens[at].text == ":" and _is_name(label) and not _is_title_case(tokens[:at])
        if at >= _LEAST_WORDS - 1 and _tells(tokens[:at]) and (named or _speaks(label)):
            return _claim(tokens, (0, at), (at + 1, len(tokens)))
        return None
    return None


def _claim(tokens: Sequence[Token], said: tuple[int, int], by: tuple[int, int]) -> Claim:
    content, speaker = (Span(tokens[first].start, tokens[last - 1].end) for first, last in (said, by))
    return Claim((content,), None, speaker, "a headline that names who says it", _SURE)


def _end(tokens: Sequence[Token]) -> int:
    return len(tokens) - (tokens[-1].text == ".")


def _is_spaced_dash(tokens: Sequence[Token], at: int) -> bool:
    dash = tokens[at]
    return dash.text in _DASHES and tokens[at - 1].end < dash.start and dash.end < tokens[at + 1].start


def _may_speak(label: Sequence[Token]) -> bool:
    return all(token.is_word for token in label) and (_speaks(label) or _is_name(label))


def _speaks(label: Sequence[Token]) -> bool:
    """Whether a few words are a speaker: a minister, the police, a study, but not `Analysis` or `Live`."""
    if not all(token.is_word for token in label) or any(token.text[:1].isdigit() for token in label):
        return False
    if any(token.lower in _GENRES for token in label):
        return False
    head = head_of(label) or ""
    return is_office(head) or head in _BODIES | _PAPERS | _SOURCES | people_words("nouns", "people")


def _is_name(label: Sequence[Token]) -> bool:
    return len(label) <= 3 and all(token.is_capital and token.is_word for token in label)


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens[1:] if token.kind == "word"]
    return 2 * sum(token.is_capital for token in words) > len(words)


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether the words have a verb or a quotation, and are no question or title such as `How ...`."""
    if tokens[0].kind == "quote":
        return True
    if _asks(tokens):
        return False
    return any(
        token.kind == "quote"
        or token.lower in word_set("auxiliaries") | {"to"}
        or ((looks_past(token) or is_cue_form(token.text)) and not _is_thing(tokens[number], token))
        or (tokens[number].is_capital and _is_present(token))
        for number, token in enumerate(tokens[1:])
    )


def _asks(tokens: Sequence[Token]) -> bool:
    return tokens[0].lower in _ASKING or tokens[-1].text == "?"


def _is_thing(before: Token, token: Token) -> bool:
    """Whether a word that could be a verb is a plural noun, by the word before it: `five names`, `in pictures`."""
    counted = before.lower in word_set("determiners") | word_set("prepositions") or before.text[:1].isdigit()
    return counted and token.lower.endswith("s")


def _is_present(token: Token) -> bool:
    """Whether a word directly after a capitalised one may be its verb: `Coffee slows ageing`."""
    return token.kind == "word" and not token.is_capital and token.lower[-1:] == "s" and token.lower[-2:] != "ss"
