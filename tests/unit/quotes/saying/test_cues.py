"""Words of saying and what the table knows of them."""

from __future__ import annotations

import pytest

from annotators.quotes.english.inflection import forms_of
from annotators.quotes.english.tokens import tokenize
from annotators.quotes.saying.cues import cue_at, frame_at, likelihood


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("argue", ("argue", "argues", "arguing", "argued")),
        ("deny", ("deny", "denies", "denying", "denied")),
        ("admit", ("admit", "admits", "admitting", "admitted")),
        ("stress", ("stress", "stresses", "stressing", "stressed")),
        ("agree", ("agree", "agrees", "agreeing", "agreed")),
    ],
)
def test_a_verb_has_its_forms(lemma: str, forms: tuple[str, ...]) -> None:
    assert forms_of(lemma, {}) == forms


def test_an_irregular_verb_has_its_own_past() -> None:
    assert forms_of("write", {"write": ("wrote", "written")})[3:] == ("wrote", "written")


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("said that it", "that"),
        ("said the pier", "det"),
        ("said he", "pronoun"),
        ("said Mora", "name"),
        ("said.", "stop"),
    ],
)
def test_the_word_after_a_cue_is_its_frame(text: str, frame: str) -> None:
    assert frame_at(tokenize(text, 0, len(text)), 0) == frame


def test_a_that_clause_is_likelier_speech_than_a_noun() -> None:
    said, claimed = "said that it", "claimed the prize"
    tokens = [tokenize(text, 0, len(text)) for text in (said, claimed)]
    rates = []
    for words in tokens:
        cue = cue_at(words, 0)
        assert cue is not None
        rates.append(likelihood(cue, frame_at(words, 0)))
    assert rates[0] > rates[1]


@pytest.mark.parametrize("text", ["the claim of", "his warning about", "Iran's call for"])
def test_a_cue_after_an_article_is_a_noun(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    at = next(at for at, token in enumerate(tokens) if token.lower in ("claim", "warning", "call"))
    cue = cue_at(tokens, at)
    assert cue is None or cue.tense == "noun"


def test_the_end_of_a_newspapers_name_is_no_verb() -> None:
    text = "the story in the Drudge Report was old"
    tokens = tokenize(text, 0, len(text))
    assert cue_at(tokens, 5) is None


@pytest.mark.parametrize("words", ["she stated that", "he criticised the", "it implored them", "Mora retorted that"])
def test_a_verb_that_only_reports_is_a_cue_however_rare(words: str) -> None:
    assert cue_at(tokenize(words, 0, len(words)), 1) is not None


def test_a_state_is_no_saying() -> None:
    words = "every state"
    assert cue_at(tokenize(words, 0, len(words)), 1) is None
