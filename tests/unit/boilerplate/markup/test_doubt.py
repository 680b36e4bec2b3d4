"""Where a page is sure of nothing, what it is least unsure of is kept."""

import pytest

from annotators.boilerplate.markup.doubt import with_lower_threshold
from annotators.boilerplate.markup.kinds import STORY_FROM
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html


def sights(*sizes):
    text = "".join(f"<p>{' '.join(['tide'] * size)} {number}</p>" for number, size in enumerate(sizes))
    return view_of(load_html(f"<main>{text}</main>".encode(), "a.html")).sights


def test_the_probabilities_of_a_certain_page_are_unchanged():
    shares = [0.97, 0.4, 0.85, 0.02]
    assert with_lower_threshold(sights(30, 30, 30, 30), shares) == shares


def test_on_an_uncertain_page_the_threshold_is_lowered():
    shares = [0.56, 0.38, 0.52, 0.4, 0.05]
    raised = with_lower_threshold(sights(30, 30, 30, 30, 30), shares)
    assert [share >= STORY_FROM for share in raised] == [True, True, True, True, False]


def test_the_threshold_falls_with_the_mean_probability_of_kept_blocks():
    raised = with_lower_threshold(sights(30, 30), [0.6, 0.45 * 0.6 / 0.8])
    assert raised[1] == pytest.approx(STORY_FROM)


def test_raised_odds_keep_the_order_and_certainty():
    raised = with_lower_threshold(sights(9, 9, 9, 9), [0.5, 0.0, 0.3, 1.0 - 1e-9])
    assert raised[1] == 0.0
    assert raised[1] < raised[2] < raised[0] < raised[3] < 1.0


def test_a_page_without_probable_blocks_is_unchanged():
    assert with_lower_threshold(sights(30, 30), [0.3, 0.1]) == [0.3, 0.1]


def test_a_long_sure_block_outweighs_short_unsure_ones_up_to_sixty_words():
    shares = [0.99, 0.5, 0.3]
    assert with_lower_threshold(sights(200, 10, 10), shares) == shares
    assert with_lower_threshold(sights(200, 70, 10), shares) != shares


def test_a_page_without_blocks_has_no_probabilities():
    assert with_lower_threshold((), ()) == []
