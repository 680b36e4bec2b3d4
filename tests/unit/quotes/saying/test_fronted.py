"""Speech whose source stands before it, with whatever describes that source."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the auditor, Tom Reed, the sum was paid twice.", "the auditor, Tom Reed"),
        ("According to Tom Reed, the auditor, the sum was paid twice.", "Tom Reed, the auditor"),
        ("According to Tom Reed, auditor of the borough, the sum was paid twice.", "Tom Reed, auditor of the borough"),
        ("According to Tom Reed, 43, a plumber from Hull, the sum was paid twice.",
         "Tom Reed, 43, a plumber from Hull"),
        ("According to the firm's finance chief, Lena Moss, the sum was paid twice.",
         "the firm's finance chief, Lena Moss"),
        ("According to a report by Marsh, a think tank in Ghent, the sum was paid twice.",
         "a report by Marsh, a think tank in Ghent"),
        ("According to the mayor, whose office runs the port, the sum was paid twice.",
         "the mayor, whose office runs the port"),
        ("According to police in Leeds, England, the sum was paid twice.", "police in Leeds, England"),
        ("According to several people, including two ministers, the sum was paid twice.",
         "several people, including two ministers"),
    ],
)  # fmt: skip
def test_what_describes_a_source_belongs_to_it(text: str, source: str) -> None:
    assert said(text) == [f"{source} | According to | the sum was paid twice"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("According to police, Tom Reed, 43, was seen near the harbour.", "Tom Reed, 43, was seen near the harbour"),
        ("According to police, 43 boats were lost, and two were found.", "43 boats were lost, and two were found"),
        ("According to police, Reed, the auditor, was seen near the harbour.",
         "Reed, the auditor, was seen near the harbour"),
        ("According to the minister, Lund, Malmo and Ystad will lose their trains.",
         "Lund, Malmo and Ystad will lose their trains"),
        ("According to the report, Reed, who kept the ledger, was paid twice.",
         "Reed, who kept the ledger, was paid twice"),
    ],
)  # fmt: skip
def test_the_subject_of_the_content_is_not_the_source(text: str, content: str) -> None:
    assert [line.split(" | ")[2] for line in said(text)] == [content]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("As Mora put it, the pier is a farce.", "Mora | put it | the pier is a farce"),
        ("As one diver noted on Friday, the pier has no lamps.", "one diver | noted | the pier has no lamps"),
        ("As Rosa Mora, the mayor, put it: “Nobody looked.”", "Rosa Mora, the mayor | put it | “Nobody looked.”"),
        ("In the words of Ines Prado, a coach, the match was “a slap in the face”.",
         "Ines Prado, a coach | In the words of | the match was “a slap in the face”"),
    ],
)  # fmt: skip
def test_a_clause_with_as_leads_up_to_what_is_said(text: str, statement: str) -> None:
    assert said(text) == [statement]


@pytest.mark.parametrize("text", ["As Mora said goodbye, the band played on.", "As Mora put the lamp down, it broke."])
def test_as_may_be_temporal(text: str) -> None:
    assert not any("band" in line or "broke" in line for line in said(text))
