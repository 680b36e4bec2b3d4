"""Resolves speakers whose words contain a name: `Iran's Foreign Minister Javad Zarif`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from annotators.annotation import Mention, Span
from annotators.quotes.english.gender import gender_of_name, people_words
from annotators.quotes.english.lexicon import table, word_set
from annotators.quotes.english.tokens import Token
from annotators.quotes.phrases.offices import head_of, is_office, singular
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.nominal import is_plural
from annotators.quotes.speakers.pronouns import (
    Resolution,
)
from annotators.text.patterns import compiled_late

__all__ = ["NamedSpeakers"]

_SITES: Final = frozenset(("FAC", "GPE", "LOC"))
_WHERE = compiled_late(r"\b(?:at|in|near|outside)(?: both)?(?: [A-Z][\w.’'-]+(?:,| and|, and))* $")
_FROM_WHERE = compiled_late(r"\b(?:from|of)(?: [A-Z][\w.’'-]+(?:,| and|, and)?)* $")
_THROUGH = re.compile(r"\b(?:through|under) (?:the )?$")
_REACH: Final = 24
_TRADES: Final = frozenset(
    "airline brewer broadcaster builder carmaker contractor developer insurer landlord lender maker manufacturer "
    "operator owner producer publisher retailer supplier".split()
)
_PAPERS: Final = frozenset("email letter letters memo message note petition".split())
_PAPER_OF = compiled_late(
    r"['’]s? (?:[a-z]+ )?(account|autobiography|book|diary|e?-?mail|essay|lawsuit|letter|memoir|message|post|reply|"
    r"statement|testimony|tweet)s? ?"
)
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_DEPUTIES: Final = frozenset(
    "adviser advisor aide assistant attorney lawyer representative spokesman spokesperson spokeswoman".split()
)
"""People who speak or act for somebody else."""
_FEWEST: Final = 4
"""The fewest words of a person and of whom they are there for: `a spokesman for the director`."""
_OF_OTHERS: Final = frozenset("by for from of to under with".split())
"""Words before a name in an apposition that make it someone else's: `The inquiry, chaired by Dame Ruth Hale,`."""


class NamedSpeakers:
    """Resolves a speaker to the entity that is named in its words."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def by_name(self, speaker: Span, tokens: Sequence[Token]) -> Resolution | None:
        """The entity whose name is the head of the phrase or in apposition to it: `Another critic, Else Mork`."""
        comma = self._first_comma(speaker, tokens)
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
            return Resolution(placed.entity, 0.95, f"the speaker is named: {self._cast.words(placed)}")
        head = head_of(tokens) or ""
        named = self._head_name(core, people, self._ending(core, speaker.start, comma, tokens, head), speaker.end, head)
        if named is not None and named.label != "PERSON" and comma < speaker.end and is_office(head):
            beside = self._apposed(comma, speaker.end)
            if beside is not None:
                return beside
        if named is not None and named.entity is not None:
            if self._has_other_title(named.entity, tokens):
                return None  # Mrs Drake is not Simon Drake
            return self._metonym(named) or Resolution(
                named.entity, 0.95, f"the speaker is named: {self._cast.words(named)}"
            )
        if comma < speaker.end:
            beside = self._apposed(comma, speaker.end)
            either = beside is not None and self._is_for_somebody(tokens, comma, speaker.start)
            return None if either and beside and not self._speaks_for(beside.entity, speaker) else beside
        return None

    def _first_comma(self, speaker: Span, tokens: Sequence[Token]) -> int:
        """The offset of the first comma outside parentheses, or of an earlier `including`; else the phrase's end."""
        asides = [found.span() for found in _PARENTHESES.finditer(self._cast.text, *speaker)]
        commas = (token.start for token in tokens if token.text == ",")
        comma = next((at for at in commas if not any(start < at < end for start, end in asides)), speaker.end)
        return next((token.start for token in tokens if token.lower == "including" and token.start < comma), comma)

    def _ending(
        self, core: Sequence[Mention], start: int, end: int, tokens: Sequence[Token], head: str
    ) -> list[Mention]:
        """The names at the end of the phrase `[start, end)` that are not merely a place or a legal basis."""
        several = head != "" and is_plural(tokens, head)
        return [
            one
            for one in core
            if self._ends_at(one, end)
            and not (one.label in _SITES and self._is_where(one, start, several))
            and not (one.label == "LAW" and self._is_means(one, start))
        ]

    def _head_name(
        self, core: Sequence[Mention], people: Sequence[Mention], ending: Sequence[Mention], end: int, head: str
    ) -> Mention | None:
        """The name that is the head of a phrase: a person at its end or in a list, else the last name of any kind."""
        named = next((one for one in people if one in ending or self._is_joined(one, end)), None)
        if named is None and people and not is_office(head) and ending:
            return people[0]
        if named is None and ending and (ending[0].label != "PERSON" or ending[0] in people):
            return self._first_of_list(core, ending[0])
        return named

    def _is_for_somebody(self, tokens: Sequence[Token], comma: int, start: int) -> bool:
        """Whether a name after the comma may be that of either: `A spokesman for the director, Oliver Vance`."""
        words = [token for token in tokens if start <= token.start < comma]
        if len(words) < _FEWEST or words[0].lower not in ("a", "an") or head_of(tokens) not in _DEPUTIES:
            return False
        joint = next((at for at, token in enumerate(words) if token.lower in ("for", "of", "to")), len(words))
        whose = words[joint + 1 :]
        last = whose[-1].lower if whose else ""
        definite = bool(whose) and whose[0].lower in word_set("determiners") - {"a", "an"}
        return definite and not whose[-1].is_capital and is_office(last) and singular(last) == last

    def _speaks_for(self, entity: str, speaker: Span) -> bool:
        """Whether the article says elsewhere that a person speaks for others."""
        found = (one for one in self._cast.offices if one.entity == entity and one.head in _DEPUTIES)
        return any(not speaker.start <= one.at < speaker.end for one in found)

    def untagged(self, tokens: Sequence[Token]) -> Resolution | None:
        """A surname that the tagger missed here but found elsewhere in the article: `Mr. King`."""
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
        return Resolution(entity, 0.7, f"the speaker is named: {self._cast.entities[entity].name}")

    def _whose_paper(self, core: Sequence[Mention], end: int) -> Resolution | None:
        """The author of the document that is cited as the speaker: `Mora's letter`, `Mora's account`."""
        for one in core:
            paper = _PAPER_OF.fullmatch(self._cast.text, one.end, end)
            if paper and one.label == "PERSON" and one.entity is not None:
                return Resolution(one.entity, 0.8, f"the {paper[1]} is that of {self._cast.words(one)}")
        return None

    def _has_other_title(self, entity: str, tokens: Sequence[Token]) -> bool:
        """Whether the title in the phrase and the entity's given name are of different gender."""
        title = tokens[0].lower.rstrip(".")
        titled = (
            "f" if title in people_words("titles", "women") else "m" if title in people_words("titles", "men") else None
        )
        name = gender_of_name(self._cast.entities[entity].name)
        return titled is not None and name is not None and titled != name

    def _apposed(self, comma: int, end: int) -> Resolution | None:
        """The name at the end of an apposition: `the bill's author, state Sen. Else Mork,`."""
        stop = self._cast.text.find(",", comma + 1, end)
        stop = end if stop < 0 else stop
        for mention in self._cast.within(comma, stop):
            words = self._cast.text[comma + 1 : mention.start].split()
            titled = all(part[:1].isupper() or len(part) < 12 for part in words)
            lower = [part for part in words if part.islower()]
            titled = titled and (not lower or lower[-1] not in _OF_OTHERS)
            is_body = mention.label == "ORG" and mention.start == comma + 2 and self._is_body(comma)
            is_person = mention.label == "PERSON" and titled
            if (is_person or is_body) and mention.entity and self._ends_at(mention, stop):
                return Resolution(mention.entity, 0.9, f"the speaker is named beside it: {self._cast.words(mention)}")
        return None

    def _is_body(self, comma: int) -> bool:
        """Whether the noun before a comma means an organisation, so that its name may follow."""
        words = self._cast.text[max(0, comma - _REACH) : comma].lower().split()
        head = words[-1] if words else ""
        return head.isalpha() and (singular(head) in people_words("nouns", "bodies") or head in _TRADES)

    def _is_placed(self, mention: Mention, end: int) -> bool:
        """Whether an organisation or a place follows the name: `Nils Fenn of Northern Ferries`."""
        return (
            re.match(
                r" (?:of|for|from|at|with|in|von|vom|del?|de la|della|dell['’]\w+|da|do|du|van)\b",
                self._cast.text[mention.end : end],
            )
            is not None
        )

    def _first_of_list(self, core: Sequence[Mention], last: Mention) -> Mention:
        first = next(one for one in core if one is last or not self._possesses(one, last.end))
        joined = first.label == last.label and " and " in self._cast.text[first.end : last.start]
        return first if joined else last

    def _possesses(self, mention: Mention, end: int) -> bool:
        return re.match(r"['’]s?\s+\w", self._cast.text[mention.end : end]) is not None

    def _is_governed(self, mention: Mention, start: int) -> bool:
        """Whether the name depends on a noun for others: `the lawyer representing Love`, `supporters of Trump`."""
        words = self._cast.text[start : mention.start].lower().split()
        if "to" in words and not _PAPERS.isdisjoint(words):
            return True  # the letter to Mayor Breed is not hers
        while words and (words[-1].endswith(".") or words[-1] in people_words("titles", "men") or is_office(words[-1])):
            words.pop()
        if words and words[-1] == "and":
            words = self._before_names(start, mention.start)
        return bool(words) and (words[-1].endswith("ing") or words[-1] in word_set("prepositions") | {"to"})

    def _is_where(self, mention: Mention, start: int, several: bool) -> bool:
        """Whether a place is only where the speakers are or are from: `Regulators in Dublin`, `Residents of Hull`."""
        before = self._cast.text[start : mention.start].removesuffix("the ").removesuffix("The ")
        return _WHERE.search(before) is not None or (several and _FROM_WHERE.search(before) is not None)

    def _is_means(self, mention: Mention, start: int) -> bool:
        """Whether a law is only a means: `papers obtained under the Freedom of Information Act`."""
        return _THROUGH.search(self._cast.text, max(0, start - _REACH), mention.start) is not None

    def _before_names(self, start: int, end: int) -> list[str]:
        """The words before some names if a plural is among them, else none: `The families of Joan and Peter Hale`."""
        words = self._cast.text[start:end].split()[:-1]
        while words and words[-1][:1].isupper():
            words.pop()
        return [word.lower() for word in words] if any(singular(word) != word for word in words) else []

    def _ends_at(self, mention: Mention, end: int) -> bool:
        rest = _PARENTHESES.sub("", self._cast.text[mention.end : end]).strip(" ,.'’\"”")
        return rest in ("", "s")  # a possessive, as in `Falk's claim`

    def _is_joined(self, mention: Mention, end: int) -> bool:
        return self._cast.text[mention.end : end].startswith((" and ", " or "))

    def _metonym(self, mention: Mention) -> Resolution | None:
        """The country that its capital stands for, if the article names the country; else `None`."""
        if mention.label != "GPE":
            return None
        country = table("people")["capitals"].get(self._cast.words(mention).lower().replace(" ", "-"))
        if country is None:
            return None
        for entity in self._cast.entities.values():
            if entity.label == "GPE" and entity.name.lower() == country.lower():
                return Resolution(entity.id, 0.7, f"{self._cast.words(mention)} speaks for {entity.name}")
        return None
