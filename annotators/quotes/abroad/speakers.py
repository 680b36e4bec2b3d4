"""Clauses of saying beside a quotation in other languages: the verb, and the speaker beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotators.annotation import Span
from annotators.quotes.abroad.words import Saying

__all__ = ["Attribution", "attribution_after", "attribution_before", "attribution_within", "speaker_that_opens"]

_TOKEN: Final = re.compile(
    r"(?<!\w)(?:[^\W\d_]|Dipl|Dr|Ing|Mag|Mme|Mr|Ms|Prof|Sr|Sra|St|Univ)\.(?:-\w+\.?)?|[^\W_][\w’'-]*(?:‘(?=\s[A-ZÄÖÜ]))?|\S"
)
"""An abbreviation, a word or a punctuation character."""
_WORD: Final = re.compile(r"[^\W_]")
_AFTER: Final = re.compile(r"[\s,]*(?:[–—-]\s+)?")
_REACH: Final = 160
"""The most code points from a quotation to its clause of saying."""
_LONGEST: Final = 12
"""The most tokens of a speaker."""
_FEW: Final = 3
"""The most words of a speaker that has neither a capital nor an article."""
_STEPS: Final = 3
"""The most words between a verb and its speaker."""
_SENTENCE_END: Final = re.compile(r"(?<![A-ZÀ-Þ])(?<!\bDr)(?<!\bSt)[.!?…][\"»”“«’)]*\s+")
_PARTED: Final = re.compile(r"[,!?…–—][\"»”“]?\s*\Z")
_PARTED_WITHIN: Final = 20
"""The most code points from the punctuation that ends the speech to the verb."""
_DASH_BEFORE: Final = re.compile(r"[–—]\s*\Z")
_THAT: Final = re.compile(r"\s+qu['’e]")
_ELIDED: Final = re.compile(r"[LlDd]['’]|[Uu]n['’]")
_ELIDED_INSIDE: Final = re.compile(r"(?:d|dell|nell|all|sull)['’]\w")
_ASIDE: Final = re.compile(r",(?:\s+[^\W\d_A-ZÀ-Þ]+){1,4},(?=\s+[A-ZÀ-Þ])")
"""What may stand between commas before a name: `lamenta, por su parte, Iris Avellaneda`."""
_BRACKETS: Final = re.compile(r"\s*\([^()\n]{1,40}\)")
_LED_TO: Final = re.compile(r",?(?:\s+[^\W\d_]+){0,3}\s*\Z")
"""What may stand between a source and what it says in marks: `Laut Merten sei das „eine Schande“`."""


class Attribution(NamedTuple):
    """The words that attribute speech: the verb or `according to`, and the speaker, if there is one."""

    cue: Span
    speaker: Span | None

    @property
    def end(self) -> int:
        """Code point after both."""
        return max(self.cue.end, self.speaker.end if self.speaker else 0)


class _Token(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        return _WORD.match(self.text) is not None


def attribution_after(text: str, start: int, end: int, saying: Saying) -> Attribution | None:
    """The clause after a quotation that ends at `start`, in a block that ends at `end`: `, sagte Mora am Montag`."""
    stop = min(end, start + _REACH)
    gap = _AFTER.match(text, start, stop)
    at = gap.end() if gap else start
    if saying.inverted and (verb := saying.inverted.match(text, at, stop)):
        if verb["who"]:
            return Attribution(Span(*verb.span()), Span(*verb.span("who")))
        if saying.cue.fullmatch(verb["now"]):
            return Attribution(Span(*verb.span("now")), Span(*verb.span("one")))
    found = saying.cue.match(text, at, stop) or saying.source.match(text, at, stop)
    if found is None:
        return None
    aside = _ASIDE.match(text, found.end(), stop)
    speaker = _speaker_behind(text, aside.end() if aside else found.end(), stop, saying)
    if speaker and _THAT.match(text, speaker.end):
        speaker = None  # `d'après le récit qu'elle livre`
    return Attribution(Span(*found.span()), speaker)


def attribution_within(text: str, start: int, end: int, saying: Saying) -> Attribution | None:
    """The first clause of saying after a comma, a dash or the end of a sentence, in speech that a dash opens."""
    for found in saying.cue.finditer(text, start, end):
        near = max(start, found.start() - _PARTED_WITHIN)
        if _PARTED.search(text, near, found.start()):
            speaker = _speaker_behind(text, found.end(), min(end, found.end() + _REACH), saying)
            if speaker is not None or _DASH_BEFORE.search(text, near, found.start()):
                return Attribution(Span(*found.span()), speaker)
    return None


def attribution_before(text: str, start: int, at: int, saying: Saying) -> Attribution | None:
    """The clause before a quotation at `at`, in a block that begins at `start`: `Mora sagte am Montag: `."""
    lead = text[max(start, at - _REACH) : at].rstrip()
    first = max(start, at - _REACH)
    ends = [match.end() + first for match in _SENTENCE_END.finditer(lead)]
    begin = ends[-1] if ends else first
    if begin == first and first > start:
        return None  # the sentence is longer than `_REACH`
    if lead[-1:] != ":":
        return _source_before(text, begin, at, saying)
    colon = first + len(lead) - 1
    cues = list(saying.cue.finditer(text, begin, colon))
    if not cues:
        return None
    cue = cues[-1]
    speaker = _speaker_in_front(text, begin, cue.start(), saying) or _speaker_behind(text, cue.end(), colon, saying)
    return Attribution(Span(*cue.span()), speaker)


def speaker_that_opens(text: str, start: int, end: int, saying: Saying) -> Span | None:
    """The person a sentence begins with: a name or a role before a verb of saying, or the role of a person."""
    stop = min(end, start + _REACH)
    tokens = list(_tokens(text, start, stop))
    if not tokens or tokens[0].text.lower() in saying.openings | saying.pronouns:
        return None
    first = tokens[0]._replace(text=tokens[0].text[:1].lower() + tokens[0].text[1:])
    described = first.text in saying.articles
    found = _phrase([first if described else tokens[0], *tokens[1:]], saying)
    if found is None:
        return None
    role = tokens[1] if described and len(tokens) > 1 and tokens[1].text in saying.people else None
    if role is not None:
        return _role(tokens, found, saying)
    return found if saying.cue.match(text, min(found.end + 1, stop), stop) else None


def _role(tokens: Sequence[_Token], found: Span, saying: Saying) -> Span:
    """The role of a person with its complements and name, without the verb: `El ministro de Defensa | compareció`."""
    at = 2
    while at < len(tokens) and tokens[at].end <= found.end:
        inside = tokens[at].text in saying.inside and at + 1 < len(tokens) and tokens[at + 1].end <= found.end
        if not (inside or tokens[at].is_capital or tokens[at].text == ","):
            break
        at += 2 if inside else 1
    return Span(found.start, tokens[at - 1].end)


def _source_before(text: str, begin: int, at: int, saying: Saying) -> Attribution | None:
    """The source at the beginning of a sentence whose quotation begins at `at`: `Selon le procureur, « rien ... »`."""
    found = saying.fronted.match(text, begin, at)
    speaker = _speaker_behind(text, found.end(), at, saying) if found else None
    if found is None or speaker is None or not _LED_TO.match(text, speaker.end, at):
        return None
    if not text[speaker.end : at].strip() and not text[at + 1 : at + 3].strip(" \xa0")[:1].islower():
        return None  # a title beside its noun: `Selon le livre « Les Misérables »`
    return Attribution(Span(*found.span()), speaker)


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        yield _Token(match.start(), match.end(), match.group())


def _speaker_behind(text: str, start: int, end: int, saying: Saying) -> Span | None:
    """The words for a speaker directly after a verb of saying, or after a few words in between."""
    if text[start : start + 1] not in (" ", "\xa0", "\n"):
        return None
    tokens = list(_tokens(text, start, end))[: _LONGEST + _STEPS]
    for skipped in range(min(_STEPS, len(tokens)) + 1):
        rest = tokens[skipped:]
        if rest and rest[0].text in saying.pronouns:
            return Span(rest[0].start, rest[0].end)
        if found := _phrase(rest, saying):
            return found
        if not rest or rest[0].text not in saying.between:
            return None
    return None


def _speaker_in_front(text: str, start: int, end: int, saying: Saying) -> Span | None:
    """The words for a speaker between the beginning of a sentence and its verb of saying, or a lead-in before them."""
    found = _subject(text, start, end, saying)
    comma = text.rfind(",", start, max(start, end - 1)) if "lead-ins" in saying.traits else -1
    while found is None and comma > start:
        found = _subject(text, comma + 1, end, saying)
        comma = text.rfind(",", start, comma)
    return found


def _subject(text: str, start: int, end: int, saying: Saying) -> Span | None:
    tokens = list(_tokens(text, start, end))
    if not tokens or tokens[0].text.lower() in saying.openings:
        return None
    if tokens[0].text.lower() in saying.pronouns:
        return Span(tokens[0].start, tokens[0].end) if len(tokens) == 1 else None
    first = tokens[0]._replace(text=tokens[0].text[:1].lower() + tokens[0].text[1:])
    described = first.text in saying.articles or _ELIDED.match(first.text) or not saying.articles
    lowered = [first if described else tokens[0], *tokens[1:]]
    found = _phrase(lowered, saying)
    rest = [token for token in tokens if found and token.start >= found.end]
    if rest and rest[0].text in (",", "("):
        if rest[-1].text == {",": ",", "(": ")"}[rest[0].text]:
            rest = []
        elif rest[0].text == "(" and (aside := _BRACKETS.match(text, rest[0].start, end)):
            rest = [token for token in rest if token.start >= aside.end()]
    return found if not rest else None


def _phrase(tokens: Sequence[_Token], saying: Saying) -> Span | None:
    """The words for a speaker at the start of the tokens: `el ministro de Exteriores`, `Meteorologin Corinna Borau`."""
    if not tokens or not _begins(tokens[0], saying):
        return None
    described = not tokens[0].is_capital
    taken = 1
    for at, token in enumerate(tokens[1:_LONGEST], 1):
        joined = token.text in saying.joins and at + 1 < len(tokens) and tokens[at + 1].is_capital
        if token.text == "," and tokens[at - 1].text.endswith("-"):
            continue  # `der Gesundheits-, Sozial- und Integrationsdirektor`
        if not token.is_word or not (joined or _goes_on(tokens[at - 1], token, saying, described=described)):
            break
        taken = at + 1
    while taken and tokens[taken - 1].text in saying.inside | saying.articles:
        taken -= 1
    if not taken or not _is_whole(tokens[:taken], saying):
        return None
    taken = _end_of_name(tokens, taken, saying)
    last = tokens[taken - 1]
    return Span(tokens[0].start, last.end - 1 if last.text[1:] == "." else last.end)  # no name ends in an initial


def _end_of_name(tokens: Sequence[_Token], taken: int, saying: Saying) -> int:
    """The end of the words for a speaker with a name behind a comma: `la ministre de la Culture, Claire Vasseur,`."""
    if taken + 1 >= len(tokens) or tokens[taken].text != "," or not any(one.text.islower() for one in tokens[:taken]):
        return taken
    at = taken + 1
    if not tokens[at].is_capital:
        return taken
    while at < len(tokens) and (tokens[at].is_capital or tokens[at].text in saying.inside) and tokens[at].is_word:
        at += 1
    ends = at == len(tokens) or not tokens[at].is_word
    return at if at > taken + 1 and ends and tokens[at - 1].is_capital else taken


def _is_whole(words: Sequence[_Token], saying: Saying) -> bool:
    """Whether words make a whole speaker: they have a name, or an article and a noun, or what the language allows."""
    if words[0].is_capital or _ELIDED.match(words[0].text):
        return True
    if words[0].text in saying.articles:
        return len(words) > 1
    return any(word.is_capital for word in words) or ("bare" in saying.traits and len(words) <= _FEW)


def _begins(token: _Token, saying: Saying) -> bool:
    if token.is_capital:
        return token.is_word and token.text.lower() not in saying.ends
    if token.text in saying.articles or _ELIDED.match(token.text):
        return True
    bare = not saying.traits.isdisjoint(("bare", "titled")) and token.text[:1].isalpha()
    return bare and token.text not in saying.ends | saying.between | saying.openings | saying.inside | saying.joins


def _goes_on(before: _Token, token: _Token, saying: Saying, *, described: bool) -> bool:
    """Whether a word still belongs to the speaker, and does not begin what follows: `Merz | dem Sender`."""
    if token.text.startswith(("qu'", "qu’")):
        return False
    if token.is_capital or before.text.lower() in saying.inside or before.text == ",":
        return True
    if _ELIDED_INSIDE.match(token.text):
        return True
    if before.is_capital:
        return token.text in saying.inside or (described and token.text in ("der", "des"))
    return token.text not in saying.ends and token.text not in saying.joins
