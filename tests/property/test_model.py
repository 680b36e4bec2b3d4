"""Invariant 6: overlapping spans flatten to runs without loss."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotators.annotation import Span, flatten, merge

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS)
def test_every_span_is_the_union_of_the_runs_over_which_it_lies(spans):
    covered: list[set[int]] = [set() for _ in spans]
    for run in flatten(spans):
        for position in run.over:
            covered[position] |= set(range(run.start, run.end))
    assert covered == [set(range(span.start, span.end)) for span in spans]


@given(SPANS)
def test_runs_are_in_order_and_never_overlap_and_neighbours_differ(spans):
    runs = list(flatten(spans))
    for before, after in pairwise(runs):
        assert before.end <= after.start
    for run in runs:
        assert run.start < run.end
        assert run.over == tuple(sorted(run.over))


@given(SPANS)
def test_merged_spans_cover_the_same_characters_and_lie_apart(spans):
    merged = merge(spans)
    assert {at for span in merged for at in range(*span)} == {at for span in spans for at in range(*span)}
    assert all(before.end < after.start for before, after in pairwise(merged))
