from __future__ import annotations

from annotators.cleaning import Segment
from tui.positions.searching import MOST, find_matches

TEXT = "The bridge. A BRIDGE of\nsighs; the Bridge of sighs."


def words(found: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in find_matches(TEXT, found).spans]


def test_lower_case_finds_every_case_and_a_capital_makes_case_count() -> None:
    assert words("bridge") == ["bridge", "BRIDGE", "Bridge"]
    assert words("Bridge") == ["Bridge"]


def test_a_space_finds_any_white_space_and_nothing_else_is_a_pattern() -> None:
    assert words("bridge of sighs") == ["BRIDGE of\nsighs", "Bridge of sighs"]
    assert words("b.idge") == []
    assert words("  ") == []
    assert words("") == []


def test_steps_go_around_both_ends() -> None:
    found = find_matches(TEXT, "bridge").at_or_after(0)
    assert found.counter == "1/3"
    assert found.span is not None
    assert found.step(found.span.start, -1).counter == "3/3"
    assert found.step(len(TEXT), 1).counter == "1/3"
    assert found.at_or_after(TEXT.index("BRIDGE")).counter == "2/3"


def test_matches_in_stripped_segments_are_counted_apart() -> None:
    found = find_matches(TEXT, "bridge", (Segment(0, 11, ("nav",), 1),)).at_or_after(0)
    assert found.counter == "1/2 (+1 stripped)"
    assert find_matches("ad", "ad", (Segment(0, 2, ("ad",), 1),)).counter == "no match (+1 stripped)"


def test_no_more_are_counted_than_help_anybody() -> None:
    assert find_matches("a" * (MOST + 5), "a").at_or_after(0).counter == f"1/{MOST}+"
