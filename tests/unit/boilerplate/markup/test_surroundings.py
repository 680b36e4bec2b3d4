from annotators.boilerplate.markup.surroundings import company, named_surroundings, outermost, surroundings
from annotators.boilerplate.markup.view import view_of
from annotators.loaders.html import load_html

PAGE = b"""<title>Ferry stays</title><main><article class=story><h1>Ferry stays</h1><p>It does.</p>
<div class=wide><div><img src=a.jpg></div><p>The quay on Monday</p><p>Photo: Ann Lee</p></div>
<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><img src=b.jpg><p>Five.</p><p>Six.</p><p>Seven.</p></article></main>
<p>Foot</p>"""


def page() -> tuple[list[str], dict[str, int]]:
    view = view_of(load_html(PAGE, "a.html"))
    texts = [view.article.text_of(block) for block in view.blocks]
    return texts, {text: company(view, number) for number, text in enumerate(texts)}


def test_few_blocks_share_a_pictures_element_with_its_caption_and_many_with_a_paragraph() -> None:
    _, found = page()
    assert found["The quay on Monday"] == found["Photo: Ann Lee"] == 1
    assert found["Five."] >= 4
    assert found["It does."] == found["Foot"] == -1


def test_features_say_how_far_below_the_headline_and_how_close_to_a_picture_a_block_is() -> None:
    view = view_of(load_html(PAGE, "a.html"))
    features = [named_surroundings(*one) for one in surroundings(view, [0, 0, 1, *[0] * 9], [0] * 12)]
    assert "ti1w0l0" in features[1]
    assert "pic2c1" in features[2]
    assert not any(feature.startswith("pic") for feature in features[1])


def test_the_outermost_article_element_of_a_path_is_found() -> None:
    assert outermost("body/main/article.story@article/div/article/p") == "body/main/article.story@article"
    assert outermost("body/article-list/p") == outermost("body/p") == ""
