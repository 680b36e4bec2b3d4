"""Reasons that are worked out where somebody looks at them are as good as those that are there."""

import pickle

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Block, Source
from annotators.document import to_document
from annotators.memory.lazy_reasons import Reasons, led_by


def words(number: int) -> tuple[str, ...]:
    return (f"is block {number}", "has two words")


def test_nobody_asks_before_somebody_looks_and_then_once():
    asked = []
    reasons = Reasons(lambda number: (asked.append(number), words(number))[1], 3)
    label = BlockLabel(start=0, end=9, kind="nav", reasons=reasons)
    assert not asked
    assert (*label.reasons, len(label.reasons), label.reasons[:1]) == (*words(3), 2, ("is block 3",))
    assert asked == [3]


def test_they_are_equal_to_what_they_say_and_pickled_as_it():
    labels = [BlockLabel(start=0, end=9, kind="nav", reasons=one) for one in (Reasons(words, 3), words(3))]
    assert labels[0] == labels[1]
    assert labels[1] == labels[0]
    assert len(set(labels)) == 1
    assert Reasons(words, 3) == Reasons(words, 3) != Reasons(words, 4)
    assert type(pickle.loads(pickle.dumps(labels[0])).reasons) is tuple


def test_a_document_has_them():
    article = Article("Home page", (Block(0, 9),), Source("-"))
    label = BlockLabel(start=0, end=9, kind="nav", reasons=Reasons(words, 0))
    assert to_document(article, AnnotationSet(blocks=(label,)))["blocks"][0]["reason"] == "is block 0; has two words"


def test_a_reason_that_comes_first_asks_for_no_others_before_somebody_looks():
    asked = []
    reasons = led_by("is a row of buttons", Reasons(lambda number: (asked.append(number), words(number))[1], 3), most=2)
    assert not asked
    assert reasons == led_by("is a row of buttons", words(3), most=2) == ("is a row of buttons", "is block 3")
    assert asked == [3]
