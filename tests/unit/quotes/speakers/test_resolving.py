"""Whom the words that name a speaker stand for."""

from __future__ import annotations

import pytest

from annotators.annotation import Span
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.speakers.cast import Cast
from annotators.quotes.speakers.named import NamedSpeakers
from tests.unit.quotes.told import read, speakers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Lund GPE]'s Foreign Minister [Rosa Mora PERSON] said the talks failed.", ["Rosa Mora"]),
        ("“No,” [Mora PERSON] said. [Rosa Mora PERSON] chairs the council.", ["Rosa Mora"]),
        ("[Southmark ORG] and [Norden Steel ORG] said they had parted over the price.", ["Southmark"]),
        ("A spokeswoman for [Lantern Trust ORG] said the claims were false.", ["Lantern Trust"]),
        ("[Nils Holm PERSON] of [Old Lund ORG] said the wait was unfair.", ["Nils Holm"]),
        ("Another critic, [Rosa Mora PERSON], said the wait was unfair.", ["Rosa Mora"]),
        ("[Lund GPE]'s government said the wait was fair.", ["Lund"]),
    ],
)
def test_a_name_in_the_phrase_is_the_speaker(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Anna Holm PERSON] met [Peter Voss PERSON] at the lock. “I was late,” she said.", "Anna Holm"),
        ("[Anna Holm PERSON] met [Peter Voss PERSON] at the lock. “I was late,” he said.", "Peter Voss"),
        ("He has a saying: “No pier, no town.” [Arvid Sund PERSON] runs the ferry.", "Arvid Sund"),
        ("[Arvid Sund PERSON], who runs the ferry, who said the pier was safe.", "Arvid Sund"),
    ],
)
def test_a_pronoun_is_the_person_it_fits(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_pronoun_is_whoever_spoke_last() -> None:
    text = "“It sank,” [Rosa Mora PERSON] said of the [Aurora PRODUCT].\n“It is still there,” she added."
    assert speakers(text) == ["Rosa Mora", "Rosa Mora"]


def test_an_office_is_the_person_whom_the_article_gives_it_to() -> None:
    text = "[Rosa Mora PERSON] became harbour minister last year. The dredger will stay, the minister said at noon."
    assert speakers(text) == ["Rosa Mora"]


def test_a_deck_may_name_the_office_before_the_article_names_the_person() -> None:
    text = (
        "Danish transport minister regrets the delay.\n"
        "[Denmark GPE]'s Transport Minister [Omid Rahimi PERSON] wrote that it was wrong."
    )
    assert speakers(text, ("deck", "body")) == ["Omid Rahimi", "Omid Rahimi"]


def test_a_capital_speaks_for_its_country() -> None:
    text = "[Iran GPE] closed the strait. [Tehran GPE] said the strait would reopen."
    assert speakers(text) == ["Iran"]


def test_the_government_is_that_of_the_country_spoken_of() -> None:
    text = "[Norway GPE] shut the strait.\nIn autumn the government announced a plan to reopen it."
    assert speakers(text) == ["Norway"]


def test_names_inside_someones_words_are_not_the_speaker() -> None:
    text = "[Rosa Mora PERSON] opened the pier.\n“[Anna Holm PERSON] built it,” she said."
    assert speakers(text) == ["Rosa Mora"]


@pytest.mark.parametrize(
    "text",
    [
        "Critics said the pier was ugly.",
        "[Mora PERSON]'s lawyer said the pier was ugly.",
        "A member of the crew, who would not be named, said the pumps were off.",
    ],
)
def test_what_is_not_sure_stays_unattributed(text: str) -> None:
    assert speakers(text) == [None]


def test_without_names_the_words_are_still_there() -> None:
    article, annotations = read("The minister said the debt would be paid.")
    (statement,) = annotations.statements
    assert statement.speaker is not None
    assert article.text[statement.speaker.start : statement.speaker.end] == "The minister"
    assert statement.speaker_entity is None


def test_the_reason_says_who_and_why() -> None:
    _, annotations = read("“It sank,” [Rosa Mora PERSON] said.\n“It is still there,” she added.")
    assert annotations.statements[1].reasons[1] == "“she” is the last speaker, Rosa Mora"


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer representing [Rosa Mora PERSON] said the pier was safe.",
        "Supporters of [Rosa Mora PERSON] said the pier was safe.",
        "The families of Joan and [Rosa Mora PERSON] said the pier was unsafe.",
        "A draft of the letter to Mayor [Rosa Mora PERSON] said the pier was unsafe.",
        "Officials raised concerns about [Southmark ORG]'s mast, which they said could fall.",
    ],
)
def test_whoever_only_stands_in_the_phrase_does_not_speak(text: str) -> None:
    assert speakers(text) == [None]


def test_a_pronoun_is_the_one_whom_the_paragraph_has_brought_in() -> None:
    text = (
        "“I stay,” [Peter Voss PERSON] said.\n"
        "It was no other story for [Arvid Sund PERSON] in the harbour. Early on Friday, he said that he would stay."
    )
    assert speakers(text) == ["Peter Voss", "Arvid Sund"]


def test_an_officer_who_was_told_something_is_no_office_of_the_one_who_told_it() -> None:
    text = (
        "[Arvid Sund PERSON], a deckhand, tells two coast officers that he has a licence.\n"
        "An officer opened the gate. “Wait here,” the officer said."
    )
    assert speakers(text)[-1] is None


def test_a_surname_that_was_passed_over_is_the_person_of_that_name() -> None:
    text = "[Rosa Mora PERSON] runs the pier.\n“It is safe,” Ms. Mora said."
    assert speakers(text) == ["Rosa Mora"]


def test_a_headline_may_call_someone_by_what_the_article_calls_them_later() -> None:
    text = (
        "Danish woman says island kept her for a year\n"
        "[Anna Holm PERSON], a Danish woman and former nurse, left on Friday."
    )
    assert speakers(text, ("headline", "body")) == ["Anna Holm"]


def test_a_party_in_brackets_is_nobody() -> None:
    text = "Sen. [Anna Holm PERSON] ([D-Mo PERSON].) scolded him: “You were paid for it,” she said."
    assert speakers(text)[-1] == "Anna Holm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "[Norway GPE] and [Ohio GPE] signed. [Lund GPE] did not.\nAccording to the state, it rained for a week.",
            "Ohio",
        ),
        ("[Norway GPE] and [Ohio GPE] signed. [Lund GPE] did not.\nThe country said that it would wait.", "Norway"),
        ("[Lund GPE] signed. [Norway GPE] and [Ohio County GPE] did not.\nThe city said that it would wait.", "Lund"),
    ],
)
def test_a_place_is_of_the_sort_that_it_is_called(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_body_that_owns_another_is_not_the_one_that_speaks() -> None:
    text = "[Lund GPE]'s [Harbour Office ORG] and the [Water Board ORG] said that the pier was safe."
    assert speakers(text) == ["Harbour Office"]


def test_a_given_name_shows_who_may_be_meant_also_where_the_name_was_cut_in_two() -> None:
    text = (
        "[Peter Voss PERSON] has not answered. [Grace PERSON] [Holm PERSON], a spokeswoman, left early.\n"
        "It rained for a week. He said that the pier was safe."
    )
    assert speakers(text) == ["Peter Voss"]


def test_a_pronoun_that_opens_its_sentence_is_the_one_whom_the_paragraph_has_brought_in() -> None:
    text = (
        "The minister, [Jory Tane PERSON], said the pier was safe.\n"
        "The vote was led by Baroness [Ekwueme-Hart PERSON], a crossbencher. She called it “a sale with a preface”."
    )
    assert speakers(text) == ["Jory Tane", "Ekwueme-Hart"]


@pytest.mark.parametrize("title", ["Baroness", "Lady", "Dame"])
def test_a_title_shows_a_woman(title: str) -> None:
    assert speakers(f"[Peter Voss PERSON] met {title} [Quarles PERSON]. “I was late,” he said.") == ["Peter Voss"]


@pytest.mark.parametrize("title", ["Sir", "Lord"])
def test_a_title_shows_a_man(title: str) -> None:
    assert speakers(f"[Rosa Mora PERSON] met {title} [Quarles PERSON]. “I was late,” she said.") == ["Rosa Mora"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Blue Ferries ORG] met the [Pier Workers' Union ORG]. The company said it was late.", "Blue Ferries"),
        ("[Blue Ferries ORG] met [Lund City Council ORG]. The firm said it was late.", "Blue Ferries"),
        ("The [Pier Workers' Union ORG] is here. The company said it was late.", None),
        ("The [Green Party ORG] is here. The company said it was late.", None),
        ("[Blue Ferries ORG] is late.\nLUND ([Coast Wire ORG]) — The company said it was sorry.", "Blue Ferries"),
    ],
)
def test_a_union_a_council_or_a_party_is_not_the_company_nor_is_whose_dateline_it_is(
    text: str, name: str | None
) -> None:
    assert speakers(text) == [name]


def test_a_name_beside_an_office_speaks_not_the_place_that_it_is_of() -> None:
    text = "‘It is cold,’ the Bishop of [Lund GPE], the Right Rev [Sven Holm PERSON], told the House."
    assert speakers(text) == ["Sven Holm"]


def test_a_pronoun_after_a_stranger_is_nobody_from_before() -> None:
    text = "“It was dark,” [Arvid Sund PERSON] said. Petter said the wind was up. He said it would last."
    assert speakers(text) == ["Arvid Sund", None, None]
    named = text.replace("He said", "[Sund PERSON] laughed. He said")
    assert speakers(named)[-1] == "Arvid Sund"


def test_it_after_a_stranger_is_no_body_from_before() -> None:
    text = "The [Lund Board ORG] said it was dark.\nPetter said the wind was up.\nIt says: “Light good.”"
    assert speakers(text) == ["Lund Board", None, None]


def test_whoever_asked_is_not_the_one_who_replies() -> None:
    text = (
        "[Harriet Moss PERSON] said: “I was cross.”\n"
        "Asked by her barrister, [Amina Yusuf PERSON], whether it was poison, she replied: “Brandy.”"
    )
    assert speakers(text) == ["Harriet Moss", "Harriet Moss"]


def test_the_company_is_called_by_the_name_beside_it() -> None:
    assert speakers("The company, [Sallow Line ORG], said: “We stand by our crew.”") == ["Sallow Line"]


def test_the_contractor_is_called_by_the_name_beside_it() -> None:
    assert speakers("The contractor, [Sallow Line ORG], declined to comment.") == ["Sallow Line"]


def test_the_author_of_something_who_is_named_is_not_whoever_spoke_last() -> None:
    text = "[Arvid Sund PERSON] said the wall was safe. “It was not,” wrote the author, a retired judge from Hull."
    assert speakers(text)[-1] is None


def test_whoever_came_on_stage_since_the_last_speech_is_the_one_with_a_role() -> None:
    text = "“Fair,” said [Rosa Mora PERSON]. [Peter Voss PERSON] was gracious in defeat. “Well done,” the striker said."
    assert speakers(text)[-1] == "Peter Voss"


def test_a_title_tells_two_of_one_name_apart() -> None:
    text = "[Peter Voss PERSON] said the pier was safe. “It was a joke,” Mrs [Voss PERSON] said."
    assert speakers(text)[-1] is None


def test_a_place_is_only_where_they_are_who_speak() -> None:
    assert speakers("[Peter Voss PERSON] left. Regulators in [Dublin GPE] said the pier was safe.") == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His neighbour in both [Lund GPE] and [New Hull GPE], [Nils Fenn PERSON], said it sank.", "Nils Fenn"),
        ("Residents of [Lund GPE], [Hull GPE] and [Malmo GPE] say the wells are dry.", None),
        ("Officials from [Hull GPE] said the wells were dry.", None),
        ("The city of [Hull GPE] said the wells were dry.", "Hull"),
        ("Papers obtained under the [Open Files Act LAW] say that the wells are dry.", None),
    ],
)
def test_a_place_or_a_law_that_only_says_whence_is_no_speaker(text: str, name: str | None) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Nils Fenn PERSON] said [Arvid Sund PERSON] would go. “I am sure of it,” he said.", "Nils Fenn"),
        ("[Nils Fenn PERSON] said no. [Arvid Sund PERSON]'s job was safe. “I am sure of it,” he said.", "Nils Fenn"),
        (
            "[Nils Fenn PERSON] said no to the bill, the presumed [Sund PERSON] favourite. “Never,” he said.",
            "Nils Fenn",
        ),
        (
            "[Nils Fenn PERSON] said no. The coach [Arvid Sund PERSON] arrived. “I am sure of it,” he said.",
            "Arvid Sund",
        ),
    ],
)
def test_those_who_are_only_talked_of_are_not_on_stage(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_heading_in_marks_waits_for_whoever_says_it_below() -> None:
    text = (
        "[Rosa Mora PERSON] said no to the plan.\n‘Only one place is left for us’\n"
        "[Else Holt PERSON], the harbour master, said the town would lose. “Only one place is left for us,” she said."
    )
    assert speakers(text) == ["Rosa Mora", "Else Holt", "Else Holt", "Else Holt"]


def test_a_question_of_the_writer_has_no_say_in_whose_the_answer_is() -> None:
    text = "[Rosa Mora PERSON] said no.\nWhat advice would help [Holt PERSON] now?\n“It is not for me to say.”"
    assert speakers(text)[-1] == "Rosa Mora"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Norden Steel ORG] cut 900 jobs. It said demand had collapsed.", "Norden Steel"),
        ("Police in [Lund GPE] arrived. It said demand had collapsed.", None),
        ("[Norden Steel ORG] jobs are scarce.\nIt said demand had collapsed.", None),
    ],
)
def test_it_is_the_body_that_opened_the_sentence_before(text: str, name: str | None) -> None:
    assert speakers(text) == [name]


def test_a_wife_is_a_woman_whatever_her_name() -> None:
    text = "[Tom Reed PERSON] and his wife, [Dana PERSON], run it. “He talks,” she said. “She works,” he said."
    assert speakers(text) == ["Dana", "Tom Reed"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President [Julia Kern PERSON] met Prime Minister [Abel Stone PERSON]. The president said it was good.",
            "Julia Kern",
        ),
        ("According to [Nasr PERSON]'s account, which nobody could verify, the guards fired first.", "Nasr"),
        ("According to [Nasr PERSON]'s lawyer, the guards fired first.", None),
        ("The inquiry, chaired by Dame [Ruth Hale PERSON], concluded that the crew was tired.", None),
        ("The landlord, [Kessel Homes ORG], said a part was on order.", "Kessel Homes"),
        (
            "[Norden Steel ORG] said no. The company, which employs 9,000 people, added that it had no plans.",
            "Norden Steel",
        ),
    ],
)
def test_offices_papers_and_trades_are_whose_they_are(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Dean Pike PERSON] admitted theft and said sorry. The prosecutor said he had laughed.", None),
        ("[Dean Pike PERSON] said sorry. The officer who made the arrest said he had laughed.", None),
        ("[Dean Pike PERSON] said sorry. A teacher said the club was full. She said the door was open.", None),
        (
            "[Dee Pike PERSON] said sorry. A teacher said the club was full.\n“Sorry,” [Dee Pike PERSON] said.",
            "Dee Pike",
        ),
        ("[Kessel Bank ORG] said rates would fall. Analysts laughed and said no. They said rates would rise.", None),
        ("[Kessel Bank ORG] said rates would fall. The study says prices fell. It says that rates would rise.", None),
        ("[Kessel Bank ORG] said rates would fall. The statement said why. It said debts would shrink.", "Kessel Bank"),
        (
            "“No,” [Eva Dot PERSON] said. [Bea King PERSON], six, and [Alice Moran PERSON], nine, left. She said no.",
            "Bea King",
        ),
    ],
)
def test_whoever_spoke_in_between_without_a_name_is_not_taken_for_another(text: str, name: str | None) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize("noun", ["carmaker", "lender", "insurer", "broadcaster", "supermarket"])
def test_a_business_goes_by_its_trade(noun: str) -> None:
    text = f"[Vela ORG] said sales fell. The [Road Agency ORG] is to look at it. The {noun} said prices would rise."
    assert speakers(text) == ["Vela", "Vela"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the director, [Oliver Vance PERSON], said no.", None),
        ("An aide to the mayor, [Ruth Adeyemi PERSON], said no.", None),
        ("A spokesman for the union, [Peter Lang PERSON], said no.", "Peter Lang"),
        ("The spokesman for the mayor, [Hugo Lind PERSON], said no.", "Hugo Lind"),
        ("A lawyer for Mr. [Carl Brandt PERSON], [Lena Koch PERSON], said no.", "Lena Koch"),
        ("A spokesman for President [Karl Moll PERSON], [Hugo Lind PERSON], said no.", "Hugo Lind"),
        ("A spokesman for President [Karl Moll PERSON] said no.", None),
    ],
)
def test_a_name_after_somebody_and_their_deputy_may_be_that_of_either(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_deputy_who_is_introduced_elsewhere_is_meant() -> None:
    text = (
        "[Hugo Lind PERSON], a spokesman, said the pool was shut.\n"
        "A spokesman for the mayor, [Hugo Lind PERSON], said it was cold."
    )
    assert speakers(text) == ["Hugo Lind", "Hugo Lind"]


def test_whoever_answers_is_not_the_one_who_asked() -> None:
    text = (
        "“Why now, after all these years?” asked Judge [Ruth Hale PERSON].\n“Because he is dead,” the witness answered."
    )
    assert speakers(text) == ["Ruth Hale", None]


def test_a_possessive_at_the_end_of_a_speaker_is_the_owner() -> None:
    text = "[Falk PERSON]'s said so."
    article, annotations = read(text)
    cast = Cast.of(article.text, annotations.mentions, annotations.entities)
    speaker = Span(0, len("Falk's"))
    found = NamedSpeakers(cast).by_name(speaker, tokenize(article.text, *speaker))
    assert found is not None
    assert found.entity == annotations.entities[0].id
