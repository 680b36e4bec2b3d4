"""Content after its source: `According to Ann Lee, the auditor, ...`; `As Mora put it, ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import people_words
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases import NAME_PARTS
from annotators.quotes.phrases.after import phrase_after
from annotators.quotes.phrases.offices import head_of, is_office
from annotators.quotes.phrases.subjects import looks_past, subject_of
from annotators.quotes.saying.clauses import Clause
from annotators.quotes.saying.cues import cue_at

__all__ = ["FRONTED", "find_fronted"]

FRONTED: Final = "with its source in front"
"""The lemma of such claims: the rule knows for certain where the source ends and the content begins."""
_LEADS: Final = (("according", "to"), ("in", "the", "words", "of"))
"""Words that introduce a source before the content."""
_SURE: Final = 0.95
_FARTHEST: Final = 60
"""The tokens in which the comma that ends the source is searched for."""
_LONGEST_ASIDE: Final = 25
_SHORTEST: Final = 3
"""The fewest tokens of content without a quotation."""
_NOTING: Final = frozenset("argue explain insist note observe point put say tell warn".split())
_TENSES: Final = ("past", "third", "base")
_FIXED: Final = {"put": ("it",), "point": ("out",), "tell": ("me", "reporters", "them", "us")}
"""What must follow these verbs for their clause to attribute what comes next."""
_RELATIVES: Final = frozenset("who whose which whom".split())
_SOME: Final = frozenset("a an another one".split())
_OWN: Final = frozenset("the his her its their".split())
_AGES: Final = frozenset(("aged", "of", "now", "then"))
_EXAMPLES: Final = frozenset(("including", "among", "such"))
_AT_WORK: Final = frozenset("based citing quoting speaking writing".split())
_PLACED: Final = frozenset(("at", "in", "from", "near", "of"))
_MANY: Final = frozenset("crew family media people police staff".split())
_UNCLOSED: Final = frozenset(("and", "but", "or", "like", "unlike", "along", "alongside", "as", "with"))


def find_fronted(tokens: Sequence[Token]) -> tuple[Claim, Clause] | None:
    """The claim of a sentence that opens with its source, and the clause that names the source."""
    for at in range(min(2, len(tokens) - 1)):
        begin = next((at + len(words) for words in _LEADS if _reads(tokens, at, words)), None)
        if begin is not None:
            comma = _end_of_source(tokens, begin)
            return _claim(tokens, (at, begin), (begin, comma), comma) if comma is not None and comma > begin else None
        if tokens[at].lower == "as":
            return _as_put(tokens, at) if not at or tokens[0].kind != "quote" else None
    return None


def _reads(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return [token.lower for token in tokens[at : at + len(words)]] == list(words)


def _claim(
    tokens: Sequence[Token], cue: tuple[int, int], source: tuple[int, int], comma: int
) -> tuple[Claim, Clause] | None:
    last = len(tokens)
    while last > comma and tokens[last - 1].text in (".", "!", "?", ","):
        last -= 1
    if last - comma < _SHORTEST and not any(token.kind == "quote" for token in tokens[comma:last]):
        return None
    rule = f"its source stands in front: {' '.join(token.lower for token in tokens[slice(*cue)])}"
    clause = Clause(min(cue[0], source[0]), last, cue, source, rule, _SURE)
    said, by, of = (Span(tokens[first].start, tokens[end - 1].end) for first, end in ((comma + 1, last), cue, source))
    return Claim((said,), by, of, rule, _SURE, lemma=FRONTED), clause


def _as_put(tokens: Sequence[Token], at: int) -> tuple[Claim, Clause] | None:
    """`As Mora put it, ...`; `As one diver noted on Friday, ...`."""
    comma = next((p for p in range(at + 2, min(len(tokens) - 1, at + _FARTHEST)) if tokens[p].text in ",:"), None)
    while comma is not None:
        verb = _noting_before(tokens, at + 1, comma)
        if verb is not None:
            subject = subject_of(tokens, verb[0])
            if subject is not None and subject.first == at + 1:
                said = _past_participle(tokens, comma)
                return _claim(tokens, (subject.group, verb[1]), (subject.first, subject.last), said)
        comma = next(
            (p for p in range(comma + 1, min(len(tokens) - 1, at + _FARTHEST)) if tokens[p].text in ",:"), None
        )
    return None


def _past_participle(tokens: Sequence[Token], comma: int) -> int:
    """The colon before a quotation, past a participle of the speaker: `as she put it, leaning out: "..."`."""
    colon = next((at for at in range(comma + 1, len(tokens) - 1) if tokens[at].text == ":"), None)
    if colon is None or tokens[colon + 1].kind != "quote" or not tokens[comma + 1].lower.endswith("ing"):
        return comma
    return colon


def _noting_before(tokens: Sequence[Token], first: int, comma: int) -> tuple[int, int] | None:
    """The verb of an attributing clause up to a comma, and the end of its cue; `None` if the clause has content."""
    for at in range(comma - 1, max(first, comma - 9), -1):
        cue = cue_at(tokens, at)
        lemma = "put" if tokens[at].lower in ("put", "puts") else cue.lemma if cue and cue.tense in _TENSES else ""
        if lemma not in _NOTING:
            continue
        rest = tokens[at + 1 : comma]
        fixed = _FIXED.get(lemma, ())
        if fixed:
            if not rest or rest[0].lower not in fixed:
                return None
            rest = rest[1:]
        placed = not rest or rest[0].lower in word_set("prepositions") | word_set("times") | word_set("adverbs")
        return (at, at + 1 + (bool(fixed) and lemma != "tell")) if placed else None
    return None


def _end_of_source(tokens: Sequence[Token], begin: int) -> int | None:
    """The comma between a source, with what describes it, and the content: the last before a clause, or the first."""
    commas = list(_commas(tokens, begin))
    return next((comma for comma in reversed(commas[1:]) if _opens_clause(tokens, comma + 1)), *commas[:1] or (None,))


def _commas(tokens: Sequence[Token], begin: int) -> Iterator[int]:
    """The comma after a source, and those after the asides that may describe it."""
    stop = min(len(tokens) - 1, begin + _FARTHEST)
    comma = next((at for at in range(begin, stop) if tokens[at].text == ","), None)
    source = comma
    while comma is not None and source is not None:
        yield comma
        end = next((at for at in range(comma + 1, min(stop, comma + _LONGEST_ASIDE)) if tokens[at].text == ","), None)
        if end is None or not _describes(tokens, (begin, source), (comma + 1, end)):
            return
        comma = end


def _describes(tokens: Sequence[Token], source: tuple[int, int], aside: tuple[int, int]) -> bool:
    """Whether the words between two commas may describe or name the source."""
    first, end = aside
    opening = tokens[first].lower
    if opening not in _RELATIVES and cue_at(tokens, end - 1) is not None:
        return False  # `a sign outside read,` introduces what follows
    if any(token.kind == "quote" for token in tokens[first:end]):
        return opening in _RELATIVES
    if opening in _RELATIVES or opening in _EXAMPLES or opening in _AT_WORK:
        return True
    if tokens[first].text[:1].isdigit() or opening in _AGES:
        return end - first <= 3
    named = tokens[source[1] - 1].is_capital or tokens[source[1] - 1].text == ")"
    if opening in _SOME:
        return not _is_clause(tokens, first, end)
    if opening in _OWN or not tokens[first].is_capital:
        head = head_of(tokens[first:end]) or ""
        return named and not _is_clause(tokens, first, end) and (opening in _OWN or is_office(head))
    nameless = _may_be_called(tokens[slice(*source)]) or _is_place(tokens, source, end - first)
    return nameless and _is_name(tokens[first:end])


def _is_clause(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the noun there has its own verb: `a man was shot`, but not `a lawyer based in York`."""
    phrase = phrase_after(tokens, first)
    if phrase is None or phrase.head >= end:
        return phrase is None
    verb = tokens[phrase.head]
    following = tokens[phrase.head + 1].lower if phrase.head + 1 < end else ""
    passive = verb.lower.endswith("ed") and following in word_set("prepositions")
    return not passive and (verb.lower in word_set("auxiliaries") or looks_past(verb))


def _is_name(words: Sequence[Token]) -> bool:
    """Whether the words are one name and nothing else."""
    named = all(token.is_capital or token.lower in NAME_PARTS or token.text in (".", "-") for token in words)
    return named and words[0].lower not in word_set("times") and len(words) <= 6


def _may_be_called(source: Sequence[Token]) -> bool:
    """Whether a source is one person or body without a name: `the company's auditor`."""
    head = source[-1]
    if head.is_capital or head.kind != "word":
        return False
    if head.lower in people_words("nouns", "papers") | word_set("times") | _MANY:
        return False
    return not head.lower.endswith("s") or head.lower.endswith("ss")


def _is_place(tokens: Sequence[Token], source: tuple[int, int], words: int) -> bool:
    """Whether a source ends in a place after which a country or state may follow: `officials in Leeds, England,`."""
    last = source[1] - 1
    return words <= 2 and tokens[last].is_capital and tokens[last - 1].lower in _PLACED


def _is_past(token: Token) -> bool:
    return not token.is_capital and (token.lower in word_set("pasts") or token.lower.endswith("ed"))


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with its own subject begins here, and not the verb of what precedes."""
    if at >= len(tokens):
        return False
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "quote":
        return True
    if not token.is_word or token.lower in word_set("auxiliaries") | _RELATIVES | _UNCLOSED:
        return False
    if following is None or following.text == "," or _is_past(token):
        return False
    if token.is_capital and following.lower == "and" and tokens[min(at + 2, len(tokens) - 1)].is_capital:
        return False
    phrase = phrase_after(tokens, at)
    if phrase is not None and phrase.head + 1 < len(tokens) and tokens[phrase.head].text == ",":
        verb = tokens[phrase.head + 1]
        if verb.lower in word_set("auxiliaries") or _is_past(verb):
            return False  # itself an aside: `Reed, the auditor, was seen`
    verbs = (word.lower in word_set("auxiliaries") or looks_past(word) for word in tokens[at + 1 :])
    return any(verbs)
