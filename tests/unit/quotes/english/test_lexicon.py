"""The words of saying and how often each was one, as the tables that ship hold them."""

from __future__ import annotations

from annotators.quotes.english.lexicon import cue_forms


def test_the_counts_of_a_lemma_are_those_of_each_of_its_forms() -> None:
    verbs = cue_forms("verbs")
    said, saying = verbs["said"], verbs["saying"]
    assert (said.lemma, said.tense, saying.tense) == ("say", "past", "ing")
    assert said.frames == saying.frames
    assert said.frames["that"] == (302, 325)


def test_a_noun_of_saying_has_counts_of_its_own() -> None:
    assert cue_forms("nouns")["doubts"].frames["about"] == (1, 5)
    assert "about" not in cue_forms("verbs")["doubt"].frames


def test_no_word_was_a_cue_more_often_than_it_was_there() -> None:
    forms = [form for use in ("verbs", "nouns") for form in cue_forms(use).values()]
    assert all(form.frames.get("all", (0, 0)) > (0, 0) for form in forms)
    assert all(0 <= cue <= seen for form in forms for cue, seen in form.frames.values())
