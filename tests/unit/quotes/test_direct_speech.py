"""Speech in marks, with its clause of saying before, after or inside it, or without one."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import read, said


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“We will rebuild,” Mora said.", "Mora | said | “We will rebuild,”"),
        ("“We will rebuild,” said Rosa Mora, mayor of Lund.", "Rosa Mora, mayor of Lund | said | “We will rebuild,”"),
        ("Mora told the council: “We will rebuild.”", "Mora | told | “We will rebuild.”"),
        ("“No pier, no town,” as Mora put it.", "Mora | put it | “No pier, no town,”"),
        ("“We will rebuild,” she went on to say in the letter.", "she | went on to say | “We will rebuild,”"),
        ("Rosa Mora, 53, who chairs the council, said, “We will rebuild.”",
         "Rosa Mora, 53, who chairs the council | said | “We will rebuild.”"),
        ("“We will rebuild.” ― Rosa Mora", "Rosa Mora | ― | “We will rebuild.”"),
        ("According to Mora, “we will rebuild.”", "Mora | According to | “we will rebuild.”"),
    ],
)  # fmt: skip
def test_the_clause_of_saying_gives_cue_and_speaker(text: str, statement: str) -> None:
    assert said(text) == [statement]


def test_an_interrupted_quotation_is_one_statement() -> None:
    assert said("“I think,” Mora said, “that we were lucky.”") == ["Mora | said | “I think,” ... “that we were lucky.”"]


def test_what_follows_in_the_same_paragraph_goes_with_it() -> None:
    assert said("“It was dark,” Mora said. “Nobody could see the pier.”") == [
        "Mora | said | “It was dark,” ... “Nobody could see the pier.”"
    ]


def test_paragraphs_that_reopen_the_marks_are_one_statement() -> None:
    assert said("“We came by boat.\n“We left on foot,” she said.") == [
        "she | said | “We came by boat. ... “We left on foot,”"
    ]


def test_two_speakers_in_a_line_are_kept_apart() -> None:
    assert said("“Did you see it?” asked Mora. “I did not,” Peter Voss replied.") == [
        "Mora | asked | “Did you see it?”",
        "Peter Voss | replied | “I did not,”",
    ]


def test_a_paragraph_of_speech_alone_is_by_whoever_spoke_before() -> None:
    article, annotations = read("“It was dark,” Mora said.\n“Nobody could see the pier.”")
    floating = annotations.statements[1]
    assert floating.cue is None
    assert floating.speaker is not None
    assert article.text[floating.speaker.start : floating.speaker.end] == "Mora"


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next() -> None:
    assert said("Mora then wrote to the paper:\n“Nobody could see the pier.”") == [
        "Mora | then wrote | “Nobody could see the pier.”"
    ]


def test_scare_quotes_and_titles_are_no_statements() -> None:
    assert said("She saw “Harbour Lights” with the “experts” of the port.") == []


def test_every_statement_is_numbered_scored_and_says_why() -> None:
    _, annotations = read("“We will rebuild,” Mora said. Voss denied the charge.")
    assert [one.id for one in annotations.statements] == ["s1", "s2"]
    assert all(one.score is not None and 0 < one.score <= 1 and one.reasons for one in annotations.statements)
    assert annotations.statements[0].reasons[0] == "stands beside speaker and verb: Mora said"


def test_brackets_and_an_apposition_may_stand_between_a_name_and_its_verb() -> None:
    text = "“We would go get them,” Rep. Jim Holm (R-Ohio), a member of the panel, said in an interview.\n"
    assert said(text) == ["Rep. Jim Holm (R-Ohio), a member of the panel | said | “We would go get them,”"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("“It works,” said Holt, adding that “nobody has read it.”",
         ["Holt | said | “It works,”", "Holt | adding | that “nobody has read it.”"]),
        ("“It works,” Holt said before adding: “Nobody has read it.”",
         ["Holt | said | “It works,”", "Holt | adding | “Nobody has read it.”"]),
        ("“We waited,” Holt said, but the crowd had left and the “noise” had stopped.", ["Holt | said | “We waited,”"]),
        ("“This,” Holt said, pointing at the ledger, “is theft.”", ["Holt | said | “This,” ... “is theft.”"]),
        ("Holt, a diver, (once again) declared victory in a statement: “We won.”",
         ["Holt, a diver | declared | “We won.”"]),
        ("On NBC’s “Meet the Press,” Holt said the talks were over.", ["Holt | said | the talks were over"]),
    ],
)  # fmt: skip
def test_a_clause_of_saying_ends_where_another_or_the_writer_begins(text: str, statements: list[str]) -> None:
    assert said(text) == statements


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("> “We will rebuild,” said Mora.", "Mora | said | “We will rebuild,”"),
        ("> > “We will rebuild,” Mora said.", "Mora | said | “We will rebuild,”"),
        (">“We will rebuild,” said Mora.", "Mora | said | “We will rebuild,”"),
        ("> The pier will be rebuilt, said Mora.", "Mora | said | The pier will be rebuilt"),
    ],
)
def test_the_sign_of_a_quoted_line_is_not_said(text: str, statement: str) -> None:
    assert said(text) == [statement]


def test_a_text_of_nothing_but_quotations_is_cut_into_statements_that_are_no_longer_than_one_reads() -> None:
    _, annotations = read("“a b c d e.” " * 1000)
    pieces = [len(one.content) for one in annotations.statements]
    assert sum(pieces) == 1000
    assert max(pieces) <= 200


def test_speech_that_breaks_off_has_its_speaker() -> None:
    assert said("“I never —” Brandt began, but the judge cut him off.")[0].startswith("Brandt | began | “I never —”")


def test_what_is_put_so_between_two_quotations_is_one_statement() -> None:
    text = "“The trouble,” as Holt put it, “is that everyone wants to live here.”"
    assert said(text) == ["Holt | put it | “The trouble,” ... “is that everyone wants to live here.”"]
