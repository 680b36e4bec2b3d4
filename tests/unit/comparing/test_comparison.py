"""Two articles that quote the same people: what is the same, what was edited, what only one has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotators.annotation import AnnotationSet, Entity, Mark, Mention, Span, Statement
from annotators.article import Article, Block, Source
from annotators.comparing import Relation, compare, word_edits
from annotators.exporters.comparison import comparison_as_text


def told(*said: tuple[str, str, str]) -> tuple[Article, AnnotationSet]:
    """An article of `(speaker, cue, content)` sentences; content in double quotes is direct."""
    text, statements, marks, blocks = "", [], [], []
    entities: dict[str, Entity] = {}
    mentions = []
    for number, (speaker, cue, content) in enumerate(said, start=1):
        start = len(text)
        entity = entities.setdefault(speaker, Entity(f"e{len(entities) + 1}", speaker, "PERSON"))
        mentions.append(Mention(start=start, end=start + len(speaker), label="PERSON", entity=entity.id))
        at = start + len(speaker) + 1 + len(cue) + 1
        direct = content.startswith('"')
        if direct:
            marks.append(Mark(start=at, end=at + len(content), kind="direct"))
        statements.append(
            Statement(
                id=f"s{number}", type="direct" if direct else "indirect", start=at, end=at + len(content),
                content=(Span(at, at + len(content)),), cue=Span(start + len(speaker) + 1, at - 1),
                speaker=Span(start, start + len(speaker)), speaker_entity=entity.id,
            )
        )  # fmt: skip
        text += f"{speaker} {cue} {content}\n"
        blocks.append(Block(start, len(text) - 1))
    found = AnnotationSet(
        mentions=tuple(mentions), entities=tuple(entities.values()), marks=tuple(marks), statements=tuple(statements)
    )
    return Article(text, tuple(blocks), Source("a.txt")), found


def relations(
    left: tuple[Article, AnnotationSet], right: tuple[Article, AnnotationSet]
) -> list[tuple[str, str, Relation]]:
    return [(link.left, link.right, link.relation) for link in compare(left, right).links]


def test_an_utterance_is_recognised_through_what_editors_do_to_it() -> None:
    left = told(("Oduya", "said", '"We mended the pumps [in the harbour] before the storm came."'))
    right = told(("Oduya", "wrote", '"we mended the pumps before the storm came,"'))
    assert relations(left, right) == [("s1", "s1", Relation.SAME_UTTERANCE)]


def test_a_part_of_it_is_a_fragment() -> None:
    left = told(("Oduya", "said", '"mended the pumps before the storm"'))
    right = told(("Oduya", "said", '"We worked all night and mended the pumps before the storm came ashore."'))
    assert relations(left, right) == [("s1", "s1", Relation.FRAGMENT)]


def test_the_same_words_of_three_are_no_evidence() -> None:
    assert relations(told(("Oduya", "said", '"We are ready."')), told(("Park", "said", '"We are ready."'))) == []


def test_a_claim_needs_the_same_speaker() -> None:
    claim = "that the dam would be repaired by the spring"
    left = told(("Oduya", "said", claim))
    assert relations(left, told(("Oduya", "promised", "the dam repaired by spring"))) == [
        ("s1", "s1", Relation.SAME_CLAIM)
    ]
    assert relations(left, told(("Park", "said", claim))) == []


def test_no_comment_in_both_is_the_same_claim() -> None:
    left, right = told(("Acme", "declined", "to comment")), told(("Acme", "declined", "to comment"))
    assert relations(left, right) == [("s1", "s1", Relation.SAME_CLAIM)]


def test_what_only_one_reports_is_listed_with_the_names_only_it_has() -> None:
    left = told(("Oduya", "said", '"We mended the pumps before the storm."'), ("Park", "denied", "any delay at all"))
    right = told(("Oduya", "said", '"We mended the pumps before the storm."'))
    found = compare(left, right)
    assert (found.only_left, found.only_right) == (("s2",), ())
    assert (found.names_only_left, found.names_only_right) == (("Park",), ())


def test_edits_show_the_words_that_changed_and_not_the_shape_of_marks() -> None:
    left, right = "“bots in [the city of] Ume,” he", '"bots in Ume," he'
    edits = word_edits(left, (Span(0, len(left)),), right, (Span(0, len(right)),))
    assert [(left[one.left.start : one.left.end], one.right) for one in edits if one.left] == [("[the city of]", None)]
    assert len(edits) == 1


ADVERSARIAL = [
    # a phrase that anybody uses, by two people
    (
        ("Oduya", "said", '"At the end of the day it is what it is."'),
        ("Park", "said", '"At the end of the day it is what it is."'),
    ),
    (("Oduya", "said", '"We take safety very seriously."'), ("Park", "said", '"We take safety very seriously."')),
    # the phrase alone stands inside another's long sentence
    (
        ("Oduya", "said", '"time and time again"'),
        ("Park", "said", '"Time and time again we warned the board that the dam was leaking."'),
    ),
    # other numbers, other claim
    (
        ("Oduya", "said", "the yard had lost 40 jobs in the spring"),
        ("Oduya", "said", "the yard had lost 400 jobs in the spring"),
    ),
    (
        ("Oduya", "said", "turnover had risen by three percent"),
        ("Oduya", "said", "turnover had risen by seven percent"),
    ),
    # the opposite
    (("Oduya", "said", "the dam would be closed in May"), ("Oduya", "said", "the dam would not be closed in May")),
    (("Oduya", "said", "the dam had been closed in May"), ("Oduya", "denied", "the dam had been closed in May")),
    # two words in common with a speech
    (
        ("Oduya", "said", "the harbour was safe"),
        (
            "Oduya",
            "said",
            "pumps, gates, sirens, boats, bridges, roads, schools, shops, farms, barns, mills, ferries, "
            "the harbour and the lighthouse would be paid for out of a safe fund",
        ),
    ),
    # the same claim of two people who share an office or a surname
    (
        ("Mayor Ann Oduya", "said", "the dam would be repaired by spring"),
        ("Mayor Lee Park", "said", "the dam would be repaired by spring"),
    ),
    (
        ("Ann Oduya", "said", "the dam would be repaired by spring"),
        ("Ben Oduya", "said", "the dam would be repaired by spring"),
    ),
]


@pytest.mark.parametrize(("one", "other"), ADVERSARIAL)
def test_superficially_similar_statements_are_not_linked(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assert relations(told(one), told(other)) == []
    assert relations(told(other), told(one)) == []


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            ("Ann Oduya", "said", '"We mended the pumps before the storm."'),
            ("Oduya", "wrote", '"We mended the pumps before the storm"'),
            Relation.SAME_UTTERANCE,
        ),
        (
            ("A. Oduya", "said", "the dam would be repaired by spring"),
            ("Ann Oduya", "promised", "to repair the dam by spring"),
            Relation.SAME_CLAIM,
        ),
        (
            ("Oduya", "said", "that 1,000 homes had been flooded"),
            ("Oduya", "said", "1000 homes were flooded on Friday"),
            Relation.SAME_CLAIM,
        ),
        (
            ("Oduya", "denied", "that the dam had been closed in May"),
            ("Oduya", "said", "the dam had not been closed in May"),
            Relation.SAME_CLAIM,
        ),
        (  # long enough to be one utterance, whoever it is put down to
            (
                "Oduya",
                "said",
                '"No council in this county has ever paid a boatman what a winter on the river costs him."',
            ),
            (
                "Park",
                "said",
                '"No council in this county has ever paid a boatman what a winter on the river costs him."',
            ),
            Relation.SAME_UTTERANCE,
        ),
    ],
)
def test_equivalent_statements_are_linked(
    one: tuple[str, str, str], other: tuple[str, str, str], relation: Relation
) -> None:
    assert relations(told(one), told(other)) == [("s1", "s1", relation)]
    assert relations(told(other), told(one)) == [("s1", "s1", relation)]


def test_a_number_that_an_editor_changed_is_one_utterance_with_an_edit() -> None:
    left = told(("Oduya", "said", '"We have lost 40 jobs at the yard since the river froze."'))
    right = told(("Oduya", "said", '"We have lost 400 jobs at the yard since the river froze."'))
    (link,) = compare(left, right).links
    assert link.relation is Relation.SAME_UTTERANCE
    ((ours, theirs),) = [(edit.left, edit.right) for edit in link.edits]
    assert ours is not None
    assert theirs is not None
    assert (left[0].text[slice(*ours)], right[0].text[slice(*theirs)]) == ("40", "400")


def test_a_claim_told_twice_is_not_listed_as_only_here() -> None:
    claim = "the dam would be repaired by spring"
    left = told(("Oduya", "said", claim), ("Oduya", "promised", claim))
    found = compare(left, told(("Oduya", "said", claim)))
    assert len(found.links) == 1
    assert (found.only_left, found.only_right) == ((), ())


def test_a_name_that_the_other_has_in_another_form_is_not_only_here() -> None:
    left = told(("Ann Oduya", "said", "the dam was safe"), ("Lee Park", "said", "it was raining"))
    right = told(("Oduya", "said", "nothing of the kind"))
    assert compare(left, right).names_only_left == ("Lee Park",)
    assert compare(left, right).names_only_right == ()


def test_two_silences_of_one_speaker_are_the_same_claim_and_have_words_to_show() -> None:
    article, annotations = told(("Acme", "did not respond to a request for comment", "x"))
    silent = replace(annotations.statements[0], content=(), start=5, end=44, cue=Span(5, 44))
    pair = (article, annotations.replace(statements=(silent,)))
    found = compare(pair, pair)
    assert [link.relation for link in found.links] == [Relation.SAME_CLAIM]
    assert "A Acme: did not respond to a request for" in comparison_as_text(pair, pair, found)
