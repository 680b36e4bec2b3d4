"""The rules over clauses that ours are measured beside do what their description says."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from benchmarks.quotes.peers import clause_rules
from benchmarks.quotes.peers.measure import print_paired

NLP = spacy.blank("en")


def told(*tokens: tuple[str, int, str]) -> list[str]:
    """Each quotation of a parsed text as `speaker | cue | content`; a token is its word, head and dependency."""
    words, heads, deps = zip(*tokens, strict=True)
    doc = Doc(NLP.vocab, words=words, heads=heads, deps=deps)
    found = []
    for one in clause_rules.quotations(doc):
        pieces = [doc.text[slice(*span)] if span else "-" for span in (one.speaker, one.cue)]
        found.append(" | ".join([*pieces, " ... ".join(doc.text[slice(*span)] for span in one.content)]))
    return found


def test_a_clausal_complement_is_what_its_subject_says() -> None:
    tokens = (
        ("Mora", 1, "nsubj"), ("said", 1, "ROOT"), ("that", 5, "mark"), ("the", 4, "det"), ("pier", 5, "nsubj"),
        ("sank", 1, "ccomp"), (".", 1, "punct"),
    )  # fmt: skip
    assert told(*tokens) == ["Mora | said | that the pier sank"]


def test_a_clause_put_in_says_who_says_the_rest() -> None:
    tokens = (
        ("The", 1, "det"), ("pier", 2, "nsubj"), ("sank", 2, "ROOT"), ("on", 4, "case"), ("Monday", 2, "obl"),
        (",", 7, "punct"), ("Mora", 7, "nsubj"), ("said", 2, "parataxis"), (".", 2, "punct"),
    )  # fmt: skip
    assert told(*tokens)[0].startswith("Mora | said | The pier sank on Monday")


def test_words_in_marks_go_to_the_nearest_verb_of_saying() -> None:
    tokens = (
        ('"', 3, "punct"), ("It", 3, "nsubj"), ("all", 3, "advmod"), ("sank", 3, "ROOT"), ('"', 3, "punct"),
        ("Mora", 6, "nsubj"), ("said", 6, "ROOT"), (".", 6, "punct"),
    )  # fmt: skip
    assert told(*tokens) == ['Mora | said | " It all sank "']


def test_nobody_says_what_no_verb_reports() -> None:
    tokens = (("Mora", 1, "nsubj"), ("mended", 1, "ROOT"), ("the", 3, "det"), ("pier", 1, "obj"), (".", 1, "punct"))
    assert told(*tokens) == []


def test_a_difference_is_taken_within_each_draw(capsys: pytest.CaptureFixture[str]) -> None:
    good = {"reported:hit_pred": 8, "reported:pred": 10, "reported:hit_gold": 8, "reported:gold": 10}
    better = {f"paper_{number}": good for number in range(6)}
    worse = {name: {**tally, "reported:hit_pred": 4, "reported:hit_gold": 4} for name, tally in better.items()}
    print_paired({"ours": better, "others": worse}, "ours")
    assert "reported speech F1            40.0  [ 40.0,  40.0]" in capsys.readouterr().out
