"""A speaker with a name is someone, whether a tagger has found the name or not."""

from __future__ import annotations

import pytest

from annotators.quotes.speakers.untagged import with_untagged_speakers
from tests.unit.quotes.told import read


def spoken_by(marked: str) -> list[str | None]:
    article, annotations = read(marked)
    found = with_untagged_speakers(article.text, annotations)
    for mention in found.mentions:
        assert mention.entity is None or mention.entity in found.entity_by_id
    return [found.entity_by_id[said.speaker_entity].name if said.speaker_entity else None for said in found.statements]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[April DATE] Stroud said the pier was safe.", ["April Stroud"]),
        ("According to Mayor London Brook, the pier is safe and will stay open.", ["London Brook"]),
        ("Rosa Mora said the pier was safe. Mora said it would stay.", ["Rosa Mora", "Rosa Mora"]),
        ("“It was untrue,” wrote the report's author, the retired judge Dame Helena Cross.", ["Helena Cross"]),
        ("Rosa Mora, a diver, said the pier was safe.", ["Rosa Mora"]),
        ("Rosa Mora said it. [Anna Holm PERSON] said the pier was safe.", ["Rosa Mora", "Anna Holm"]),
    ],
)
def test_a_given_name_or_a_title_makes_a_speaker_someone(text: str, names: list[str]) -> None:
    assert spoken_by(text)[-len(names) :] == names[-len(spoken_by(text)) :]


@pytest.mark.parametrize(
    "text", ["Critics said the pier was ugly.", "The Mayor said the pier was ugly.", "NASA said so."]
)
def test_what_is_no_name_makes_nobody(text: str) -> None:
    assert set(spoken_by(text)) <= {None}


def test_a_date_inside_a_name_is_none() -> None:
    article, annotations = read("[April DATE] Stroud said the pier was safe.")
    found = with_untagged_speakers(article.text, annotations)
    assert [(mention.label, article.text[slice(*mention.span)]) for mention in found.mentions] == [
        ("PERSON", "April Stroud")
    ]


def test_two_of_one_surname_and_a_third_are_three_people() -> None:
    text = (
        "Mayor June Park said the pier was safe. Senator Anna Park said it was not. "
        "Governor Edward Lee said it would close. Lee said it was late. Senator Anna Park said it was early."
    )
    assert spoken_by(text) == ["June Park", "Anna Park", "Edward Lee", "Edward Lee", "Anna Park"]
