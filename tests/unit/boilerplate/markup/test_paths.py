from annotators.boilerplate.markup.paths import path_of


def test_a_path_gives_its_tags_and_the_words_of_its_names() -> None:
    path = path_of("body/div#main.storyBody/nav@navigation/ul/li")
    assert path.shape.inside == {"body", "div", "nav", "ul", "li"}
    assert {"in:nav", "in:ul", "in:li", "t:ul/li", "t3:nav/ul/li", "c1:@navigation"} <= set(path.features)
    assert {"c2:main", "c2:story", "c2:body", "c2:story-body"} <= set(path.features)
    assert path.parent == "body/div#main.storyBody/nav@navigation/ul"
    assert path.grand == "body/div#main.storyBody/nav@navigation"


def test_a_link_that_spans_a_block_is_not_a_parent() -> None:
    assert path_of("body/ul/li/a").parent == "body/ul"
    assert path_of("body/ul/li").parent == "body/ul"


def test_a_name_counts_on_the_innermost_element() -> None:
    features = path_of("body/div.story/section/div/p.story").features
    assert "c0:story" in features
    assert "c2:story" not in features


def test_an_empty_path_has_no_features() -> None:
    assert path_of("").features == ["t:", "t3:"]
