"""What is found on small pages written here."""

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


def test_a_page_of_one_paragraph_keeps_it() -> None:
    assert kinds(read(f"<p>{PROSE}</p>")) == {PROSE.strip(): "body"}


def test_a_page_of_nothing_but_a_menu_is_not_empty() -> None:
    found = label_blocks(read(f"<nav><ul>{MENU}</ul></nav>")).blocks
    assert any(label.kind in KEPT_KINDS for label in found)


def test_a_menu_says_that_it_is_one() -> None:
    article = read(f'<nav class="menu"><ul>{MENU}</ul></nav><h1>Crane to go</h1>' + f"<p>{PROSE * 2}</p>" * 8)
    menu = label_blocks(article).blocks[0]
    assert menu.kind == "nav"
    said = " ".join(menu.reasons)
    assert "link" in said or "navigation" in said or "menu" in said


def test_the_heading_that_repeats_the_title_is_the_headline() -> None:
    title = "Old harbour crane to be taken down before winter"
    page = f"<h2>Harbour</h2><h1>{title}</h1>" + f"<p>{PROSE * 2}</p>" * 6
    assert kinds(read(page, f"<title>{title}</title>"))[title] == "headline"
