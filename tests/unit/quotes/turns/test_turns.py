"""Turns of interviews and transcripts are statements of whoever their labels name; other labels name nobody."""

from __future__ import annotations

from itertools import product

import pytest

from annotators.annotation import AnnotationSet
from annotators.article import Article, Block, Source
from annotators.quotes import find_marks, find_statements
from annotators.quotes.turns import find_turns
from tests.growth import calls, growth
from tests.unit.quotes.told import read, said, speakers

KINDS = ("headline", "deck", "byline")
LETTERS = """\
The light does not need me
[Aud Tolland PERSON] kept the last lighthouse of the coast. On Friday a computer takes over from [Tolland PERSON].
Interview by [Joao Marsh PERSON]
Q: When did you hear of it?
A: In a letter. They spelled my name wrong.
Q: Were you angry?
A: For a week. Then a man from [Lund GPE] rang and said “Come.” I went.
I never came back for my hat.
She laughs for some time.
Q: What did [Tilda Rowe PERSON] do?
A: She stayed.
"""


def test_letters_name_the_one_who_asks_and_the_one_who_answers() -> None:
    assert said(LETTERS, KINDS) == [
        "Q | - | When did you hear of it?",
        "A | - | In a letter. They spelled my name wrong.",
        "Q | - | Were you angry?",
        "A | - | For a week. Then a man from Lund rang and said “Come.” I went. ... I never came back for my hat.",
        "a man from Lund | said | “Come.”",
        "Q | - | What did Tilda Rowe do?",
        "A | - | She stayed.",
    ]
    names = speakers(LETTERS, KINDS)
    assert [names[at] for at in (0, 1, 2, 3, 5, 6)] == ["Joao Marsh", "Aud Tolland"] * 3
    assert names[4] != "Aud Tolland"


def test_what_is_said_under_a_label_is_direct_without_a_quotation_mark() -> None:
    _, annotations = read(LETTERS, KINDS)
    assert {one.type for one in annotations.statements} == {"direct"}


def test_where_nobody_is_named_the_letters_stand_for_nobody() -> None:
    text = "Five questions\nQ: Do I need a passport?\nA: No. A driving licence will do.\nQ: A dog?\nA: On a lead."
    assert [line.split(" | ")[0] for line in said(text, ("headline",))] == ["Q", "A", "Q", "A"]
    assert speakers(text, ("headline",)) == [None] * 4


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        ("[Ann Brandt PERSON]: I was nine.\nDana Holt: And then?\n[Brandt PERSON]: Then I was ten.", "Ann Brandt"),
        ("**[Ann Brandt PERSON]:** I was nine.\n**Dana Holt:** And then?\n**[Brandt PERSON]:** Ten.", "Ann Brandt"),
        ("**[Ann Brandt PERSON]**: I was nine.\n*Dana Holt*: And then?\n**[Brandt PERSON]**: I was ten.", "Ann Brandt"),
        ("[Ann Brandt PERSON] (keeper): I was nine.\nDana Holt: And then?\n[Brandt PERSON]: I was ten.", "Ann Brandt"),
        ("Ann: I was nine.\nHerald: And then?\nAnn: Then I was ten.\nHerald: And now?\nAnn: Old.", "Ann Brandt"),
        ("AB: I was nine.\nHerald: And then?\nAB: Then I was ten.\nHerald: And now?\nAB: Old.", "Ann Brandt"),
        ("A.B.: I was nine.\nHerald: And then?\nA.B.: Then I was ten.\nHerald: And now?\nA.B.: Old.", "Ann Brandt"),
        ("BRANDT — I was nine.\nCHAIR — And then?\nBRANDT — I was ten.\nCHAIR — And now?\nBRANDT — Old.", "Ann Brandt"),
        ("Ann Brandt, keeper: I was nine.\nDana Holt, MP: And then?\nBrandt: Then I was ten.", "Ann Brandt"),
        ("MS. BRANDT: I was nine.\nTHE COURT: And then?\nMS. BRANDT: I was ten.\nTHE COURT: Thank you.", "Ann Brandt"),
    ],
)  # fmt: skip
def test_a_name_before_what_is_said_is_the_speaker_in_every_layout(turns: str, named: str) -> None:
    text = f"The keeper\n[Ann Brandt PERSON] kept the light for [Norwick GPE]. Dana Holt asked her about it.\n{turns}"
    _, annotations = read(text, ("headline",))
    turned = [
        name for name, one in zip(speakers(text, ("headline",)), annotations.statements, strict=True) if not one.cue
    ]
    assert len(turned) == len(turns.split("\n"))
    assert turned[0] == turned[2] == named
    assert turned[1] != named


def test_a_bold_question_is_read_without_its_marks() -> None:
    text = "Fog\n**Skerry Review: How loud?**\n**Sund:** Very.\n**Skerry Review: Always?**\n**Sund:** In fog."
    assert said(text, ("headline",)) == [
        "Skerry Review | - | How loud?",
        "Sund | - | Very.",
        "Skerry Review | - | Always?",
        "Sund | - | In fog.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Source: Reuters\nPhoto: Lena Ruiz\nUpdate: The road opened again at noon.",
        "WASHINGTON: The storm moved east on Friday.",
        "LONDON — The pound fell on Friday.\nPARIS — The euro rose on Friday.\nLONDON — Shares closed higher.",
        "Pros: a quiet road\nCons: no road at all\nPros: a loud road\nCons: a long road to walk",
        "Monday: sun and fourteen degrees\nTuesday: rain and twelve degrees\nMonday: sun once more\nTuesday: rain",
        "Best for: walkers and their dogs\nBest for: families with time\nVerdict: A road worth waiting for.",
        "Myth: The road is always shut, is it?\nFact: It is shut three days.\nMyth: It is wet?\nFact: It is not.",
        "Arsenal: two goals in the first half.\nNorwick: none, and two red cards.",
        "Norwick, 10:45: The road is shut to all traffic.",
        "Open Source: a road for everyone. The Open Source people say so.",
        "A. The road is shut.\nB. The road is open.\nC. There is no road.\nA. Or is there?",
    ],
)
def test_a_label_that_is_no_speakers_makes_no_statement(lines: str) -> None:
    text = f"The coast road\nThe coast road ran past the Open Source pub and was shut by rain.\n{lines}"
    assert [line for line in said(text, ("headline",)) if " | - | " in line] == []


def test_an_answer_may_stand_in_a_block_with_its_question() -> None:
    _, annotations = read("Q: How deep? A: Very.")
    assert annotations.statements == ()


def test_a_person_mentioned_in_an_interview_is_not_its_speaker() -> None:
    text = (
        "The river won\n[Femi Adeyemi PERSON] runs the flood desk. He talks to [Tilda Rowe PERSON].\n"
        "[Tilda Rowe PERSON]: The mayor has said that the warnings came late. Is she right?\n"
        "[Femi Adeyemi PERSON]: She is. I rang forty people.\n"
        "I had them all in tears, and my son too.\n"
        "TR: Were you?\nFA: No.\nTR: Ever?\nFA: Once."
    )
    found = list(zip(said(text, ("headline",)), speakers(text, ("headline",)), strict=True))
    assert [name for line, name in found if line.startswith("The mayor")] == [None]
    assert [name for line, name in found if line.startswith(("TR", "FA"))] == ["Tilda Rowe", "Femi Adeyemi"] * 2
    assert "Femi Adeyemi | - | She is. I rang forty people. ... I had them all in tears, and my son too." in dict(found)


def test_turns_in_one_wrapped_block_are_told_apart() -> None:
    text = (
        "Q: How many boats pass through your lock in the course of a whole year?\n"
        "A: About four thousand, and every one of them thinks it is the first one."
    )
    article = Article(text, (Block(0, len(text)),), Source("a.txt"))
    found = find_statements(article, AnnotationSet())
    assert [text[one.content[0].start : one.content[0].end][:9] for one in found] == ["How many ", "About fou"]


def test_a_name_and_a_verb_over_two_lines_are_read_as_over_one() -> None:
    text = "“Nobody wants to be the last on the platform,” said the analyst Imre\nBalogh on Monday in Lund."
    article = Article(text, (Block(0, len(text)),), Source("a.txt"))
    (said_so,) = find_statements(article, AnnotationSet(marks=find_marks(text, article.blocks)))
    assert said_so.speaker is not None
    assert text[said_so.speaker.start : said_so.speaker.end] == "the analyst Imre\nBalogh"


def test_a_place_that_is_a_label_once_says_where_and_speaks_in_headlines_alone() -> None:
    told = """\
[Ireland GPE]: No talks under pressure
The budget gives more to [Northern Ireland GPE] and to [Ana Ruiz PERSON], who votes on it.
[Northern Ireland GPE]: The block grant rises by two per cent.
Ruiz: We had hoped for more than that."""
    assert [line for line in said(told, ("headline",)) if " | - | " in line] == [
        "Ireland | - | No talks under pressure",
        "Ruiz | - | We had hoped for more than that.",
    ]


def test_initials_stand_for_a_name_that_is_a_label_before_them() -> None:
    told = """\
The painter
Mark Dunning: When did you sell the first one?
[Lucy Ferrer PERSON]: In Leeds, to a dentist.
[MD GPE]: And now there are two in the gallery.
LF: Three, as one was in a cupboard.
LG: This is a maker of screens."""
    assert [line.split(" | ")[0] for line in said(told, ("headline",))][-2:] == ["MD", "LF"]
    assert speakers(told, ("headline",))[-1] == "Lucy Ferrer"


@pytest.mark.parametrize("time", ["00:04:12 ", "[4:12] ", "(00:04:12.250) - ", "**04:12** "])
def test_the_time_of_a_turn_may_stand_before_its_label(time: str) -> None:
    told = f"""\
The price of bread
HOST: What does a loaf cost?
HADDAD: One pound ten.
{time}HOST: We asked the council as well.
{time}HADDAD: They know no flour."""
    assert [line.split(" | ")[0] for line in said(told, ("headline",))] == ["HOST", "HADDAD"] * 2


def test_a_time_before_other_words_is_no_turn() -> None:
    told = "The day\n10:15 The train: late again, as ever.\n10:30 Another one: late as well.\n11:00 Noon: not yet."
    assert said(told, ("headline",)) == []


def test_a_number_is_said_only_where_it_was_asked_for() -> None:
    told = "[Ana Ruiz PERSON] ran against [Bo Lund PERSON].\nAna Ruiz: 54\nBo Lund: 12 votes.\nRuiz: £3,000.50\n"
    assert said(told) == []
    assert said(told + "Ruiz: Is that all?\n") == ["Ruiz | - | Is that all?"]
    asked = "[Ana Ruiz PERSON] met [Bo Lund PERSON].\nRuiz: How old?\nLund: 54.\nRuiz: Your dog?\nLund: 12 years."
    assert [line for line in said(asked) if line.startswith("Lund")] == ["Lund | - | 54.", "Lund | - | 12 years."]


_HEAD = "The crew\n[Tom Reed PERSON], [Ann Lee PERSON] and [Dana Holt PERSON] run the station of [Lund GPE]."


@pytest.mark.parametrize(
    "lines",
    [
        "[Tom Reed PERSON]: A fireman since 1990.",
        "[Tom Reed PERSON]: A fireman since 1990. He has never missed a shift.",
        "[Tom Reed PERSON]: A fireman since 1990.\n[Ann Lee PERSON]: A former doctor, 61, who never sleeps.",
        "[Ann Lee PERSON]: Mayor of Lund and mother of three.",
    ],
)
def test_a_label_that_comes_once_before_what_somebody_is_says_nothing(lines: str) -> None:
    assert said(f"{_HEAD}\n{lines}", ("headline",)) == []


@pytest.mark.parametrize(
    "line",
    [
        "[Tom Reed PERSON]: A fireman told us to wait outside.",
        "[Tom Reed PERSON]: A fireman is never off duty.",
        "[Tom Reed PERSON]: A disgrace from beginning to end.",
        "[Tom Reed PERSON]: A fireman in every house!",
        "[Tom Reed PERSON]: Firemen of this town earn nothing.",
        "[Tom Reed PERSON]: Doctors in Lund sleep well.",
        "[Tom Reed PERSON], fireman: A doctor in every house.",
    ],
)
def test_a_label_that_comes_once_before_a_sentence_is_a_turn(line: str) -> None:
    told = line.partition(": ")[2]
    assert [one.partition(" | - | ")[2] for one in said(f"{_HEAD}\n{line}", ("headline",))] == [told]


def test_a_description_may_answer_the_question_before_it() -> None:
    lines = "[Dana Holt PERSON]: What was he in all those years?\n[Tom Reed PERSON]: A fireman since 1990."
    assert said(f"{_HEAD}\n{lines}", ("headline",))[-1].endswith(" | - | A fireman since 1990.")


def test_whoever_answers_in_a_transcript_needs_no_second_turn() -> None:
    text = "SMITH: Did you see the car?\nJONES: I saw it at nine. It had no lights.\nSMITH: And who was driving?"
    assert [one.split(" | ")[0] for one in said(text)] == ["SMITH", "JONES", "SMITH"]
    assert said("SMITH: Did you see the car?\nNOTE: I saw it at nine.\nSMITH: And who was driving?")[1:] != []


def test_a_list_of_many_people_takes_time_in_proportion() -> None:
    words = ["".join(part).title() for part in product("bdklmt", "aeiouy", "ldnrstvz", "aeio")]

    def find(size: int) -> None:
        text = "\n".join(f"{words[at]}x {words[-at]}q: something was made here that day." for at in range(size))
        find_turns(text, [(0, len(text))])

    assert growth(find, 250) < 8


def test_a_label_of_two_words_is_a_speaker_if_the_text_has_it_elsewhere() -> None:
    block = "Zuzka Reyx: something was made here that day."
    assert not find_turns(block, [(0, len(block))])
    assert find_turns(f"{block}\nZuzka Reyx smiled.", [(0, len(block))])


def test_a_transcript_of_many_speakers_takes_calls_in_proportion() -> None:
    words = ["".join(part) for part in product("BDKLMT", "AEIOUY", "LDNRSTVZ", "AEIO")]

    def find(size: int) -> int:
        text = "\n".join(f"{words[at // 2]}: something was made here that day." for at in range(size))
        return calls(lambda: find_turns(text, [(0, len(text))]))

    assert find(1000) < 6 * find(250)
