"""Damaged pages are read: no exception, and something is kept where text can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.extraction.hostile import CASES, SENTENCES, UNSEEN
from benchmarks.extraction.mutations import MUTATIONS, mutated, visible_words
from benchmarks.extraction.robustness import judge

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "gold" / "html").glob("*.html"))]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PAGES), st.integers(0, 1 << 30))
def test_a_damaged_page_is_read_in_time_and_not_empty(page: bytes, seed: int) -> None:
    names, data = mutated(page, seed)
    said, _ = judge(data)
    assert not said, f"{names}: {said}"


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_way_of_damage_is_read(name: str) -> None:
    import random

    for seed in range(3):
        data = MUTATIONS[name](PAGES[seed], random.Random(seed))
        assert not judge(data)[0]


@pytest.mark.parametrize("name", CASES)
def test_a_page_made_to_break_a_reader_is_read(name: str) -> None:
    said, pace = judge(CASES[name](200), () if name in UNSEEN else SENTENCES)
    assert not said
    assert pace < 1


def test_a_hundred_thousand_elements_deep() -> None:
    deep = b"<html><body>" + b"<div>" * 100_000 + b"<p>Text at the bottom of a very deep page, in plain words.</p>"
    said, pace = judge(deep)
    assert not said
    assert pace < 1


def test_visible_words_leave_out_scripts_and_comments() -> None:
    assert visible_words(b"<p>one two</p><script>three four</script><!-- five six -->") == 2
