"""Articles with many statements and names, and quotations of thousands of words, are compared without a long wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain

import pytest

from annotators.annotation import AnnotationSet, Entity, Span
from annotators.article import Article
from annotators.comparing import Relation, compare, comparison, word_edits
from annotators.comparing.known_names import KnownNames
from annotators.comparing.speakers import same_name
from tests.growth import calls
from tests.unit.comparing.test_comparison import relations, told


def cost(number: int, words: Callable[[int], str]) -> int:
    people = [f"Ann Person{number}x{n}" for n in range(number)]  # others for each number: names are kept
    left = told(*((person, "said", words(n)) for n, person in enumerate(people)))
    right = told(*((person, "said", words(n + number)) for n, person in enumerate(people)))
    return calls(lambda: compare(left, right))


@pytest.mark.parametrize(
    "words",
    [
        lambda n: f"the harbour{n} would be dredged{n} by spring{n}",
        lambda n: f'"We mended{n} pump{n} and gate{n} and siren{n} before storm{n}."',
    ],
    ids=["claims", "quotations"],
)
def test_four_times_the_statements_are_four_times_the_work(words: Callable[[int], str]) -> None:
    assert cost(200, words) <= 6 * cost(50, words)


def test_statements_that_all_share_their_words_are_not_all_held_against_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = 0

    class Counted(SequenceMatcher[str]):
        def set_seqs(self, a: Sequence[str], b: Sequence[str]) -> None:
            nonlocal held
            held += 1
            super().set_seqs(a, b)

    monkeypatch.setattr(comparison, "SequenceMatcher", Counted)

    def pairs(number: int) -> int:
        nonlocal held
        held = 0
        said = [[("Oduya", "said", f'"We mended the pumps before storm {n}."')] for n in range(2 * number)]
        compare(told(*chain(*said[:number])), told(*chain(*said[number:])))
        return held

    assert 0 < pairs(400) <= 6 * pairs(100)


def test_each_of_many_statements_finds_its_own() -> None:
    said = [("Oduya", "said", f'"We mended pump{n} and the gates near siren{n} before the storm."') for n in range(300)]
    found = relations(told(*said), told(*said))
    assert found == [(f"s{n}", f"s{n}", Relation.SAME_UTTERANCE) for n in range(1, 301)]


def test_the_same_words_many_times_over_are_linked_one_to_one() -> None:
    said = [("Oduya", "said", '"We mended the pumps before the storm."')] * 300
    found = relations(told(*said), told(*said))
    assert found == [(f"s{n}", f"s{n}", Relation.SAME_UTTERANCE) for n in range(1, 301)]


FORMS = [
    ("Ann Oduya", "PERSON"), ("Oduya", "PERSON"), ("Ben Oduya", "PERSON"), ("A. Oduya", "PERSON"), ("UEFA", "ORG"),
    ("Union of European Football Associations", "ORG"), ("DfT", "ORG"), ("Department for Transport", "ORG"),
    ("the Acme", "ORG"), ("Acme", "PRODUCT"), ("Harbour & Mill", "ORG"), ("H&M", "ORG"), ("U.S.", "GPE"),
    ("United States", "GPE"), ("Oduya", "ORG"),
]  # fmt: skip


@pytest.mark.parametrize("one", FORMS)
@pytest.mark.parametrize("other", FORMS)
def test_names_are_known_in_the_forms_that_are_the_same(one: tuple[str, str], other: tuple[str, str]) -> None:
    known = KnownNames([Entity("e1", *other)])
    assert known.has(Entity("e2", *one)) == same_name(*one, *other)


def test_four_times_the_names_are_four_times_the_work() -> None:
    def named(number: int) -> int:
        def article(side: str) -> tuple[Article, AnnotationSet]:
            names = (Entity(f"e{n}", f"Ann {side}{number}x{n}", "PERSON") for n in range(number))
            return told()[0], AnnotationSet(entities=tuple(names))

        left, right = article("Oduya"), article("Park")
        return calls(lambda: compare(left, right))

    assert named(400) <= 6 * named(100)


def test_marks_are_looked_up_by_an_index() -> None:
    def marked(number: int) -> int:
        left = told(*((f"Ann Person{n}", "said", f'"pump{n}"') for n in range(number)))
        indirect = left[1].replace(
            statements=tuple(replace(one, type="mixed") for one in left[1].statements), entities=()
        )
        return calls(lambda: compare((left[0], indirect), told()))

    assert marked(400) <= 6 * marked(100)


def test_the_words_of_two_endless_speeches_are_one_edit_between_what_is_equal() -> None:
    left = "Good morning. " + "yes no " * 3000 + "Thank you."
    right = "Good morning. " + "no no yes " * 2000 + "Thank you."
    edits = word_edits(left, (Span(0, len(left)),), right, (Span(0, len(right)),))
    ((ours, theirs),) = [(one.left, one.right) for one in edits]
    assert ours is not None
    assert theirs is not None
    assert left[: ours.start] == right[: theirs.start] == "Good morning. "
    assert left[ours.end :].split() == right[theirs.end :].split()
    assert calls(lambda: word_edits(left, (Span(0, len(left)),), right, (Span(0, len(right)),))) < 40 * len(left)


@pytest.mark.parametrize("more", ["", "and no more"])
def test_an_endless_speech_that_only_one_goes_on_with_has_what_it_goes_on_with_as_its_edit(more: str) -> None:
    left = "yes no " * 3000
    edits = word_edits(left, (Span(0, len(left)),), left + more, (Span(0, len(left + more)),))
    assert [(left + more)[slice(*one.right)] for one in edits if one.right] == ([more] if more else [])


def test_a_long_speech_in_both_is_still_the_same_utterance() -> None:
    words = " ".join(f"pump{n * n % 211}" for n in range(1500))
    left, right = told(("Oduya", "said", f'"{words}"')), told(("Oduya", "said", f'"{words} at last"'))
    assert relations(left, right) == [("s1", "s1", Relation.SAME_UTTERANCE)]
