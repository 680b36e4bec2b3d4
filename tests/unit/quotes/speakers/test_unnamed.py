"""Bodies and papers without a name speak for themselves; people without one stay unattributed."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Entity, Mention, Span, Statement
from annotators.quotes.speakers.unnamed import with_unnamed_speakers

TAIL = " said that the pumps had failed."


def spoken_by(*speakers: str, named: str = "") -> list[str | None]:
    """The names of whoever each `SPEAKER said ...` is attributed to; `named` is a known body."""
    text, statements, mentions = "", [], []
    for number, speaker in enumerate(speakers):
        start = len(text)
        text += speaker + TAIL + "\n"
        content = Span(start + len(speaker) + 6, len(text) - 2)
        statements.append(
            Statement(
                id=f"s{number}", type="indirect", start=content.start, end=content.end, content=(content,),
                speaker=Span(start, start + len(speaker)),
            )
        )  # fmt: skip
        if named and named in speaker:
            at = start + speaker.index(named)
            mentions.append(Mention(start=at, end=at + len(named), label="ORG", entity="e1"))
    entities = (Entity("e1", named, "ORG"),) if named else ()
    told = AnnotationSet(statements=tuple(statements), mentions=tuple(mentions), entities=entities)
    found = with_unnamed_speakers(text, told)
    return [found.entity_by_id[said.speaker_entity].name if said.speaker_entity else None for said in found.statements]


def test_a_body_is_called_what_it_is_called_and_is_the_same_each_time() -> None:
    assert spoken_by("The water company", "the Water Company") == ["water company", "water company"]


def test_a_paper_called_after_somebody_speaks_for_them_also_without_the_name() -> None:
    assert spoken_by("A Marsh Institute report", "The report", named="Marsh Institute") == ["Marsh Institute"] * 2


def test_a_relative_clause_is_no_part_of_the_name() -> None:
    assert spoken_by("A new study, which ran for a year,") == ["new study"]


@pytest.mark.parametrize("speaker", ["The official", "She", "A neighbour", "Officials"])
def test_people_without_a_name_stay_unattributed(speaker: str) -> None:
    assert spoken_by(speaker) == [None]


def test_a_poll_is_whose_it_was_called_where_it_first_came_up() -> None:
    text = "Mora led in a May Marsh Institute poll. The new poll" + TAIL
    content = Span(text.index("that the pumps"), len(text) - 1)
    speaker = Span(text.index("The new poll"), text.index("The new poll") + len("The new poll"))
    owner = text.index("Marsh")
    told = AnnotationSet(
        statements=(
            Statement(
                id="s1", type="indirect", start=content.start, end=content.end, content=(content,), speaker=speaker
            ),
        ),
        mentions=(Mention(start=owner, end=owner + len("Marsh Institute"), label="ORG", entity="e1"),),
        entities=(Entity("e1", "Marsh Institute", "ORG"),),
    )
    (statement,) = with_unnamed_speakers(text, told).statements
    assert statement.speaker_entity == "e1"
