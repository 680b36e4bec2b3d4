"""Plain text falls into blocks: a line is a block, and hard-wrapped lines join."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotators.loaders.segmentation import block_spans, segment
from annotators.loaders.text import article_from_text
from annotators.rows import Columnar, column

PARAGRAPH = (
    "The council of Harrow Vale voted late on Thursday to close the town's only swimming pool, ending a dispute "
    "that has run for three years and cost two leaders their posts. Opponents said they would go to court."
)
SECOND = (
    "Residents who had queued since the morning were told that the gallery was full and that the meeting could be "
    "followed on a screen in the library, which turned out to be shut."
)


def blocks(text: str) -> list[str]:
    return [text[block.start : block.end] for block in segment(text)]


def test_each_line_is_a_block_and_a_blank_line_is_none():
    assert blocks("Menu\nNews\n\n  \t\nA paragraph.\n") == ["Menu", "News", "A paragraph."]


def test_white_space_at_the_edges_is_outside_and_inside_it_stays():
    assert blocks(" \u00a0 Jane\u00a0Doe  reports \u2003\n") == ["Jane\u00a0Doe  reports"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_parts_blocks(newline):
    assert blocks(newline.join(["One", "Two", "", "Three"])) == ["One", "Two", "Three"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_join_into_paragraphs(width, newline):
    parts = ["Town votes to close pool", "By Mara Quill", textwrap.fill(PARAGRAPH, width), textwrap.fill(SECOND, width)]
    text = "\n\n".join(parts).replace("\n", newline)
    assert [" ".join(block.split()) for block in blocks(text)] == [parts[0], parts[1], PARAGRAPH, SECOND]


def test_list_items_of_a_hard_wrapped_text_stay_apart():
    text = "\n\n".join([textwrap.fill(PARAGRAPH, 70), "- bread\n- milk and honey\n- salt", textwrap.fill(SECOND, 70)])
    assert len(blocks(text)) == 5


def test_an_indented_line_begins_a_paragraph_of_a_hard_wrapped_text():
    text = textwrap.fill(PARAGRAPH, 70) + "\n" + textwrap.fill(SECOND, 70, initial_indent="    ")
    assert len(blocks(text)) == 2


def test_a_short_line_ends_a_paragraph_even_without_a_blank_line():
    text = textwrap.fill(SECOND, 70) + "\nMore on this story\n" + textwrap.fill(PARAGRAPH, 70)
    assert "More on this story" in blocks(text)


def test_a_menu_is_not_taken_for_hard_wrapped_text():
    menu = [
        "Home",
        "World news and analysis from our own people",
        "Sport",
        "Business, money and the markets today",
        "Culture",
    ]
    assert blocks("\n".join(menu) + "\n" + PARAGRAPH) == [*menu, PARAGRAPH]


def test_headlines_of_any_length_one_a_line_stay_apart():
    teasers = [
        "Ferry strike enters a second week as talks stall in Port Sallow",
        "Why the price of lentils doubled",
        "The museum that nobody visits, and the man who will not let it close",
        "Five walks for a wet weekend",
        "Court hears of the missing ledgers in the Brandt case",
    ]
    assert blocks("\n".join(teasers)) == teasers


def test_a_million_characters_on_one_line_are_one_block():
    assert len(blocks("word " * 200_000)) == 1


def test_lines_wrapped_for_a_proportional_font_join_where_sentences_continue() -> None:
    text = (
        "Bridge repairs will take until the autumn\r\n\r\n"
        "The council said on Monday that the old bridge over the river, which carries some\r\n"
        "four thousand cars a day, would stay shut until the middle of September while workers replace its\r\n"
        "bearings and the joints beneath the road. Drivers who cross it\r\n"
        "every morning have been told to use the ferry, which will run twice as often and cost nothing for\r\n"
        "as long as the work goes on. Shops along the quay, whose owners had asked for\r\n"
        "help with their rents, will be paid a part of what they lose in those weeks, the council\r\n"
        "leader said after a long meeting that was open to everybody who lives or works on the\r\n"
        "island and that ended well past midnight with a vote which nobody could remember\r\n"
        "having seen before in that room.\r\n"
        "Lena Marsh reported from the quay.\r\n"
    )
    blocks = [text[block.start : block.end] for block in segment(text)]
    assert len(blocks) == 3
    assert blocks[1].startswith("The council said")
    assert blocks[1].endswith("in that room.")


@given(
    st.lists(st.sampled_from([*"a · \t \n \r \r\n \xa0 \u2028 \x0b \x0c \x1c \x85 \u3000 🙂".split(" "), " "])).map(
        "".join
    )
)
def test_a_line_ends_at_a_line_feed_or_a_carriage_return_and_nowhere_else(text: str) -> None:
    inked = [match.span() for match in re.finditer(r"\S(?:[^\r\n]*\S)?", text)]
    assert block_spans(text) == inked


def test_many_blocks_are_columns_of_their_edges() -> None:
    lines = [f"Line {number}." for number in range(1500)]
    article = article_from_text("\n\n".join(lines), "a.txt")
    assert isinstance(article.blocks, Columnar)
    assert [article.text_of(block) for block in article.blocks] == lines


def test_hanging_lines_belong_to_their_list_item() -> None:
    items = [textwrap.fill(f"{sign} {PARAGRAPH}", 72, subsequent_indent=" " * (len(sign) + 1)) for sign in ("*", "12.")]
    assert blocks("\n".join(items)) == items


@pytest.mark.parametrize("sign", ["> ", ">", "> > ", ">> "])
def test_quoted_lines_of_a_mail_join_only_with_lines_of_the_same_depth(sign: str) -> None:
    quoted = "\n".join(sign + line for line in textwrap.wrap(PARAGRAPH, 66))
    deeper = "\n".join(f">>> {line}" for line in textwrap.wrap(SECOND, 66))
    answer = textwrap.fill(SECOND, 66)
    text = f"On Monday Ann Lee wrote:\n{quoted}\n{sign.strip()}\n{deeper}\n\n{answer}\n"
    assert blocks(text) == ["On Monday Ann Lee wrote:", quoted, sign.strip(), deeper, answer]


def test_items_in_what_is_quoted_stay_apart() -> None:
    lines = [f"> {line}" for line in textwrap.wrap(PARAGRAPH * 2, 66)]
    assert blocks("\n".join([*lines, "> * one", "> * two"]))[1:] == ["> * one", "> * two"]


def test_full_lines_of_scripts_without_spaces_join() -> None:
    prose = "港口委员会周一表示岛民已收集四千个签名反对关闭航线他们说不会放弃这条航线因为没有它就没有学校和医院" * 4
    wrapped = "\n".join(prose[at : at + 33] for at in range(0, len(prose), 33))
    headlines = "\n".join(prose[at * 10 : at * 10 + size] for at, size in enumerate((12, 25, 31, 18, 29, 22, 14, 27)))
    assert blocks(f"{wrapped}\n\n{prose[:20]}\n") == [wrapped, prose[:20]]
    assert blocks(headlines) == headlines.split("\n")


def test_narrow_columns_join_where_sentences_continue() -> None:
    wrapped = [textwrap.fill(paragraph, 34) for paragraph in (PARAGRAPH, SECOND)]
    assert blocks("The pool\n\n" + "\n\n".join(wrapped)) == ["The pool", *wrapped]


def test_lines_of_verse_and_short_headings_stay_apart() -> None:
    verse = "\n".join(
        f"{line}{end}"
        for line in ("The boat goes out at morning", "The boat comes home at night", "The gulls go up in warning")
        for end in (",", ";", "")
    )
    assert blocks(verse) == verse.split("\n")


def test_blocks_made_from_columns_have_default_values_for_other_fields():
    found = segment("A line\n" * 2000)
    assert isinstance(found, Columnar)
    for field in ("start", "end", "tag", "path", "linked"):
        assert list(column(found, field)) == [getattr(block, field) for block in found]
    with pytest.raises(KeyError):
        column(found, "colour")
