"""Minutes and percentages are the same wherever they are said."""

from annotators.annotation import AnnotationSet, BlockLabel, Layer
from annotators.article import Article, Block, Source
from annotators.cleaning import DEFAULT_STRIPPED, clean_segments
from tui.library import Library
from tui.reading_time import kept_characters, minutes_for, words_in
from tui.widgets.edges.edge_lines import heading, resumed
from tui.widgets.panels.about import about_rows

STORY, MENU = "word " * 1150 + "end.", "menu " * 2300 + "end."
TEXT = f"{MENU}\n\n{STORY}\n"
ARTICLE = Article(TEXT, (Block(0, len(MENU)), Block(len(MENU) + 2, len(TEXT) - 1)), Source("a.txt"))
FOUND = AnnotationSet().with_layer(
    Layer.STRUCTURE,
    blocks=(
        BlockLabel(start=0, end=len(MENU), kind="nav"),
        BlockLabel(start=len(MENU) + 2, end=len(TEXT) - 1, kind="body"),
    ),
)


def test_header_panel_and_library_tell_the_minutes_of_the_clean_text(tmp_path):
    characters = kept_characters(len(TEXT), clean_segments(ARTICLE, FOUND, DEFAULT_STRIPPED))
    minutes = minutes_for(words_in(characters))
    assert minutes == 4
    right = heading("T", (), clean=False, characters=characters, columns=80)[1]
    assert right[-1].text == "4 min "
    assert any("words, 4 min" in row.text for row in about_rows(ARTICLE, 1151, minutes, 60))
    library = Library.open(tmp_path / "library.sqlite")
    library.remember(ARTICLE, "T", words_in(characters))
    entry = library.entry(ARTICLE.fingerprint)
    assert entry is not None
    assert entry.minutes == 4
    library.close()


def test_nobody_is_told_to_be_resumed_at_the_top():
    assert resumed(0.0, "g") == resumed(0.009, "g") == ""
    assert resumed(0.43, "home") == "resumed at 43%, home for top"


def test_how_long_it_takes_is_not_said_before_it_is_known_what_is_to_be_read() -> None:
    right = heading("T", (), clean=True, sorting=True, characters=100_000, columns=80)[1]
    assert "min" not in "".join(piece.text for piece in right)
