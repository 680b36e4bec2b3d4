"""Speech without marks, or only partly in them."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import read, said


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Mora said that the pier would reopen.", "Mora | said | that the pier would reopen"),
        ("Mora said on Monday the pier would reopen.", "Mora | said | the pier would reopen"),
        ("Mora told Reuters the pier would reopen.", "Mora | told | the pier would reopen"),
        ("The pier would reopen, Mora said.", "Mora | said | The pier would reopen"),
        ("The pier would reopen, according to Rosa Mora.", "Rosa Mora | according to | The pier would reopen"),
        ("According to the report, most of the piles are rotten.",
         "the report | According to | most of the piles are rotten"),
        ("The pier would reopen, Mora was quoted as saying.", "Mora | was quoted as saying | The pier would reopen"),
        ("Residents asked whether the pier was safe.", "Residents | asked | whether the pier was safe"),
        ("The union has accused Southmark of losing its files.",
         "The union | has accused | Southmark of losing its files"),
        ("Mora announced her plan to close the pier.", "Mora | announced | her plan to close the pier"),
        ("Rosa Mora, the mayor, said the talks had failed.", "Rosa Mora, the mayor | said | the talks had failed"),
        ("One of the divers who found the wreck said it was empty.",
         "One of the divers who found the wreck | said | it was empty"),
        ("The Courier on Saturday wrote that the pier was sold.", "The Courier | wrote | that the pier was sold"),
        ("Mora called the sale “a gift to a man with no money”.", "Mora | called | “a gift to a man with no money”"),
        ("Southmark declined to comment.", "Southmark | declined | to comment"),
    ],
)  # fmt: skip
def test_a_frame_gives_speaker_cue_and_content(text: str, statement: str) -> None:
    assert said(text) == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "Southmark declined to blame the crew.",
        "She told a story.",
        "If the plan is rejected, the pier goes.",
        "It goes without saying that piers rot.",
        "A ship named Aurora sank off Lund.",
        "The firm posted a loss of $4 million.",
    ],
)
def test_not_every_verb_of_saying_reports_speech(text: str) -> None:
    assert said(text) == []


def test_the_writer_takes_over_after_the_comma() -> None:
    assert said("Mora said the piles were rotten, and the gulls' nests were empty.") == [
        "Mora | said | the piles were rotten"
    ]
    assert said("Mora praised the new pier, which opened in May.")[0].endswith("| the new pier")


def test_two_reports_in_one_sentence_are_two_statements() -> None:
    assert said("The mayor questioned the sale while asking why the pier was shut.") == [
        "The mayor | questioned | the sale",
        "The mayor | asking | why the pier was shut",
    ]


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    text = "Mora: City will keep the pier\nMayor Rosa Mora ruled out a sale."
    assert said(text, ("headline", "body"))[0] == "Mora | - | City will keep the pier"


def test_furniture_is_never_quoted() -> None:
    assert said("Mora said the pier would reopen.\nMora said the pier would close.", ("body", "related")) == [
        "Mora | said | the pier would reopen"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild,” Mora said.", "direct"),
        ("Mora said they would “rebuild every plank” of it.", "mixed"),
        ("Mora said they would rebuild.", "indirect"),
    ],
)
def test_the_type_tells_how_much_stands_in_marks(text: str, kind: str) -> None:
    assert [one.type for one in read(text)[1].statements] == [kind]


def test_a_clause_between_commas_is_no_apposition() -> None:
    assert said("In Lund, 18,000 people are out of work, said the mayor, Rosa Mora.\n")[0].startswith(
        "the mayor, Rosa Mora | said | In Lund, 18,000 people are out of work"
    )


def test_an_act_of_saying_is_no_statement() -> None:
    assert said("He raised his cap by way of saying good night.\n") == []


def test_a_participle_belongs_to_the_subject() -> None:
    assert said("Protesters marching through the streets said that the pier was theirs.\n") == [
        "Protesters marching through the streets | said | that the pier was theirs"
    ]


def test_neither_is_no_speaker() -> None:
    assert said("He was neither held nor fined, and told the court he would stay.\n")[0].startswith("He | ")


def test_in_the_words_of_someone_is_what_they_say() -> None:
    assert said("In the words of Rosa Mora, the pier is a disgrace to the town.\n") == [
        "Rosa Mora | In the words of | the pier is a disgrace to the town"
    ]


def test_a_title_in_marks_makes_no_speech_of_what_is_reported() -> None:
    _, annotations = read("Her novel “The Last Orchard” won the prize, said the publisher.")
    assert [statement.type for statement in annotations.statements] == ["indirect"]


def test_a_statement_goes_past_the_commas_inside_its_numbers() -> None:
    assert said("Rosa Mora said the survey had drawn 40,000 replies, of which the council read 300.") == [
        "Rosa Mora | said | the survey had drawn 40,000 replies, of which the council read 300"
    ]
    assert said("The survey drew 1,200,000 replies, 4.5 percent of them late, Rosa Mora said.") == [
        "Rosa Mora | said | The survey drew 1,200,000 replies, 4.5 percent of them late"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pier is closed, 18 states, and the quay is wet.",
        "The pier is closed, 40,000 replies.",
        "In all, 2026 says that the pier is closed.",
    ],
)
def test_a_number_is_not_a_speaker(text: str) -> None:
    speakers = [line.split(" | ")[0] for line in said(text)]
    assert all(any(map(str.isalpha, speaker)) for speaker in speakers)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that the pier was safe.",
        "No one told the council that the pier was rotten.",
        "Let me say first that I like the pier.",
        "Asked whether the pier was safe, the keeper laughed.",
    ],
)
def test_unreported_speech_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_the_object_of_a_verb_is_not_its_speaker() -> None:
    text = "Giving evidence on Tuesday, the mate, Olaf Brandt, described the minutes before the ferry sank."
    assert [line for line in said(text) if line.startswith("the minutes")] == []


def test_what_is_said_begins_after_a_colon() -> None:
    found = said("Her co-author Hana Ito is careful: the team, she says, cannot rule out the smell.")
    assert [line.split(" | ")[2] for line in found] == ["the team ... cannot rule out the smell"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Lund, speaking to reporters in Malmo, said the talks had stalled and warned of a long winter.",
         ["Lund | said | the talks had stalled", "Lund | warned | of a long winter"]),
        ("King works in the field and volunteers at several clinics, but said voting is the best way to be heard.",
         ["King | said | voting is the best way to be heard"]),
        ("Holt, who has called the fence “a national embarrassment”, did not attend.",
         ["who | has called | “a national embarrassment”"]),
        ("The case was a fit for the court, Holt said, if only the tenant had known.",
         ["Holt | said | The case was a fit for the court ... if only the tenant had known"]),
        ("14:32 Lund tells reporters that the fuel tax will not rise.",
         ["Lund | tells | that the fuel tax will not rise"]),
    ],
)  # fmt: skip
def test_the_speaker_and_the_words_are_no_more_and_no_less_than_theirs(text: str, statements: list[str]) -> None:
    assert said(text) == statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another said that the pier would reopen.", "Another"),
        ("A few said that the pier would reopen.", "A few"),
        ("Everyone in the room said the pier would reopen.", "Everyone in the room"),
        ("Five of the nine judges said the pier would reopen.", "Five of the nine judges"),
        ("Its spokesman, Per Wik, told reporters that the pier would reopen.", "Its spokesman, Per Wik"),
        ("The pier would reopen, the operator, Kessel Rail, has confirmed.", "the operator, Kessel Rail"),
    ],
)
def test_who_says_it_is_read_whole(text: str, speaker: str) -> None:
    assert [line.split(" | ")[0] for line in said(text)] == [speaker]


def test_a_question_to_somebody_is_no_report_of_theirs() -> None:
    assert said("Lund smiled.\nWhat would you say to the strikers?\n“Come and have a coffee.”") == [
        "Lund | - | “Come and have a coffee.”"
    ]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Neither Lund nor Holm responded to requests for comment.", ["Holm | responded to requests for comment | "]),
        ("Lund, asked whether she had the votes, said only: “Stay tuned.”", ["Lund | said | “Stay tuned.”"]),
        ("Lund was asked if she minded.", []),
        ("A source, who asked not to be named because the talks were private, left.", []),
        ("The deal was dead, Reuters reported, citing three people familiar with the matter.",
         ["Reuters | reported | The deal was dead"]),
        ("Banker ‘hid millions in frozen peas’, jury told", ["- | told | Banker ‘hid millions in frozen peas’"]),
        ("The firm called it “a rumour,” but added that it would close.",
         ["The firm | called | “a rumour,”", "The firm | added | that it would close"]),
    ],
)  # fmt: skip
def test_hearing_asking_and_silence_report_no_speech(text: str, statements: list[str]) -> None:
    assert said(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "If Hale says that he will stand, the party will back him.",
        "Unless the court says that it is void, the rule holds.",
        "The two disagree about the sale.",
        "They clashed over the budget.",
        "Nobody at the ministry would say that the order was signed.",
        "The choir sang “Abide With Me” as the coffin was carried out.",
    ],
)
def test_conditions_and_topics_report_no_speech(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Asked if Hale would stand, Moll said that no one knew.", "Moll | said | that no one knew"),
        ("Mora argued that the figures were wrong.", "Mora | argued | that the figures were wrong"),
    ],
)
def test_a_condition_inside_it_does_not_undo_a_statement(text: str, statement: str) -> None:
    assert said(text) == [statement]
