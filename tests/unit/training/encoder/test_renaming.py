"""Names changed for others: the tags still fit, one name stays one name, and what cannot change does not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.encoder.corpora.columns import bio_spans
from training.encoder.corpora.paragraphs import OTHER, UNKNOWN, Paragraph
from training.encoder.learning.renaming import Marked, all_names, rename

CORPUS = [
    Paragraph(["Javad", "Zarif", "met", "Iranians"], [True] * 4, ["B-PERSON", "I-PERSON", "O", "B-NORP"]),
    Paragraph(["Ann", "saw", "Swedes", "in", "Bath"], [True] * 5, ["B-PERSON", "O", "B-NORP", "O", "B-GPE"]),
    Paragraph(["congress", "Iran"], [True] * 2, ["B-ORG", "B-GPE"]),
]
NAMES = all_names(CORPUS)
WORDS = st.lists(
    st.sampled_from(
        [
            ("Zarif", "B-PERSON"),
            ("Bath", "B-GPE"),
            ("said", "O"),
            ("Thing", UNKNOWN),
            ("Other", OTHER),
            ("Finns", "B-NORP"),
        ]
    ),
    max_size=12,
)


def test_names_are_known_by_label_and_ending() -> None:
    assert NAMES["PERSON", False] == [("Javad", "Zarif"), ("Ann",)]
    assert NAMES["NORP", True] == [("Iranians",), ("Swedes",)]
    assert ("ORG", False) not in NAMES, "a name without a capital may be no name elsewhere"


@given(WORDS, st.integers(0, 50))
def test_every_other_word_stays_as_it_is(tagged: list[tuple[str, str]], seed: int) -> None:
    before = Marked([word for word, _ in tagged], [tag for _, tag in tagged], [1] * len(tagged))
    (after,) = rename([before], NAMES, random.Random(seed))
    assert len(after.words) == len(after.tags) == len(after.quotes)

    def plain(one: Marked) -> list[tuple[str, str]]:
        return [pair for pair in zip(one.words, one.tags, strict=True) if pair[1] in ("O", UNKNOWN, OTHER)]

    def labels(one: Marked) -> list[str]:
        return [label for _, _, label in bio_spans("O" if tag in (UNKNOWN, OTHER) else tag for tag in one.tags)]

    assert plain(after) == plain(before)
    assert labels(after) == labels(before)


def test_one_name_is_changed_for_one_other() -> None:
    before = [Marked(["Bath", "in", "Bath"], ["B-GPE", "O", "B-GPE"], [0, 0, 0])] * 3
    found = {word for one in rename(before, NAMES, random.Random(1)) for word in (one.words[0], one.words[2])}
    assert len(found) == 1
    changed = {rename(before, NAMES, random.Random(seed))[0].words[0] for seed in range(20)}
    assert changed == {"Bath", "Iran"}
