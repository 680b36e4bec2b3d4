from training.boilerplate.corpus.gold import shares_in_gold

GOLD = "The first sentence of the story is here.\nIn short\nAnd this is the second one of them all."


def test_a_block_of_the_story_is_in_it_and_a_menu_is_not() -> None:
    texts = ["Home", "The first sentence of the story is here.", "Read more about something else entirely"]
    assert shares_in_gold(texts, GOLD) == [0.0, 1.0, 0.0]


def test_a_short_block_counts_where_its_neighbours_are() -> None:
    story = ["The first sentence of the story is here.", "In short", "And this is the second one of them all."]
    assert shares_in_gold(story, GOLD) == [1.0, 1.0, 1.0]
    assert shares_in_gold(["In short", *["menu entry"] * 8, *story], GOLD)[0] == 0.0


def test_of_repeated_blocks_the_one_inside_the_story_counts() -> None:
    teaser = "The first sentence of the story is here."
    texts = [teaser, *["menu entry"] * 8, teaser, "And this is the second one of them all."]
    shares = shares_in_gold(texts, GOLD)
    assert (shares[0], shares[9]) == (0.0, 1.0)


def test_no_block_is_in_an_empty_gold_text() -> None:
    assert shares_in_gold(["Home", "A longer line of five words"], "") == [0.0, 0.0]
