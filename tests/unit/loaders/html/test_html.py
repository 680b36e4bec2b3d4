"""A page becomes the text of its blocks, in order, whatever its depth and character set."""

import contextlib
import json
import random
import time
import tracemalloc

import pytest

from annotators.loaders import LoadError
from annotators.loaders.html import load_html
from annotators.loaders.html.page import read_damaged_page, read_page

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferry strike enters second week | The Sallow Post</title>
<meta property="og:title" content="Ferry strike enters second week"><meta property="og:site_name" content="The Sallow Post">
<link rel="canonical" href="https://post.example/ferry"><style>p { color: red }</style>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
 {"@type": ["NewsArticle"], "headline": "Ferry strike enters second week", "author": [{"name": "Ann Lee"}, {"name": "Bo Ray"}],
  "datePublished": "2026-03-01T08:00:00Z", "publisher": {"name": "Sallow Post Ltd"}}]}</script></head>
<body><nav class="top menu"><a href="/">Home</a><a href="/w">World</a></nav>
<main><article id="story"><h1>Ferry strike enters
   second week</h1>
<p>By <span>Ann Lee</span><time>1 March</time></p>
<p>The strike &amp; the talks<br>go on.</p><p>One<p>Two &#27;[31m
<ul><li>first<li>second</ul>
<table><tr><td>a<td>b</tr><tr><td>1<td>2</table>
<pre>x  y
  z</pre>
<div style="display:none">hidden</div><div hidden>hidden too</div><noscript>no script</noscript>
<script>var x = "<p>code</p>"</script><figure><img alt="x"><figcaption>A quay</figcaption></figure>
</article></main></body></html>
"""  # noqa: E501


def texts(page: str | bytes) -> list[str]:
    article = load_html(page if isinstance(page, bytes) else page.encode(), "a.html")
    assert article.text == "\n\n".join(article.text_of(block) for block in article.blocks)
    return [article.text_of(block) for block in article.blocks]


def test_blocks_are_what_a_browser_shows_in_order():
    assert texts(PAGE) == [
        "Home World",
        "Ferry strike enters second week",
        "By Ann Lee 1 March",
        "The strike & the talks\ngo on.",
        "One",
        "Two \x1b[31m",
        "first",
        "second",
        "a\tb",
        "1\t2",
        "x  y\n  z",
        "A quay",
    ]


def test_a_block_knows_its_element_and_where_it_stands():
    blocks = load_html(PAGE.encode(), "a.html").blocks
    assert (blocks[0].tag, blocks[0].path) == ("nav", "body/nav.top.menu/a")
    assert (blocks[1].tag, blocks[1].path) == ("h1", "body/main/article#story/h1")
    assert (blocks[-1].tag, blocks[-1].path) == ("figcaption", "body/main/article#story/figure/figcaption")


def test_metadata_is_read_from_json_ld_and_meta_elements():
    metadata = load_html(PAGE.encode(), "a.html").metadata
    assert metadata.title == "Ferry strike enters second week"
    assert metadata.byline == "Ann Lee, Bo Ray"
    assert metadata.published == "2026-03-01T08:00:00Z"
    assert metadata.site == "The Sallow Post"
    assert metadata.language == "en-GB"
    assert metadata.url == "https://post.example/ferry"


def test_a_title_loses_the_name_of_the_site():
    page = "<meta property='og:title' content='The pool reopens | Sport | 3.5.'><h1>The pool reopens</h1><p>Text</p>"
    assert load_html(page.encode(), "a.html").metadata.title == "The pool reopens"


def test_without_json_ld_metadata_comes_from_the_visible_page():
    page = (
        "<title>A rather long headline about the town pool - Vale News</title><p class='article__byline'>By Jo Day</p>"
        "<time datetime='2026-01-02'>Friday</time><p>Text</p><script type='application/ld+json'>{broken</script>"
    )
    metadata = load_html(page.encode(), "a.html").metadata
    assert metadata.title == "A rather long headline about the town pool"
    assert (metadata.byline, metadata.published) == ("Jo Day", "2026-01-02")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/relative"])
def test_only_web_addresses_count_as_the_address(address):
    page = f'<link rel="canonical" href="{address}"><p>Text</p>'
    assert load_html(page.encode(), "a.html").metadata.url is None


@pytest.mark.parametrize(
    ("encoding", "declaration", "words"),
    [
        ("utf-8", "", "“Größe” – Τίρανα"),
        ("utf-8-sig", "", "“Größe” – Τίρανα"),
        ("utf-16", "", "“Größe” – Τίρανα"),
        ("cp1252", "", "“Größe” – café"),
        ("cp1252", '<meta charset="iso-8859-1">', "“Größe” – café"),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "Тирана"),
        ("gb18030", "<meta charset=gb2312>", "地拉那"),
        ("cp932", '<meta charset="Shift_JIS">', "ティラナ"),
        ("utf-8", '<meta charset="gb2312">', "saved again as UTF-8: 地拉那"),
        ("utf-8", '<meta charset="utf-16">', "Größe"),
        ("utf-8", '<meta charset="no-such-set">', "Größe"),
    ],
)
def test_any_character_set_is_read(encoding, declaration, words):
    assert texts(f"{declaration}<p>{words}</p>".encode(encoding)) == [words]


@pytest.mark.parametrize("depth", [100, 1000, 10_000, 100_000])
def test_text_at_any_depth_is_found(depth):
    page = "<div>" * depth + "deep down" + "</div>" * depth + "<p>after</p>"
    assert texts(page) == ["deep down", "after"]
    assert [block.text for block in read_damaged_page(page).blocks] == ["deep down", "after"]


def test_tags_that_are_never_closed_lose_nothing():
    assert "".join(texts("<div><b>one<p>two<span>three<td>four<h1>five")) == "onetwothreefourfive"


def test_a_page_with_only_hidden_text_is_shown_with_a_notice():
    article = load_html(b'<div style="display: none"><p>The story</p></div><script>show()</script>', "a.html")
    assert article.text == "The story"
    assert "hides all of its text" in article.notices[0]


def test_answers_that_are_folded_under_their_questions_are_shown():
    question = '<h3><button aria-expanded="false">How long does it take?</button></h3>'
    assert texts(f"{question}<div hidden><p>Two to three months.</p></div>") == [
        "How long does it take?",
        "Two to three months.",
    ]
    step = '<div style="display:none" role="region" aria-labelledby="a">A visit.</div>'
    assert texts(f"<p>Step 1</p><p>Sun</p>{step}") == [
        "Step 1",
        "Sun",
        "A visit.",
    ]


def test_hidden_menus_and_elements_without_a_heading_stay_hidden():
    menu = '<button aria-expanded="false">Sections</button>'
    assert texts(f"<nav>{menu}<div hidden>World</div></nav><p>Story</p>") == ["Sections", "Story"]
    assert texts(f"{menu}<ul hidden><li>World</ul><p>Story</p>") == ["Sections", "Story"]
    assert texts(f"{menu}<p>Story</p><div hidden>Thank you for signing up!</div>") == ["Sections", "Story"]
    assert texts('<div role="dialog" aria-labelledby="a" hidden>Cookies</div><p>Story</p>') == ["Story"]


def test_an_unclosed_link_target_is_no_link():
    article = load_html(b'<a name="top"><p>The story</p><p><a href="/b">Elsewhere</a></p>', "a.html")
    assert [(block.linked, block.links) for block in article.blocks] == [(0, 0), (len("Elsewhere"), 1)]


def test_noscript_ends_at_its_end_tag_even_with_open_elements_inside():
    page = '<noscript><div id="left"></noscript><p>The story</p><NOSCRIPT><p>no</p></NOSCRIPT ><p>goes on</p>'
    assert texts(page) == ["The story", "goes on"]


def test_what_react_streams_in_hidden_parts_is_shown():
    assert texts('<p>Menu</p><div hidden id="S:1a"><p>The story</p></div><div hidden><p>no</p></div>') == [
        "Menu",
        "The story",
    ]


def test_a_damaged_page_keeps_all_possible_text():
    article = load_html(b"<title>Head<p>One &amp; two<br>three<script>x = 1</script></p><style>p {} <p>Four", "a.html")
    assert [article.text_of(block) for block in article.blocks] == ["Head", "One & two\nthree", "p {}", "Four"]
    assert article.notices == ("the page is damaged; what could be read is shown",)


def test_a_post_in_a_template_is_shown_and_a_template_with_placeholders_is_not():
    post = "<p>" + "A post of a blog. " * 30 + "</p>"
    assert len(texts(f"<h1>Head</h1><script type='text/template'>{post}</script>")) == 2
    assert texts(f"<h1>Head</h1><script type='text/template'>{{{{ name }}}}{post}</script>") == ["Head"]


def test_ruby_annotations_are_left_out():
    assert texts("<p><ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>どもの<ruby>日<rt>ひ</rt></ruby></p>") == [
        "子どもの日"
    ]


@pytest.mark.parametrize("page", ["", "  \n", "<html><body></body></html>", "<script>x()</script>", "<p>\u200b</p>"])
def test_a_page_without_text_is_refused_and_never_empty(page):
    with pytest.raises(LoadError, match=r"a\.html"):
        load_html(page.encode(), "a.html")


def test_links_of_a_menu_do_not_run_together_and_words_in_letters_do():
    assert texts(
        "<p><a>Home</a><a>World</a></p><p>in<b>ter</b>est <i>C</i><sub>2</sub>H <em>can</em><b>not</b></p>"
    ) == [
        "Home World",
        "interest C2H cannot",
    ]


def test_a_name_does_not_run_into_the_word_before_it_however_deep_it_stands():
    assert texts(
        "<p><span>By</span><span class=author><a href=/n>Nora Quist</a></span></p>"
        "<p><a>Home</a><b><i>World</i></b> <b>no</b><i>w</i><u><b>here</b></u></p>"
    ) == ["By Nora Quist", "Home World nowhere"]


def test_two_line_breaks_separate_paragraphs():
    assert texts("<div>One<br>\n<br/>Two<br>three</div>") == ["One", "Two\nthree"]


def test_entities_may_stand_for_control_characters_and_stay_in_the_text():
    assert texts("<p>a&#27;b&#7;c&#x9b;d&#0;e&amp;#27;f</p>") == ["a\x1bb\x07c›d\ufffde&#27;f"]


def test_random_damage_to_a_page_never_raises_and_never_empties_it():
    generator = random.Random(11)
    data = PAGE.encode()
    pieces = [b"<", b">", b'"', b"&", b"\x00", b"\xff", b"</", b""]
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(generator.randint(1, 40)):
            at = generator.randrange(len(damaged))
            damaged[at : at + generator.randint(0, 3)] = generator.choice(pieces)
        article = load_html(bytes(damaged), "a.html")
        article.text.encode("utf-8")


@pytest.mark.parametrize(
    "piece",
    [
        "<script type=text/template>", "<title", "</script", "<!--", "<![CDATA[", "<a b='", "&", "<p>&#", "<svg><",
        "<ld ", "</p>", "<b><i></b>", "<div>x", "<li>", "<a>x", "<table><tr><td>",
    ],
)  # fmt: skip
def test_repeated_fragments_of_markup_take_linear_time(piece):
    page = (piece * (200_000 // len(piece))).encode()
    begun = time.process_time()
    with contextlib.suppress(LoadError):
        load_html(page, "a.html")
    assert time.process_time() - begun < 4


def test_a_large_page_opens_in_a_second_for_every_hundred_kilobytes():
    page = PAGE.replace(
        "</article>", "<p>Some words <a href='/x'>and a link</a> of a story.</p>" * 20_000 + "</article>"
    )
    begun = time.process_time()
    assert len(read_page(page).blocks) > 20_000
    assert time.process_time() - begun < len(page) / 100_000


SENTENCES = [
    "The ferry to Sallow will run for one more winter, the harbour board said on Monday.",
    "Two of its three boats are older than anybody who works on them can remember.",
    "Islanders had gathered four thousand names against the closing of the line.",
    "A new boat is to be built in the yard at Brannock by the spring after next.",
    "What it will cost nobody would say; half of it is promised by the county.",
    "School children will go on crossing for nothing, as they have since the war.",
]


def test_an_article_given_only_in_json_ld_is_inserted_below_its_beginning():
    body = "\\n".join(SENTENCES)
    page = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays", "articleBody": "'
        f'{body}"}}</script><h1>Ferry stays</h1><p>{SENTENCES[0]}</p><p>Subscribe to read on</p>'
    )
    assert texts(page) == ["Ferry stays", *SENTENCES, "Subscribe to read on"]
    article = load_html(page.encode(), "a.html")
    assert "tells machines" in article.notices[0]
    assert [block.told for block in article.blocks] == ["", *["body"] * 6, ""]


def test_a_visible_article_or_another_one_is_not_inserted_from_json_ld():
    def page(headline: str, shown: list[str]) -> str:
        body = "<p>" + "</p><p>".join(SENTENCES) + "</p>"
        told = f'{{"@type": "NewsArticle", "headline": "{headline}", "articleBody": "{body}"}}'
        shown_html = "".join(f"<p>{one}</p>" for one in shown)
        return f'<script type="application/ld+json">{told}</script><h2>Ferry stays</h2>{shown_html}'

    assert texts(page("Ferry stays", SENTENCES)) == ["Ferry stays", *SENTENCES]
    assert texts(page("Quite another story", ["A short note."])) == ["Ferry stays", "A short note."]
    assert texts(page("Ferry stays", ["A short note."])) == ["Ferry stays", *SENTENCES, "A short note."]


def test_a_lone_surrogate_in_json_ld_is_replaced():
    told = {
        "@type": "NewsArticle",
        "headline": "Ferry \ud800",
        "articleBody": "\n".join((*SENTENCES, "Half \udc00 one.")),
    }
    page = f'<title>Ferry</title><script type="application/ld+json">{json.dumps(told)}</script><h2>Ferry \ufffd</h2>'
    article = load_html(page.encode(), "a.html")
    assert article.text.endswith("Half \ufffd one.")
    assert article.metadata.title == "Ferry \ufffd"


def test_comparing_json_ld_with_the_page_takes_little_memory():
    shown = "".join(f"<p>{' '.join(f'w{number}x{word}' for word in range(60))}</p>" for number in range(2000))
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\n".join(SENTENCES)})

    def peak(page: str) -> int:
        tracemalloc.start()
        try:
            load_html(page.encode(), "a.html")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    script = f'<script type="application/ld+json">{told}</script>'
    assert peak(f"{script}<h1>Ferry</h1>{shown}") < 1.5 * peak(f"<h1>Ferry</h1>{shown}")


def test_html_in_a_script_is_read_if_the_page_has_no_text():
    inner = "<p>" + "</p><p>".join(SENTENCES) + "</p>"
    once = json.dumps({"title": "x" * 500, "html": inner})
    for script in (f"window.state = {once}", f"push([1, {json.dumps('5:' + once)}])".replace("<", "\\u003c")):
        article = load_html(f"<!DOCTYPE html><html><script>{script}</script></html>".encode(), "a.html")
        assert [article.text_of(block) for block in article.blocks] == SENTENCES
        assert "script" in article.notices[0]


def test_a_document_type_is_no_text():
    with pytest.raises(LoadError, match="no text"):
        load_html(b"<!DOCTYPE html><html><head><script>var x = 1</script></head><body></body></html>", "a.html")


def test_a_block_knows_how_close_the_picture_before_it_is():
    page = (
        "<main><p>Before.</p><div class=wide><div><img src=a.jpg></div><p>A quay</p><p>Photo: Ann Lee</p></div>"
        "<p>After.</p><p>Far.</p><p><img src=b.jpg>Inside</p><img width=1 src=c.gif><p>Counted</p><p>x<p>y<p>z</main>"
    )
    article = load_html(page.encode(), "a.html")
    found = {article.text_of(block): block.pictured for block in article.blocks}
    assert found == {
        "Before.": 0, "A quay": 2, "Photo: Ann Lee": 2, "After.": 2, "Far.": 0, "Inside": 1, "Counted": 2, "x": 2,
        "y": 0, "z": 0,
    }  # fmt: skip


def test_an_unclosed_svg_element_ends_at_a_paragraph():
    page = "<svg><path><text>Axis</text><p>One.</p><p>Two.</p><svg><foreignObject><p>Inside.</p></foreignObject></svg>"
    assert load_html(page.encode(), "a.html").text == "One.\n\nTwo."


def test_what_an_image_map_holds_beside_its_areas_is_shown():
    assert load_html(b"<map name=m><area href=/a><p>Two boats.</p></map>", "a.html").text == "Two boats."


@pytest.mark.parametrize(
    "charset", ["undefined", "unicode_escape", "raw_unicode_escape", "cp037", "utf-32", "idna", "hex", "x" * 9999]
)
def test_an_impossible_character_set_is_ignored(charset):
    page = f'<meta charset="{charset}"><p>The ferry stays \\u0041t Kirkwall.</p>'.encode()
    assert load_html(page, "a.html").text == "The ferry stays \\u0041t Kirkwall."
    assert load_html(page, "a.html", charset=charset).text == "The ferry stays \\u0041t Kirkwall."


def test_an_unclosed_tag_is_tried_once():
    begun = time.process_time()
    assert read_damaged_page("<p>One.</p><a" + "b" * 100_000).blocks
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<script>let tide = 4;", "<script>let ebb = 2;</script>"),
        ("<style><!-- p { color: navy }", "<style>li { color: navy }</style>"),
        ("<!-- of the harbour office", "<!-- end -->"),
        ("<title>Tides", "<svg><title>A wave</title></svg>"),
    ],
    ids=["script", "style", "comment", "title"],
)
def test_a_page_inside_an_unclosed_comment_is_shown(begin, end):
    story = "".join(f"<p>Ferry number {number} left the harbour at noon.</p>" for number in range(6))
    article = load_html(f"<html><head>{begin}</head><body>{story}{end}</body></html>".encode(), "a.html")
    assert article.text.count("left the harbour") == 6
    assert not {"navy", "let"} & set(article.text.split())
    assert article.notices == ("the page is damaged; what could be read is shown",)


def test_a_page_in_a_string_literal_is_no_page_of_its_own():
    written = "'<html><head></head><body>' + " + " + ".join(["'<p>tide</p>'"] * 6)
    with pytest.raises(LoadError):
        load_html(f"<script>document.write({written})</script>".encode(), "a.html")


def test_many_pages_in_unclosed_scripts_take_linear_time():
    begun = time.process_time()
    page = "<script></head>" + "<p>" * 6
    assert not read_damaged_page(page * 10_000 + "</script>").blocks
    assert time.process_time() - begun < 4


def test_a_page_in_utf_16_that_has_lost_a_byte_is_read_all_the_same() -> None:
    page = "<html><body><h1>Ferry</h1><p>The ferry stays for another winter.</p></body></html>" * 9
    data = page.encode("utf-16-le")
    article = load_html(data[:101] + data[102:], "page.html")
    assert "The ferry stays for another winter." in article.text


def test_no_state_of_a_page_is_left_for_the_next() -> None:
    page = "<title>Ferry stays</title><p>The ferry stays.</p>"
    first = read_page(page)
    odd = "<html lang=de><h1 class=byline>By <a href=x>Ann<div hidden><pre><li style='display:none'><svg><img src=a>"
    for hidden in (True, False):
        read_page(odd, hidden=hidden)
        again = read_page(page)
        assert (again.blocks, again.metadata.result()) == (first.blocks, first.metadata.result())
