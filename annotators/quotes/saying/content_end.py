"""The end of reported speech, where the writer's own words continue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.after import phrase_after
from annotators.quotes.phrases.subjects import subject_of
from annotators.quotes.saying.content_start import ENDS
from annotators.quotes.saying.cues import cue_at, frame_at, likelihood

__all__ = ["CHARGING", "NO_COMMENT", "content_end"]

NO_COMMENT: Final = frozenset(("decline",))

CHARGING: Final = frozenset("accuse blame charge convict suspect".split())


_CUTS: Final = frozenset("according adding saying citing noting calling arguing claiming telling suggesting".split())


def _asks_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle that reports more stands here: `while asking why`."""
    cue = cue_at(tokens, at) if at < len(tokens) else None
    return cue is not None and cue.tense == "ing" and likelihood(cue, frame_at(tokens, at)) > 0.6


def content_end(tokens: Sequence[Token], start: int, lemma: str) -> int:
    """The token after the content: at the end of the sentence, or earlier, where the writer's own words continue.

    `start` is the first token of the content, `lemma` that of the cue.
    """
    if tokens[start].lower == "“direct”":
        return start + 1
    charge = _charge(tokens, start) if lemma in CHARGING else None
    thing = charge is not None or _is_thing(tokens, start)
    settled = start if charge is None else charge
    ends = (_end_at(tokens, start, at, lemma, thing, at > settled) for at in range(start + 1, len(tokens)))
    end = next((end for end in ends if end is not None), len(tokens))
    while end > start and tokens[end - 1].text in (".", ",", ";", "!", "?", ":", "—", "–", "--"):
        end -= 1
    return end


def _charge(tokens: Sequence[Token], start: int) -> int | None:
    """The preposition of a charge in the same clause: `(accused) Twitter of closing accounts`."""
    charge = next((at for at in range(start, len(tokens)) if tokens[at].lower in ("of", "for", "with")), None)
    if charge is None or any(token.text in (";", ".") for token in tokens[start:charge]):
        return None
    return charge


def _end_at(tokens: Sequence[Token], start: int, at: int, lemma: str, thing: bool, settled: bool) -> int | None:
    """The end of the content if the token at `at` ends it, else `None`.

    A comma can end it only if the content is `settled` there; `thing` says that it is a noun phrase so far.
    """
    token = tokens[at]
    if token.lower == "“direct”" and tokens[at - 1].text in (",", ":"):
        before = _clause_before(tokens, start, at)
        if before is not None:
            return before
    if token.text == "," and settled and (_leads_out(tokens, at) or (thing and _adds(tokens, at, lemma in CHARGING))):
        return at
    if _ends_with_comma(token) and _leads_out(tokens, at):
        return at + 1
    ends = (
        token.text == ";"
        or (token.lower in ("while", "by", "before", "after") and _asks_on(tokens, at + 1))
        or (lemma in NO_COMMENT and token.lower in word_set("subordinators") | word_set("times"))
        or (token.lower == "and" and at + 1 < len(tokens) and _next_saying(tokens, at + 1))
    )
    return at if ends else None


def _ends_with_comma(token: Token) -> bool:
    """Whether a quotation has a comma inside its closing mark: `called it “a rumour,” but added`."""
    return token.kind == "quote" and token.text[-2:-1] == ","


def _clause_before(tokens: Sequence[Token], start: int, quote: int) -> int | None:
    """The first token of the clause that introduces a quotation inside the supposed content, if there is one."""
    for at in range(quote - 2, max(start, quote - 5), -1):
        cue = cue_at(tokens, at)
        if cue is None or cue.tense == "noun":
            continue
        if cue.tense == "ing":
            return at
        subject = subject_of(tokens, at)
        if subject is not None and start < subject.first:
            return subject.first - (tokens[subject.first - 1].lower in ("and", "but", "as"))
    return None


def _is_thing(tokens: Sequence[Token], start: int) -> bool:
    """Whether the content is a noun phrase (`the reality of climate change`) and not a clause."""
    phrase = phrase_after(tokens, start)
    if phrase is None or tokens[start].lower in word_set("pronouns") | {"that"}:
        return False
    after = tokens[phrase.head] if phrase.head < len(tokens) else None
    return after is None or not after.is_word or after.lower in word_set("prepositions")


def _adds(tokens: Sequence[Token], comma: int, charge: bool) -> bool:
    """Whether what follows the comma is the writer's addition to the noun phrase."""
    following = tokens[comma + 1].lower if comma + 1 < len(tokens) else ""
    if following in ("the", "a", "an") and not charge:
        return not any(token.lower in ("and", "or") for token in tokens[comma + 1 : comma + 10])
    return following in _ADDED


_ADDED: Final = frozenset("after although as because but though when where which who whom whose".split())


def _leads_out(tokens: Sequence[Token], comma: int) -> bool:
    if comma + 1 >= len(tokens):
        return False
    following = tokens[comma + 1]
    if following.lower in _CUTS:
        return True
    cue = cue_at(tokens, comma + 1)
    if cue is not None and cue.tense == "past" and following.lower != "asked":
        return likelihood(cue, frame_at(tokens, comma + 1)) > 0.6
    if following.lower == "even" and comma + 2 < len(tokens):
        return _next_saying(tokens, comma + 3)
    if following.lower in ("and", "but") and _is_clause(tokens, comma + 2):
        return True
    if following.lower == "but" and comma + 2 < len(tokens) and tokens[comma + 2].lower.endswith("ed"):
        return True
    return following.lower in ("and", "but", "while", "as", "though", "although", "which", "who") and _next_saying(
        tokens, comma + 2
    )


def _is_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether a clause with its own subject begins here: `the ferry's cabins were cold`."""
    if start >= len(tokens) or not (
        tokens[start].lower in word_set("determiners") | word_set("pronouns") or tokens[start].is_capital
    ):
        return False
    phrase = phrase_after(tokens, start)
    if phrase is None or phrase.head >= len(tokens):
        return False
    verb = tokens[phrase.head]
    return verb.lower in word_set("auxiliaries") or verb.lower in word_set("pasts") or verb.lower.endswith("ed")


def _next_saying(tokens: Sequence[Token], start: int) -> bool:
    """Whether a new clause of saying begins here: `he added that`, `promised to`."""
    for at in range(start, min(start + 7, len(tokens))):
        if tokens[at].text in ENDS or tokens[at].kind == "quote":
            return False
        cue = cue_at(tokens, at)
        if cue is not None and cue.tense in ("past", "third"):
            frame = frame_at(tokens, at)
            return likelihood(cue, frame) > 0.5 and frame != "stop"
    return False
