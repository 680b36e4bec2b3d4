"""What the reader says stands above what the machine found."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Entity, Mention, Span, Statement
from annotators.article import Article, Block, Source
from annotators.cleaning import clean_text
from annotators.notes.corrections import Correction, Verdict, apply_corrections

TEXT = "Buy now and save.\nMarlowe said the Arden deal is off."
ARTICLE = Article(TEXT, (Block(0, 17), Block(18, len(TEXT))), Source("a.txt"))
FOUND = AnnotationSet(
    blocks=(BlockLabel(start=0, end=17, kind="ad", score=0.7), BlockLabel(start=18, end=len(TEXT), kind="body")),
    mentions=(
        Mention(start=18, end=25, label="PERSON", entity="e1"),
        Mention(start=35, end=40, label="GPE", entity="e2"),
    ),
    entities=(Entity("e1", "Marlowe", "PERSON"), Entity("e2", "Arden", "GPE")),
    statements=(Statement(id="s1", type="indirect", start=31, end=52, content=(Span(31, 52),), speaker_entity="e1"),),
)


def corrected(*corrections: Correction) -> AnnotationSet:
    return apply_corrections(TEXT, FOUND, corrections)


def test_a_line_that_is_no_ad_is_back_in_the_clean_article() -> None:
    assert TEXT not in clean_text(ARTICLE, FOUND)
    assert clean_text(ARTICLE, corrected(Correction(0, 17, Verdict.KIND, "body"))) == TEXT


def test_a_name_gets_another_label_and_an_entity_of_that_label() -> None:
    found = corrected(Correction(35, 40, Verdict.LABEL, "ORG"))
    mention = found.mentions[1]
    assert mention.label == "ORG"
    assert mention.entity is not None
    assert found.entity_by_id[mention.entity] == Entity(mention.entity, "Arden", "ORG")
    assert "e2" not in found.entity_by_id


def test_all_mentions_of_an_entity_that_get_a_label_stay_one_entity_and_its_words_stay_its_own() -> None:
    found = corrected(Correction(18, 25, Verdict.LABEL, "ORG"))
    (marlowe,) = [entity for entity in found.entities if entity.name == "Marlowe"]
    assert marlowe.label == "ORG"
    assert found.statements[0].speaker_entity == marlowe.id


def test_a_name_that_was_missed_is_there() -> None:
    found = corrected(Correction(0, 3, Verdict.LABEL, "ORG"))
    assert [TEXT[one.start : one.end] for one in found.mentions] == ["Buy", "Marlowe", "Arden"]


def test_a_name_that_is_none_is_gone_with_its_entity() -> None:
    found = corrected(Correction(35, 40, Verdict.REJECT))
    assert [entity.name for entity in found.entities] == ["Marlowe"]


def test_somebody_else_said_it_or_nobody_known() -> None:
    found = corrected(Correction(31, 52, Verdict.SPEAKER, "Ada Okoro"))
    assert found.entity_by_id[found.statements[0].speaker_entity or ""].name == "Ada Okoro"
    assert corrected(Correction(31, 52, Verdict.SPEAKER)).statements[0].speaker_entity is None


def test_an_accepted_annotation_is_certain() -> None:
    label = corrected(Correction(0, 17, Verdict.ACCEPT)).blocks[0]
    assert (label.kind, label.score, label.reasons) == ("ad", None, ("you said so",))


def test_the_last_word_counts() -> None:
    found = corrected(Correction(0, 17, Verdict.KIND, "body"), Correction(0, 17, Verdict.KIND, "promo"))
    assert found.blocks[0].kind == "promo"


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'advert' is no kind; there are headline, deck"):
        Correction(0, 17, Verdict.KIND, "advert")
