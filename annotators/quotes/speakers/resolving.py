"""Whom the words that name a speaker stand for: names, pronouns, `the minister`, `the government`, @handles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from annotators.annotation import Entity, Mark, Mention, Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.gender import gender_of_name, gender_of_noun, people_words
from annotators.quotes.english.lexicon import table, word_set
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.phrases.offices import Office, head_of, is_office, office_words, singular
from annotators.quotes.saying.repeats import REPEATED
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.descriptions import called_so, described_so, of_that_age
from annotators.quotes.speakers.places import may_be_called
from annotators.quotes.speakers.pronouns import (
    PRONOUNS,
    Resolution,
    is_introduced,
    last_on_stage,
    resolve_pronoun,
)
from annotators.quotes.turns.parties import Parties

__all__ = ["THRESHOLD", "Resolution", "resolve_speakers"]

THRESHOLD: Final = 0.5
"""How sure a resolution has to be; below that a statement stays unattributed."""

_PERSON: Final = frozenset(("PERSON",))
_COUNTRIES: Final = frozenset(("GPE",))
_SITES: Final = frozenset(("FAC", "GPE", "LOC"))
_WHERE = re.compile(r"\b(?:at|in|near|outside)(?: both)?(?: [A-Z][\w.’'-]+(?:,| and|, and))* $")
_FROM_WHERE = re.compile(r"\b(?:from|of)(?: [A-Z][\w.’'-]+(?:,| and|, and)?)* $")
_THROUGH = re.compile(r"\b(?:through|under) (?:the )?$")
_BY_NAME: Final = 0.9
_REACH: Final = 24
_TRADES: Final = frozenset(
    "airline brewer broadcaster builder carmaker contractor developer insurer landlord lender maker manufacturer "
    "operator owner producer publisher retailer supplier".split()
)
_OTHERS_THAN_THE_ACCUSED: Final = frozenset(
    "attorney barrister coroner detective inspector judge lawyer magistrate officer prosecutor sheriff "
    "solicitor".split()
)
"""Offices of those in a court who are never whoever was told of last: that is whom the case is about."""
_ITS_OWN: Final = frozenset("letter memo notice release statement".split())
"""Papers by which a body speaks: `The statement said ... It` is the body."""
_ANY: Final = frozenset(("he", "she", "they", "it"))
_PAPERS: Final = frozenset("email letter letters memo message note petition".split())
_PAPER_OF = re.compile(
    r"['’]s? (?:[a-z]+ )?(account|autobiography|book|diary|e?-?mail|essay|lawsuit|letter|memoir|message|post|reply|"
    r"statement|testimony|tweet)s? ?"
)
_SPOKEN_FOR = re.compile(r"^spokes(?:man|woman|person|people)$|^representative$")
_NEXT = re.compile(r"\n\s*")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_IGNORED: Final = frozenset(
    "former ex new current longtime long-time late top senior then outgoing incoming acting republican democratic gop "
    "democrat presidential veteran embattled famous own".split()
)


def resolve_speakers(
    text: str,
    claims: Sequence[Claim],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    marks: Sequence[Mark] = (),
    parties: Parties | None = None,
) -> list[Resolution | None]:
    """For each claim, in text order, whom its speaker stands for; `None` where nothing is sure enough.

    `parties` are those of an interview, where the article is one.
    """
    contents = [span for claim in claims if claim.speaker is not None for span in claim.content]
    cast = Cast.of(text, list(mentions), list(entities), marks, contents)
    resolver = _Resolver(cast, parties or Parties())
    # what a heading repeats has its speaker further down, who is not known before those in between
    order = sorted(range(len(claims)), key=lambda at: claims[at].rule == REPEATED)
    found = {at: resolver.resolve(claims[at]) for at in order}
    return [found[at] for at in range(len(claims))]


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause that only adds something begins: `The company, which employs 9,000,`."""
    return tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in ("which", "who", "whose")


class _Resolver:
    """Resolves claims in order: who spoke last is the best guess for who goes on."""

    def __init__(self, cast: Cast, parties: Parties) -> None:
        self._cast = cast
        self._parties = parties
        self._turners: set[str] = set()
        self._spoken: list[tuple[int, str]] = []
        self._by_span: dict[Span, Resolution] = {}
        self._strangers: list[tuple[int, frozenset[str]]] = []

    def resolve(self, claim: Claim) -> Resolution | None:
        if claim.speaker is None or not self._cast.mentions:
            return None
        found = self._by_span.get(claim.speaker) or (self._in_turn(claim) if claim.part else self._find(claim.speaker))
        if claim.part and found:
            self._turners.add(found.entity)
        elif claim.turn and found and found.entity in self._turners and found.score < _BY_NAME:
            return None  # those who talk to each other say `I` and `you`: `he`, `the mayor` are others
        if found is None or found.score < THRESHOLD:
            self._strangers.append((claim.speaker.start, self._called_by(claim.speaker)))
            return None
        self._by_span[claim.speaker] = found
        if claim.part == "question":
            return found  # whoever asks is not the one that a story goes on about
        self._spoken.append((max(claim.end, claim.speaker.start) if not claim.carried else claim.end, found.entity))
        return found

    def _in_turn(self, claim: Claim) -> Resolution | None:
        """Who speaks in a turn, by its label or as a party of the interview."""
        if claim.speaker is None:
            return None
        entity = self._parties.speaker(self._cast.text, claim.speaker, claim.part, self._cast.entities.values())
        if entity is not None:
            return Resolution(entity, 0.85, f"the label of {self._cast.entities[entity].name}")
        return self._named(claim.speaker, tokenize(self._cast.text, *claim.speaker))

    def _find(self, speaker: Span) -> Resolution | None:
        tokens = tokenize(self._cast.text, speaker.start, speaker.end)
        if not tokens:
            return None
        word = tokens[0].lower
        if len(tokens) == 1 and word in PRONOUNS:
            found = resolve_pronoun(self._cast, self._spoken, speaker.start, PRONOUNS[word])
            return None if found is not None and self._is_overtaken(found.entity, speaker.start, word) else found
        bare = tokens[: next((at for at in range(1, len(tokens)) if _is_relative(tokens, at)), len(tokens))]
        return (
            self._named(speaker, tokens)
            or self._nominal(speaker, bare)
            or of_that_age(self._cast, self._spoken, speaker)
            or self._untagged(tokens)
            or described_so(self._cast, self._spoken, speaker, tokens)
            or called_so(self._cast, speaker, tokens)
        )

    def _called_by(self, speaker: Span) -> frozenset[str]:
        """The pronouns that may go on about a speaker whom no mention names: `Petter`, `The teacher`, `Doctors`."""
        tokens = tokenize(self._cast.text, *speaker)
        if self._is_stranger(tokens):
            return _ANY
        head = head_of(tokens)
        if head is None or tokens[0].lower in PRONOUNS:
            return frozenset()
        if head in people_words("nouns", "papers") - _ITS_OWN:
            return frozenset(("it",))
        someone = is_office(head) or head in people_words("nouns", "people")
        if someone and self._is_plural(tokens, head):
            return frozenset(("they",))
        new = tokens[0].lower in ("a", "an", "another", "one")
        if not new and not is_introduced(self._cast, head, speaker.start):
            return frozenset()  # `the lawyer` may be anyone who was named
        gender = gender_of_noun(head)
        return frozenset({"f": ("she",), "m": ("he",)}.get(gender or "", ("he", "she") if someone else ()))

    def _is_stranger(self, tokens: Sequence[Token]) -> bool:
        """Whether a speaker whom no mention names has the look of a name: `Petter` in `Petter says`."""
        last = tokens[-1].lower if tokens else ""
        known = people_words("nouns", "bodies") | word_set("pronouns_any") | word_set("determiners")
        return (
            0 < len(tokens) <= 3
            and all(token.kind == "word" and token.text.istitle() for token in tokens)
            and singular(last) == last
            and not is_office(last)
            and last not in known
        )

    def _is_overtaken(self, entity: str, at: int, word: str) -> bool:
        """Whether a stranger spoke since whoever a pronoun may stand for was last named; a person's own paragraph."""
        pronoun = PRONOUNS[word]
        stranger, called = next((one for one in reversed(self._strangers) if pronoun in one[1]), (0, _ANY))
        paragraphs = len(_NEXT.findall(self._cast.text, stranger, at))
        away = pronoun in ("he", "she") and paragraphs > (
            called is not _ANY
        )  # `A teacher said ...` goes on in the next
        return bool(stranger) and not away and all(one.entity != entity for one in self._cast.within(stranger, at))

    def _untagged(self, tokens: Sequence[Token]) -> Resolution | None:
        """A surname that the model passed over here and found elsewhere: `Mr. King`."""
        name = tokens[-1]
        if len(tokens) > 4 or name.kind != "word" or not all(token.is_capital for token in tokens):
            return None
        found = {
            entity.id
            for entity in self._cast.entities.values()
            if entity.label == "PERSON"
            and entity.name.split()[-1] == name.text
            and not self._has_other_title(entity.id, tokens)
        }
        if len(found) != 1:
            return None
        entity = found.pop()
        return Resolution(entity, 0.7, f"named: {self._cast.entities[entity].name}")

    def _named(self, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
        """A name that the phrase hangs on: `Iran's Foreign Minister Javad Zarif`, `Another critic, Else Mork`."""
        aside = [found.span() for found in _PARENTHESES.finditer(self._cast.text, *speaker)]
        commas = (token.start for token in tokens if token.text == ",")
        comma = next((at for at in commas if not any(start < at < end for start, end in aside)), speaker.end)
        comma = next((token.start for token in tokens if token.lower == "including" and token.start < comma), comma)
        core = self._cast.within(speaker.start, comma)
        people = [
            one
            for one in core
            if one.label == "PERSON" and not self._possesses(one, comma) and not self._is_governed(one, speaker.start)
        ]
        paper = self._whose_paper(core, comma)
        if paper is not None:
            return paper
        placed = next((one for one in people if self._is_placed(one, comma)), None)
        if placed is not None and placed.entity is not None:
            return Resolution(placed.entity, 0.95, f"named: {self._words(placed)}")
        ending = [one for one in core if self._ends_at(one, comma)]
        head = head_of(tokens) or ""
        several = head != "" and self._is_plural(tokens, head)
        ending = [one for one in ending if one.label not in _SITES or not self._is_where(one, speaker.start, several)]
        ending = [one for one in ending if one.label != "LAW" or not self._is_means(one, speaker.start)]
        named = next((one for one in people if one in ending or self._is_joined(one, speaker.end)), None)
        if named is None and people and not is_office(head) and ending:
            named = people[0]
        if named is None and ending and (ending[0].label != "PERSON" or ending[0] in people):
            named = self._first_of_list(core, ending[0])
        if named is not None and named.label != "PERSON" and comma < speaker.end and is_office(head):
            beside = self._apposed(comma, speaker.end)
            if beside is not None:
                return beside
        if named is not None and named.entity is not None:
            if self._has_other_title(named.entity, tokens):
                return None  # Mrs Drake is not Simon Drake
            return self._metonym(named) or Resolution(named.entity, 0.95, f"named: {self._words(named)}")
        if comma < speaker.end:
            return self._apposed(comma, speaker.end)
        return None

    def _whose_paper(self, core: Sequence[Mention], end: int) -> Resolution | None:
        """Whoever has written what speaks: `Mora's letter`, `Mora's account`."""
        for one in core:
            paper = _PAPER_OF.fullmatch(self._cast.text, one.end, end)
            if paper and one.label == "PERSON" and one.entity is not None:
                return Resolution(one.entity, 0.8, f"the {paper[1]} is that of {self._words(one)}")
        return None

    def _has_other_title(self, entity: str, tokens: Sequence[Token]) -> bool:
        """Whether a title shows a woman where the full name shows a man, or the other way round."""
        title = tokens[0].lower.rstrip(".")
        titled = (
            "f" if title in people_words("titles", "women") else "m" if title in people_words("titles", "men") else None
        )
        name = gender_of_name(self._cast.entities[entity].name)
        return titled is not None and name is not None and titled != name

    def _apposed(self, comma: int, end: int) -> Resolution | None:
        """A name with which an apposition ends: `the bill's author, state Sen. Else Mork,`."""
        stop = self._cast.text.find(",", comma + 1, end)
        stop = end if stop < 0 else stop
        for mention in self._cast.within(comma, stop):
            titled = all(
                part[:1].isupper() or len(part) < 12 for part in self._cast.text[comma + 1 : mention.start].split()
            )
            is_body = mention.label == "ORG" and mention.start == comma + 2 and self._is_body(comma)
            is_person = mention.label == "PERSON" and titled
            if (is_person or is_body) and mention.entity and self._ends_at(mention, stop):
                return Resolution(mention.entity, 0.9, f"named beside it: {self._words(mention)}")
        return None

    def _is_body(self, comma: int) -> bool:
        """Whether the words up to a comma are those for a body, which a name after it is then called."""
        words = self._cast.text[max(0, comma - _REACH) : comma].lower().split()
        head = words[-1] if words else ""
        return head.isalpha() and (singular(head) in people_words("nouns", "bodies") or head in _TRADES)

    def _is_placed(self, mention: Mention, end: int) -> bool:
        """Whether a phrase that says where someone belongs follows: `Nils Fenn of Northern Ferries`."""
        return re.match(r" (?:of|for|from|at|with|in)\b", self._cast.text[mention.end : end]) is not None

    def _first_of_list(self, core: Sequence[Mention], last: Mention) -> Mention:
        first = next(one for one in core if one is last or not self._possesses(one, last.end))
        joined = first.label == last.label and " and " in self._cast.text[first.end : last.start]
        return first if joined else last

    def _possesses(self, mention: Mention, end: int) -> bool:
        return re.match(r"['’]s?\b", self._cast.text[mention.end : end]) is not None

    def _is_governed(self, mention: Mention, start: int) -> bool:
        """Whether someone else is meant: `the lawyer representing Love`, `supporters of Trump`."""
        words = self._cast.text[start : mention.start].lower().split()
        if "to" in words and not _PAPERS.isdisjoint(words):
            return True  # the letter to Mayor Breed is not hers
        while words and (words[-1].endswith(".") or words[-1] in people_words("titles", "men")):
            words.pop()
        if words and words[-1] == "and":
            words = self._before_names(start, mention.start)
        return bool(words) and (words[-1].endswith("ing") or words[-1] in word_set("prepositions") | {"to"})

    def _is_where(self, mention: Mention, start: int, several: bool) -> bool:
        """Whether a place only says where those are who speak: `Regulators in Dublin`, `Residents of Hull`."""
        before = self._cast.text[start : mention.start].removesuffix("the ").removesuffix("The ")
        return _WHERE.search(before) is not None or (several and _FROM_WHERE.search(before) is not None)

    def _is_means(self, mention: Mention, start: int) -> bool:
        """Whether a law only gave what speaks: `papers obtained under the Freedom of Information Act`."""
        return _THROUGH.search(self._cast.text, max(0, start - _REACH), mention.start) is not None

    def _before_names(self, start: int, end: int) -> list[str]:
        """The words before the first of several names: `The families of Joan and Peter Hale`; none unless of many."""
        words = self._cast.text[start:end].split()[:-1]
        while words and words[-1][:1].isupper():
            words.pop()
        return [word.lower() for word in words] if any(singular(word) != word for word in words) else []

    def _ends_at(self, mention: Mention, end: int) -> bool:
        rest = _PARENTHESES.sub("", self._cast.text[mention.end : end]).strip(" ,.'’\"”")
        return not rest

    def _is_joined(self, mention: Mention, end: int) -> bool:
        return self._cast.text[mention.end : end].startswith((" and ", " or "))

    def _words(self, mention: Mention) -> str:
        return self._cast.text[mention.start : mention.end]

    def _metonym(self, mention: Mention) -> Resolution | None:
        """A capital that speaks for its country, where the article names the country."""
        if mention.label != "GPE":
            return None
        country = table("people")["capitals"].get(self._words(mention).lower().replace(" ", "-"))
        if country is None:
            return None
        for entity in self._cast.entities.values():
            if entity.label == "GPE" and entity.name.lower() == country.lower():
                return Resolution(entity.id, 0.7, f"{self._words(mention)} speaks for {entity.name}")
        return None

    def _nominal(self, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
        """`the minister`, `Iran's government`, `a spokeswoman for Lantern Trust`."""
        head = head_of(tokens)
        if head is None:
            return None
        if _SPOKEN_FOR.match(head):
            body = self._body_in(speaker)
            if body is not None:
                return Resolution(body, 0.75, "speaks for it")
        if head in people_words("nouns", "governments"):
            return self._government(speaker, tokens, head)
        if (
            is_office(head)
            and not self._is_plural(tokens, head)
            and tokens[0].lower not in ("a", "an", "another", "one")
        ):
            return self._office(speaker, tokens, head)
        if tokens[0].lower in ("the", "its", "this", "that") and head in people_words("nouns", "bodies") | people_words(
            "nouns", "places"
        ):
            return self._body(speaker, tokens, head)
        return None

    def _is_plural(self, tokens: Sequence[Token], head: str) -> bool:
        return all(token.lower != head for token in tokens)

    def _body_in(self, speaker: Span) -> str | None:
        return next((one.entity for one in self._cast.within(*speaker) if one.label in ("ORG", "GPE")), None)

    def _government(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        inside = next((one for one in self._cast.within(*speaker) if one.label in ("GPE", "NORP")), None)
        if inside is not None and inside.entity is not None:
            country = self._country_of(inside)
            return Resolution(country or inside.entity, 0.8, f"the government of {self._words(inside)}")
        if len(tokens) > 2:
            return None
        nearest = None
        for mention in self._cast.before(speaker.start, _COUNTRIES):
            if mention.entity is None or not may_be_called(head, self._cast.entities[mention.entity].name):
                continue
            if self._opens_sentence(mention):
                return Resolution(mention.entity, 0.6, f"the {head} meant is that of {self._words(mention)}")
            nearest = nearest or Resolution(mention.entity, 0.5, f"the nearest country: {self._words(mention)}")
        return nearest

    def _country_of(self, people: Mention) -> str | None:
        country = table("people")["demonyms"].get(singular(self._words(people).lower()), "")
        for entity in self._cast.entities.values():
            if country and entity.label == "GPE" and entity.name.lower() == country.lower():
                return entity.id
        return None

    def _opens_sentence(self, mention: Mention) -> bool:
        before = self._cast.text[max(0, mention.start - 3) : mention.start].rstrip(" ")
        return not before or before[-1] in '\n.!?”"'

    def _office(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        wanted = office_words(tokens)
        best: tuple[float, int, Office] | None = None
        for office in self._cast.offices:
            if office.head != head and head not in office.words:
                continue
            missing = wanted - office.words - _IGNORED
            rank = len(wanted & office.words) - 1.5 * len(missing)
            distance = -abs(office.at - speaker.start) if office.at > speaker.start else 0
            latest = self._last_mention(office.entity, speaker.start)
            key = (rank, latest or distance)
            if not missing and (best is None or key > best[:2]):
                best = (*key, office)
        if best is not None:
            name = self._cast.entities[best[2].entity].name
            return Resolution(best[2].entity, 0.85, f"the {head} is {name}")
        if tokens[0].lower in ("the", "this") and not any(token.text == "," for token in tokens):
            if head in _OTHERS_THAN_THE_ACCUSED or any(token.lower in ("who", "whose") for token in tokens):
                return None
            if is_introduced(self._cast, head, speaker.start):
                return None
            return last_on_stage(self._cast, self._spoken, speaker.start, gender_of_noun(head), head)
        return None

    def _last_mention(self, entity: str, at: int) -> int:
        return next((one.start for one in self._cast.before(at, _PERSON) if one.entity == entity), 0)

    def _body(self, speaker: Span, tokens: Sequence[Token], head: str) -> Resolution | None:
        wanted = office_words(tokens)
        for mention in self._cast.before(speaker.start, frozenset(("ORG",))):
            named = {word.lower() for word in self._words(mention).split()}
            if head in named and wanted <= named | {head} and mention.entity is not None:
                return Resolution(mention.entity, 0.8, f"the {head}: {self._words(mention)}")
        if len(wanted) > 1:
            return None
        labels = _COUNTRIES if head in people_words("nouns", "places") else frozenset(("ORG",))
        for at, entity in reversed(self._spoken):
            known = self._cast.entities[entity]
            if known.label in labels and at <= speaker.start and may_be_called(head, known.name):
                return Resolution(entity, 0.6, f"the {head}: the last body that spoke")
        for mention in self._cast.before(speaker.start, labels):
            if mention.entity in self._cast.agencies:
                continue
            if mention.entity and may_be_called(head, self._cast.entities[mention.entity].name):
                return Resolution(mention.entity, 0.5, f"the {head}: the nearest body")
        return None
