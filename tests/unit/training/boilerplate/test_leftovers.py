"""Which lines of a page stand in what an extractor made of it."""

from __future__ import annotations

from training.boilerplate.corpus.leftovers import leftovers_of, lines_left, runs_of

LINES = (
    "Menu",
    "Ferry crew refuses to sail",
    "Share",
    "The crew refused on Sunday to leave the harbour.",
    "Share",
    "Menu",
)


def test_lines_are_left_that_are_lines_of_the_extracted_text_in_its_order() -> None:
    assert lines_left(
        LINES, "Ferry crew refuses to sail\n\nThe crew refused on Sunday to leave the harbour.\nShare"
    ) == [1, 3, 4]


def test_a_long_line_is_left_where_it_is_part_of_another_and_a_short_one_is_not() -> None:
    assert lines_left(LINES, "Share this: the crew refused on Sunday to leave the harbour. Menu of the day") == [3]


def test_numbers_are_written_as_runs() -> None:
    assert runs_of([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]


def test_the_numbers_kept_are_runs_in_ascending_order() -> None:
    for by_extractor in leftovers_of().values():
        for runs in by_extractor.values():
            flat = [number for run in runs for number in run]
            assert flat == sorted(flat)
