"""Where a page is sure of nothing, what it is least unsure of is kept."""

import pytest

from annotators.boilerplate.markup.doubt import with_lower_threshold
from annotators.boilerplate.markup.kinds import STORY_FROM
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html


def sights(*sizes):
    text = "".join(f"<p>{' '.join(['tide'] * size)} {number}</p>" for number, size in enumerate(sizes))
    return view_of(load_html(f"<main>{text}</main>".encode(), "a.html")).sights


def test_a_sure_page_is_left_as_it_is():
    shares = [0.97, 0.4, 0.85, 0.02]
    assert with_lower_threshold(sights(30, 30, 30, 30), shares) == shares


def test_lines_like_their_neighbours_stay_where_all_of_the_page_is_unsure():
    shares = [0.56, 0.38, 0.52, 0.4, 0.05]
    raised = with_lower_threshold(sights(30, 30, 30, 30, 30), shares)
    assert [share >= STORY_FROM for share in raised] == [True, True, True, True, False]


def test_the_measure_sinks_with_the_sureness_of_what_is_kept():
    raised = with_lower_threshold(sights(30, 30), [0.6, 0.45 * 0.6 / 0.8])
    assert raised[1] == pytest.approx(STORY_FROM)


def test_the_order_of_blocks_is_kept_and_certainty_stays():
    raised = with_lower_threshold(sights(9, 9, 9, 9), [0.5, 0.0, 0.3, 1.0 - 1e-9])
    assert raised[1] == 0.0
    assert raised[1] < raised[2] < raised[0] < raised[3] < 1.0


def test_a_page_of_which_nothing_is_likely_is_left_as_it_is():
    assert with_lower_threshold(sights(30, 30), [0.3, 0.1]) == [0.3, 0.1]


def test_a_long_sure_block_outweighs_short_unsure_ones_up_to_sixty_words():
    shares = [0.99, 0.5, 0.3]
    assert with_lower_threshold(sights(200, 10, 10), shares) == shares
    assert with_lower_threshold(sights(200, 70, 10), shares) != shares


def test_no_blocks_at_all():
    assert with_lower_threshold((), ()) == []
