"""Whatever the text, what is found lies in it: in order, apart, on one line, with clean edges."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Source
from annotators.components import analyse
from annotators.loaders.segmentation import segment
from annotators.quotes import find_marks
from tests.unit.components.stub import pipeline

NLP, _ = pipeline(Iran="GPE", Zarif="PERSON", Twitter="ORG", said="cue", Act="LAW", Ann="PERSON")

WORDS = st.sampled_from([
    "Iran", "Zarif", "Twitter", "said", "Act", "Ann", "the", "3", "May", "$4", "million", "@ann", "#No", "“", "”", "'s",
    "(", ")", ",", ".", "-", "\n", "\n\n", "\r\n", "\xa0", "\u2028", "\ud800", "\U0001f600", "é", "47", ", 47,", "km",
])  # fmt: skip
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=60).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)


@settings(max_examples=200, deadline=None)
@given(TEXTS | st.text(max_size=80))
@example("“\u2028Iran#No”")
def test_mentions_lie_in_the_text_and_apart(text: str) -> None:
    blocks = segment(text)
    article = Article(text, blocks, Source("-"))
    labels = tuple(BlockLabel(start=one.start, end=one.end, kind="body") for one in blocks)
    found = analyse(NLP, article, AnnotationSet(blocks=labels, marks=find_marks(text, labels)))
    assert all(left.end <= right.start for left, right in pairwise(found.mentions))
    for mention in found.mentions:
        words = text[mention.start : mention.end]
        assert mention.end <= len(text)
        assert "\n" not in words
        assert words == words.strip()
    assert {one.entity for one in found.mentions if one.entity} == {one.id for one in found.entities}
    assert all(role.start < role.end <= len(text) for role in found.roles)
