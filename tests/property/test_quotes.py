"""Whatever the text: marks and statements never fail, lie inside it, and keep to its blocks."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mention
from annotators.article import Article, Block, Source
from annotators.comparing import compare
from annotators.quotes import RoleSpan, find_marks, find_statements
from annotators.quotes.share_of_voice import share_of_voice
from annotators.quotes.speakers.unnamed import with_unnamed_speakers
from annotators.quotes.speakers.untagged import with_untagged_speakers

_LINE = re.compile(r"\S(?:[^\n]*\S)?")

SENTENCES = (
    "“We came by boat,” said Rosa Mora, the mayor of Lund. “We left on foot.”",
    "Rosa Mora, 53, who chairs the council, told Reuters on Monday that the pier would “never” reopen.",
    "The union accused Southmark of ‘losing’ its files, while asking why the pier's gate was shut.",
    "According to the report, most of the piles are rotten; the minister denied it.",
    "The 6' 2\" keeper, in the '90s hit \"Harbour Lights\", said: \"It's rock 'n' roll.\"",
    "«Nous partons», he wrote. ``Gone,'' she added. Iran''s envoy declined to comment.",
    "Mora: City will keep the pier",
    "“First, the pumps failed.",
    'WALLACE: Do you, sir? "PENCE: No.',
)
WORDS = (
    "said", "told", "he", "she", "Mora", "Rosa Mora", "the minister", "according to", "that", "accused", "who", ",",
    ".", ":", ";", "—", "?", "“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "(", ")", "[", "]", "\n", "\n\n",
    "whether", "the", "a", "of", "to", "and", "but", "saying", "adding", "declined to comment", "put it", "was",
    "quoted as saying", "6'", '2"', "'90s", "@mora", "#pier", "\xa0", "\u202e", "\x1b", "İ", "ß", "🙂", "I", "...",
)  # fmt: skip

mutated = st.builds(
    lambda parts, cuts: _mutate("\n".join(parts), cuts),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(("", *WORDS))), max_size=8),
)
generated = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
texts = st.one_of(mutated, generated, st.text(max_size=200))


def _mutate(text: str, cuts: list[tuple[int, str]]) -> str:
    for at, word in cuts:
        position = at % (len(text) + 1)
        text = text[:position] + word + text[position + 1 :]
    return text


def _article(text: str) -> Article:
    return Article(text, tuple(Block(*line.span()) for line in _LINE.finditer(text)), Source("any.txt"))


def _annotated(article: Article, named: bool) -> AnnotationSet:
    blocks = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    mentions = tuple(
        Mention(start=found.start(), end=found.end(), label=label, entity=f"e{number}")
        for number, (name, label) in enumerate((("Mora", "PERSON"), ("Southmark", "ORG"), ("Lund", "GPE")))
        for found in re.finditer(name, article.text)
    )
    entities = (Entity("e0", "Rosa Mora", "PERSON"), Entity("e1", "Southmark", "ORG"), Entity("e2", "Lund", "GPE"))
    annotations = AnnotationSet(blocks=blocks, marks=find_marks(article.text, blocks))
    return annotations.replace(mentions=mentions, entities=entities) if named else annotations


@settings(max_examples=300, deadline=None)
@given(texts)
@example("'" * 50)
@example("“" * 50)
@example('" "" """')
def test_marks_are_balanced_and_inside_their_blocks(text: str) -> None:
    article = _article(text)
    marks = find_marks(text, article.blocks)
    for mark in marks:
        assert any(block.start <= mark.start and mark.end <= block.end for block in article.blocks)
    for outer in marks:
        for inner in marks:
            apart = inner.end <= outer.start or outer.end <= inner.start
            nested = outer.start <= inner.start and inner.end <= outer.end
            assert apart or nested or (inner.start <= outer.start and outer.end <= inner.end)
    glyphs = [offset for mark in marks for offset in {mark.start, mark.end - 1 if mark.closed else mark.start}]
    assert len(glyphs) == len(set(glyphs))


@settings(max_examples=300, deadline=None)
@given(texts, st.booleans())
def test_statements_never_fail_and_point_into_the_text(text: str, named: bool) -> None:
    article = _article(text)
    annotations = _annotated(article, named)
    for number, said in enumerate(find_statements(article, annotations), 1):
        assert said.id == f"s{number}"
        assert said.type in ("direct", "mixed", "indirect")
        assert said.score is not None
        assert 0 <= said.score <= 1
        spans = [*said.content, *filter(None, (said.cue, said.speaker, said.addressee, said.medium))]
        assert spans
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert said.content == tuple(sorted(said.content))
        assert said.speaker_entity is None or said.speaker_entity in annotations.entity_by_id
        if said.content:
            assert (said.start, said.end) == (said.content[0].start, max(span.end for span in said.content))


@settings(max_examples=200, deadline=None)
@given(
    texts,
    st.lists(
        st.tuples(
            st.integers(0, 300), st.integers(1, 80), st.sampled_from(("source", "cue", "content")), st.floats(0, 1)
        ),
        max_size=12,
    ),
)
def test_any_roles_at_all_are_taken(text: str, roles: list[tuple[int, int, str, float]]) -> None:
    article = _article(text)
    inside = [
        RoleSpan(start, min(start + length, len(text)), role, score)
        for start, length, role, score in roles
        if start < len(text)
    ]
    for said in find_statements(article, _annotated(article, named=True), inside):
        assert 0 <= said.start < said.end <= len(text)
        assert all(0 <= span.start < span.end <= len(text) for span in said.content)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    article = _article(text)
    annotations = _annotated(article, named=True)
    assert find_statements(article, annotations) == find_statements(article, annotations)


@settings(max_examples=150, deadline=None)
@given(texts, st.booleans())
@example("According to—the report, most of the piles are rotten; the minister denied it.", False)
def test_every_word_that_is_said_has_one_speaker(text: str, named: bool) -> None:
    article = _article(text)
    annotations = _annotated(article, named)
    annotations = annotations.replace(statements=find_statements(article, annotations))
    annotations = with_unnamed_speakers(text, with_untagged_speakers(text, annotations))
    for mention in annotations.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
    voices = share_of_voice(text, annotations)
    assert sorted(one for voice in voices for one in voice.statements) == sorted(
        said.id for said in annotations.statements
    )
    assert sum(voice.words for voice in voices) <= len(re.findall(r"[^\W_]+", text))
    assert all(voice.quoted_words <= voice.words and 0 <= voice.share <= 1 for voice in voices)
    assert abs(sum(voice.share for voice in voices) - any(voice.words for voice in voices)) < 1e-9


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_any_two_articles_can_be_compared(left: str, right: str) -> None:
    pair = []
    for text in (left, right):
        article = _article(text)
        annotations = _annotated(article, named=True)
        pair.append((article, annotations.replace(statements=find_statements(article, annotations))))
    found = compare(*pair)
    linked = [link.left for link in found.links]
    assert not set(linked) & set(found.only_left)
    assert {said.id for said in pair[0][1].statements} >= {*linked, *found.only_left}
    for link in found.links:
        for edit in link.edits:
            assert edit.left or edit.right
            assert 0 <= edit.at <= len(left)
