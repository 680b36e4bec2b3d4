"""Content with its clause of saying after or inside it: "...," said Zarif; ..., he said, ...; ..., according to her."""

from __future__ import annotations

from collections.abc import Sequence

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.lexicon import word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.subjects import Subject
from annotators.quotes.saying.clauses import Clause, clause_at, is_bare_office
from annotators.quotes.saying.cues import cue_at, frame_at, likelihood
from annotators.quotes.saying.evidence import signs_of
from annotators.quotes.saying.fronted import find_fronted
from annotators.quotes.saying.weighing import Judge, weigh

__all__ = ["find_parenthetical"]

_LEAST_WORDS = 2
_SAYS_ON = 0.5
_CONDITIONS = frozenset(("because", "if", "unless"))
"""Conjunctions that continue unquoted content: `The plan works, she said, if the council pays.`"""


def find_parenthetical(tokens: Sequence[Token], judge: Judge = weigh) -> tuple[list[Claim], list[Clause]]:
    """The claims of a sentence with a clause of saying after or inside the content, and these clauses."""
    clauses: list[Clause] = []
    front = find_fronted(tokens)
    if front is not None:
        return [front[0]], [front[1]]
    at = 1
    while at < len(tokens):
        clause = clause_at(tokens, at)
        if clause is not None:
            clauses.append(clause)
            at = clause.last
        else:
            at += 1
    claims = []
    held = []
    reached = 0
    for number, clause in enumerate(clauses):
        limit = clauses[number + 1].first if number + 1 < len(clauses) else len(tokens)
        claim = _claim(tokens, reached, clause, limit, judge)
        if claim is not None:
            claims.append(claim[0])
            held.append(clause)
            reached = claim[1]
    return claims, held


def _claim(tokens: Sequence[Token], reached: int, clause: Clause, limit: int, judge: Judge) -> tuple[Claim, int] | None:
    """The claim of a clause, from the content before it (since `reached`) and after it, and the token where it ends."""
    left = _left_content(tokens, reached, clause)
    right = _right_content(tokens, clause, limit)
    if left is not None and right is not None and _is_lead_in(tokens, left, right):
        left = None
    pieces = [piece for piece in (left, right) if piece is not None]
    if not pieces:
        return None
    spans = tuple(Span(tokens[first].start, tokens[last - 1].end) for first, last in pieces)
    quoted = any(tokens[at].kind == "quote" for first, last in pieces for at in range(first, last))
    if left is None and not quoted:
        return None
    cue = Span(tokens[clause.cue[0]].start, tokens[clause.cue[1] - 1].end)
    speaker = Span(tokens[clause.speaker[0]].start, tokens[clause.speaker[1] - 1].end) if clause.speaker else None
    score = min(0.97, 0.55 + 0.4 * clause.rate + (0.05 if quoted else 0.0))
    claim = Claim(spans, cue, speaker, clause.rule, score)
    reaches = (right or (0, clause.last))[1]
    signs = () if quoted else _signs(tokens, clause, left or right or (0, 0))
    judged = judge(claim, signs) if signs else claim
    return (judged, reaches) if judged is not None else None


def _signs(tokens: Sequence[Token], clause: Clause, content: tuple[int, int]) -> tuple[str, ...]:
    """The features of a clause of saying after content without quotation marks; empty if it is not to be judged."""
    at = clause.cue[1] - 1
    cue = cue_at(tokens, at)
    if cue is None or clause.speaker is None:
        return ()
    ends = clause.last >= len(tokens) - 1 or cue.tense == "base"  # `The law, say critics, is void`
    if ends and clause.speaker[0] > at and is_bare_office(tokens, *clause.speaker):
        return ()  # the style of headlines, which the ranker has not seen
    how = "inverted clause" if clause.speaker[0] > at else "clause after"
    return signs_of(tokens, at, cue, Subject(*clause.speaker, clause.cue[0], how), content)


def _is_lead_in(tokens: Sequence[Token], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the words before the clause only introduce a quotation after it: `Asked why, he said: ...`."""
    if tokens[right[0]].kind != "quote" or any(token.kind == "quote" for token in tokens[slice(*left)]):
        return False
    word = tokens[left[0]].lower
    return word in word_set("subordinators") | word_set("prepositions") | {"asked", "pressed"} or word.endswith("ing")


def _left_content(tokens: Sequence[Token], reached: int, clause: Clause) -> tuple[int, int] | None:
    """The tokens `[first, last)` of the content before a clause, from `reached` on; `None` if there is none."""
    first, last = _without_edges(tokens, reached, clause.first)
    quote = _last_quote(tokens, first, last)
    if (
        quote is not None
        and quote > first
        and tokens[quote - 1].text in (":", ",", ".", "?", "!")
        and quote == last - 1
    ):
        first = quote
    if last <= first:
        return None
    if not any(tokens[at].kind == "quote" for at in range(first, last)):
        stop = next((at for at in range(last - 1, first, -1) if tokens[at].text in (":", ";")), None)
        first = first if stop is None else stop + 1  # `She is careful: the team, she says, cannot rule it out`
        words = sum(tokens[at].is_word for at in range(first, last))
        if words < _LEAST_WORDS:
            return None
    return first, last


def _without_edges(tokens: Sequence[Token], reached: int, end: int) -> tuple[int, int]:
    """The tokens from `reached` to `end` without punctuation at their edges, and without `and` before a quotation."""
    last = end
    while last > reached and tokens[last - 1].text in (",", "—", "–", "--"):
        last -= 1
    first = reached
    while first < last and (
        tokens[first].text in (",", ";", "—", "–", "--", ":", ".")
        or (
            first == reached
            and tokens[first].lower in ("but", "and")
            and first + 1 < last
            and tokens[first + 1].kind == "quote"
        )
    ):
        first += 1
    return first, last


def _last_quote(tokens: Sequence[Token], first: int, last: int) -> int | None:
    return next((at for at in range(last - 1, first - 1, -1) if tokens[at].kind == "quote"), None)


def _right_content(tokens: Sequence[Token], clause: Clause, limit: int) -> tuple[int, int] | None:
    """The content after the clause in the same sentence: a quotation, or the rest after a comma."""
    at = clause.last
    if at >= limit:
        return None
    skipped = at
    while skipped < limit and tokens[skipped].text in (",", ":", "—", "–", "--", ".", ";"):
        skipped += 1
    if skipped < limit and tokens[skipped].kind == "quote":
        return skipped, skipped + 1
    if tokens[at].text != "," or at + 1 >= limit:
        return None
    following = tokens[at + 1]
    left_quoted = tokens[clause.first - 1].kind == "quote" or tokens[clause.first - 2].kind == "quote"
    later = next((p for p in range(at + 1, limit) if tokens[p].kind == "quote"), None)
    if later is not None:
        return _up_to_quote(tokens, at + 1, later, left_quoted)
    if (
        left_quoted
        or (following.lower.endswith("ing") and following.lower != "including")
        or following.lower in word_set("subordinators") - _CONDITIONS
    ):
        return None
    if following.lower in ("who", "which", "whose", "according", "citing") or following.lower in (
        word_set("participles_before") | word_set("conjunctions")
    ):
        return None
    last = limit
    while last > at + 1 and tokens[last - 1].text in (".", ",", ";", "!", "?"):
        last -= 1
    return (at + 1, last) if last - at > 3 - (following.lower in word_set("auxiliaries")) else None


def _up_to_quote(tokens: Sequence[Token], first: int, quote: int, left_quoted: bool) -> tuple[int, int] | None:
    """The content after the comma before `first`, up to a later quotation: the quotation only, or everything."""
    if _says_on(tokens, first, quote):
        return None
    tells = _tells_between(tokens, first, quote)
    if tells and left_quoted:
        return None
    opens = tells or tokens[first].lower in ("and", "but", "or", "because", "so", "though", "while", "that")
    near = quote - first < 4 and not tokens[first].lower.endswith("ing")
    return (first if opens or near else quote), quote + 1


def _says_on(tokens: Sequence[Token], first: int, quote: int) -> bool:
    """Whether another verb of saying introduces a later quotation: `..., adding that "..."`."""
    for at in range(max(first, quote - 3), quote):
        cue = cue_at(tokens, at)
        if cue is not None and cue.tense in ("ing", "past", "third"):
            return likelihood(cue, frame_at(tokens, at)) > _SAYS_ON
    return False


def _tells_between(tokens: Sequence[Token], first: int, quote: int) -> bool:
    """Whether the writer narrates before a later quotation: `... he said, but the crowd had left and "..."`."""
    return any(token.lower in word_set("auxiliaries") | word_set("pasts") for token in tokens[first:quote])
