"""A report of 20,000 words on a town meeting that would not end, with all its dirt, as marked text.

The same every time: a seeded generator picks from the lists below. The marks are those of the gold
builder, so every name, quotation mark and statement in it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

__all__ = ["make_long"]

WORDS: Final = 20_000
_MARK: Final = re.compile(r"⟨[^|]*\|")


class Person(NamedTuple):
    """Somebody at the meeting."""

    key: str
    first: str
    last: str
    role: str
    pronoun: str


PEOPLE: Final = (
    Person("abara", "Ngozi", "Abara", "the chair of the planning committee", "she"),
    Person("birk", "Tove", "Birk", "a dairy farmer", "she"),
    Person("castell", "Ramon", "Castell", "the town's engineer", "he"),
    Person("dray", "Edmund", "Dray", "a retired bus driver", "he"),
    Person("eskola", "Paavo", "Eskola", "the treasurer", "he"),
    Person("fonseca", "Lia", "Fonseca", "who teaches at the middle school", "she"),
    Person("greave", "Martin", "Greave", "the owner of the paint shop", "he"),
    Person("hollis", "Joan", "Hollis", "a former mayor", "she"),
    Person("imamura", "Kei", "Imamura", "an architect", "he"),
    Person("jarrow", "Beth", "Jarrow", "the librarian", "she"),
)

SUBJECTS: Final = (
    "the roundabout", "the swimming pool", "the old tannery", "the bus to the coast", "the cemetery wall",
    "the new school roof", "the noise of the ice plant", "the weir", "the parking meters", "the Christmas lights",
)  # fmt: skip

SAID: Final = (
    "We have talked about this since before my daughter was born, and she drives now",
    "Nobody in this room has read the report, and I include the man who wrote it",
    "I am not against it, I am against paying for it twice",
    "If you close it in winter you will not open it again in spring",
    "There is a crack in it you could lose a dog in",
    "We were promised trees, and what we have is sticks with labels on them",
    "I would like it to be in the minutes that I laughed",
    "The figures are right, they are just not about our town",
    "You can have it cheap or you can have it dry",
    "My grandfather built that wall, and he would be the first to pull it down",
    "We lent them the money, and they sent us a calendar",
    "I came here to listen, and I have heard enough",
)

CLAIMS: Final = (
    "the work would take three summers at the least",
    "the county had known about the damage since 2019",
    "nothing would be decided before the frost",
    "the estimate did not include the drains",
    "two of the five bids had come from the same address",
    "the road would have to be closed on market days",
    "half of the letters had been signed by people who lived elsewhere",
    "the insurance would pay for the roof but not for the ceiling",
)

FACTS: Final = (
    "The vote on {subject} was put off for the fourth time, because the clock in the hall had stopped.",
    "A map was unrolled, and rolled up again when it turned out to show the neighbouring parish.",
    "Those who had stayed shared out sandwiches; the gallery, full at nine, held eleven people and a dog.",
    "Three drawings of {subject} were passed along the rows; the second came back with a moustache on it.",
    "It was then past two in the morning, and the heating had been off for an hour.",
    "Snow had begun to fall, and the caretaker went from window to window to see which of them would still close.",
    "The last time {subject} had been on the agenda, somebody outside had switched off the lights to end it.",
    "On the table lay a petition with some 900 names, a thermos flask and a brick that was meant as evidence.",
)  # fmt: skip

DIRT: Final = (
    ("ad", "Advertisement"),
    ("related", "Read more: How a village in the hills ended its own meeting, and why it took a goat"),
    ("promo", "Enjoying our coverage? Subscribe for 2 euros a week and support local reporting"),
    ("caption", "The hall shortly before midnight. ⟨credit|Photo: Ada Finch/Valley Record⟩"),
    ("related", "Now playing: Six hours of the meeting in sixty seconds"),
    ("share", "Share this story Facebook E-mail Copy link"),
    ("ad", "Story continues below advertisement"),
)  # fmt: skip


def make_long() -> str:
    """The marked article."""
    return "\n".join([*_opening(), *_middle(Random(20_000)), *_ending()]) + "\n"


def _opening() -> Iterator[str]:
    yield "nav|Home News Opinion Valley Sport Classifieds"
    yield "consent|This site uses cookies. By going on you agree to our cookie policy. OK"
    yield ""
    yield "headline|The longest meeting: eleven hours, ten voices and a brick"
    yield "deck|A record of the night on which the valley's town council tried to decide everything at once"
    yield "byline|By ⟨PERSON finch|Ada Finch⟩"
    yield "timestamp|16 January 2026"
    yield "share|Share Print Save"
    yield ""


def _middle(choose: Random) -> Iterator[str]:
    words = number = 0
    known: set[str] = set()
    while words < WORDS:
        if number % 14 == 0:
            subject = SUBJECTS[number // 14 % len(SUBJECTS)]
            known.clear()
            yield f"subhead|Item {number // 14 + 1}: {subject}"
            yield ""
        number += 1
        paragraph = _paragraph(choose, number, subject, known)
        words += len(_MARK.sub("", paragraph).split())
        yield f"body|{paragraph}"
        yield ""
        if number % 9 == 0:
            yield "|".join(DIRT[number // 9 % len(DIRT)])
            yield ""


def _paragraph(choose: Random, number: int, subject: str, known: set[str]) -> str:
    person = choose.choice(PEOPLE)
    named = _named(person, known)
    first, second = choose.sample(SAID, 2)
    claim, fact = choose.choice(CLAIMS), choose.choice(FACTS).format(subject=subject)
    one, two = f"s{number}", f"s{number}b"
    speaker = f"⟨by {one} {person.key}|{named}⟩"
    last = f"⟨by {one} {person.key}|{named.removesuffix(',')}⟩"
    match number % 4:
        case 0:
            return f"⟨d {one}|“{first},”⟩ {speaker} ⟨cue {one}|said⟩. ⟨d {one}|“{second}.”⟩ {fact}"
        case 1:
            return f"{fact} {speaker} ⟨cue {one}|said⟩ ⟨c {one}|that {claim}⟩. {_tail(person, two, second)}"
        case 2:
            return f"⟨d {one}|“{first},”⟩ ⟨cue {one}|said⟩ {last}. {fact}"
        case _:
            return f"{speaker} ⟨cue {one}|argued⟩ ⟨c {one}|that {claim}⟩. {fact} {_tail(person, two, first)}"


def _tail(person: Person, name: str, words: str) -> str:
    return f"⟨d {name}|“{words},”⟩ ⟨by {name} {person.key}|{person.pronoun}⟩ ⟨cue {name}|added⟩."


def _named(person: Person, known: set[str]) -> str:
    """The full name with the role at the first mention under a heading, then the surname."""
    if person.key in known:
        return f"⟨PERSON {person.key}|{person.last}⟩"
    known.add(person.key)
    return f"⟨PERSON {person.key}|{person.first} {person.last}⟩, {person.role},"


def _ending() -> Iterator[str]:
    yield "note|Editor's note: the council met again on Monday and adjourned after nine minutes."
    yield "tags|Topics: Council, Meetings, Valley"
    yield "promo|Get the Record in your inbox every morning. Sign up"
    yield "related|More from the valley"
    yield "related|The goat that chaired a committee"
    yield "comments|187 comments. Please log in to comment"
    yield "footer|© 2026 The Valley Record. All rights reserved. Privacy. Terms"
