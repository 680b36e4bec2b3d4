"""Two articles that quote the same people: what is the same, what was edited, what only one has."""

from __future__ import annotations

from annotators.annotation import AnnotationSet, Entity, Mark, Mention, Span, Statement
from annotators.article import Article, Block, Source
from annotators.comparing import Relation, compare, word_edits


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
