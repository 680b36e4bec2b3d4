"""What the counting of cues writes is what the rules read."""

from __future__ import annotations

import tomllib

from annotators.quotes.english.lexicon import counts_in
from training.quotes.count_cues import render


def test_the_counts_written_are_the_counts_read() -> None:
    written = tomllib.loads(render({"say": {"all": [9, 12], "that": [5, 5], "of": [1, 1]}}, {"claim": {"all": [3, 4]}}))
    assert counts_in(written["verbs"]["say"]) == {"all": (9, 12), "that": (5, 5)}, "once is too seldom to be told"
    assert counts_in(written["nouns"]["claim"]) == {"all": (3, 4)}
