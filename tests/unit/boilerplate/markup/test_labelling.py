"""Labels of small pages written for these tests."""

from annotators.annotation import KEPT_KINDS
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.boilerplate.markup import has_markup
from annotators.loaders.html import load_html
from annotators.loaders.text import article_from_text

PROSE = "The harbour master said on Monday that the old crane would be taken down before the winter storms came. "
MENU = "".join(
    f'<li class="menu-item"><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Culture", "Shop")
)


def read(body: str, head: str = "") -> Article:
    return load_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def kinds(article: Article) -> dict[str, str]:
    found = label_blocks(article).blocks
    return {article.text[label.start : label.end]: label.kind for label in found}


def test_plain_text_has_no_markup_and_a_page_has() -> None:
    assert not has_markup(article_from_text("A line.\n", "a.txt"))
    assert has_markup(read("<p>A line.</p>"))
    deep = "<section>" * 30 + "<p>A line.</p>" + "</section>" * 30
    assert has_markup(read(deep))
    assert has_markup(read(f"{deep}<p>Another.</p>"))


def test_a_page_of_one_paragraph_keeps_it() -> None:
    assert kinds(read(f"<p>{PROSE}</p>")) == {PROSE.strip(): "body"}


def test_a_page_of_nothing_but_a_menu_is_not_empty() -> None:
    found = label_blocks(read(f"<nav><ul>{MENU}</ul></nav>")).blocks
    assert any(label.kind in KEPT_KINDS for label in found)


def test_the_reasons_of_a_menu_name_it() -> None:
    article = read(f'<nav class="menu"><ul>{MENU}</ul></nav><h1>Crane to go</h1>' + f"<p>{PROSE * 2}</p>" * 8)
    menu = label_blocks(article).blocks[0]
    assert menu.kind == "nav"
    said = " ".join(menu.reasons)
    assert "link" in said or "navigation" in said or "menu" in said


def test_the_heading_that_repeats_the_title_is_the_headline() -> None:
    title = "Old harbour crane to be taken down before winter"
    page = f"<h2>Harbour</h2><h1>{title}</h1>" + f"<p>{PROSE * 2}</p>" * 6
    assert kinds(read(page, f"<title>{title}</title>"))[title] == "headline"


STORY = [
    "The harbour board will let the old ferry run for one more winter, its chairman said on Monday evening.",
    "Two of the three boats are older than anybody who still works on them can remember, and it shows.",
    "Islanders had gathered four thousand names against the closing of the line, which was due in October.",
    "A new boat is to be built in the yard at Brannock, and should be at the quay by the spring after next.",
    "What it will cost nobody would say on Monday; half of the money, though, is promised by the county.",
    "School children will go on crossing for nothing, as they have done ever since the end of the war.",
]
TOLD = '<meta property="og:title" content="Old ferry to run for one more winter">'
HEAD = "<h1>Old ferry to run for one more winter</h1>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def kept(article: Article) -> list[str]:
    found = label_blocks(article).blocks
    return [article.text[one.start : one.end] for one in found if one.kind in ("body", "deck", "subhead")]


def test_a_story_repeated_for_another_screen_width_is_kept_once() -> None:
    wide, narrow = (f'<div class="{name} article-body">{paragraphs(STORY)}</div>' for name in ("wide", "narrow"))
    assert kept(read(f"<main>{HEAD}{wide}{narrow}</main>", TOLD)) == STORY


def test_a_refrain_within_the_story_is_kept_each_time() -> None:
    refrain = "Oh row me over the water, my love, before the lamps are lit tonight."
    texts = [*STORY[:2], refrain, *STORY[2:4], refrain, *STORY[4:]]
    page = f'<main><div class="article-body">{HEAD}{paragraphs(texts)}</div></main>'
    assert kept(read(page, TOLD)) == texts


def test_another_article_below_the_story_is_not_the_story() -> None:
    other = ["The mayor of Brannock has not decided yet whether he wants to stand again in the coming autumn."]
    more = [f"{text.replace('ferry', 'bridge')} Nobody at the town hall would add to that." for text in STORY[1:]]
    page = (
        f'<main><article id="first" class="article-body">{HEAD}{paragraphs(STORY + [f"{x} So it is." for x in STORY])}'
        f'</article><article id="second" class="article-body"><h1>Mayor says nothing</h1>{paragraphs(other + more)}'
        "</article></main>"
    )
    found = kept(read(page, TOLD))
    assert found[: len(STORY)] == STORY
    assert not set(found) & {*other, *more}


def test_a_link_announced_as_another_story_is_no_paragraph() -> None:
    link = '<p>Read more: <a href="/x">Why the winter of 1963 closed the harbour for nine weeks</a></p>'
    page = f'<main><div class="article-body">{HEAD}{paragraphs(STORY[:3])}{link}{paragraphs(STORY[3:])}</div></main>'
    assert kept(read(page, TOLD)) == STORY


def test_a_block_alone_under_a_picture_is_its_caption() -> None:
    picture = '<div class="content-image"><img src="a.jpg"><p>The ferry at the quay of Sallow on Monday</p></div>'
    page = f'<main><div class="article-body">{HEAD}{paragraphs(STORY[:3])}{picture}{paragraphs(STORY[3:])}</div></main>'
    article = read(page, TOLD)
    assert kept(article) == STORY
    assert kinds(article)["The ferry at the quay of Sallow on Monday"] in ("caption", "credit")
