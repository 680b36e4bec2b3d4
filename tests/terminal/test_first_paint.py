"""The first screen is there before Textual is, and the reader takes it over without moving a letter."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotators.annotation import AnnotationSet, BlockLabel, Layer, Mention
from annotators.loaders import load
from annotators.version import annotations_version
from tests.terminal.looking import ENDED, Watched
from tui.library import Library
from tui.paths import library_file

PARAGRAPHS = [
    f"Paragraph {number}: the harbour of Norwick is as wide as it was, and the ferry goes at noon, as "
    "it has for years, whatever the weather, with 北京 painted on its side and a café below the deck."
    for number in range(60)
]
TEXT = "\n\n".join(["Norwick keeps its ferry", *PARAGRAPHS])

WAITING = """
import os, sys, time
from tui.opening import Opening
articles = Opening.articles
def wait_for_them(opening):  # they are asked for when the first paint is done
    while not os.path.exists(sys.argv[1]):
        time.sleep(0.01)
    return articles(opening)
Opening.articles = wait_for_them
{more}
from tui.cli import main
sys.exit(main(sys.argv[2:]))
"""


class Gated(Watched):
    """A reader that waits between its first paint and the rest until it is let go."""

    def __init__(self, gate: Path, source: Path, columns: int, rows: int, more: str, model: str) -> None:
        self.gate = gate
        options = ["--model", model] if model else []
        code = WAITING.format(more=more)
        super().__init__([sys.executable, "-c", code, str(gate), str(source), *options], columns, rows)

    def let_go(self) -> None:
        """Let the reader take over, and wait until it has."""
        self.gate.touch()
        self.wait_for_more(b"\x1b[?1004h")
        self.wait_for_more(ENDED, before=1)  # the first frame was not the reader's
        _ = self.lines


Start = Callable[..., Gated]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def start(tmp_path: Path, article: Path) -> Iterator[Start]:
    started: list[Gated] = []

    def begin(columns: int = 100, rows: int = 30, more: str = "", model: str = "none/such") -> Gated:
        terminal = Gated(tmp_path / "gate", article, columns, rows, more, model)
        started.append(terminal)
        terminal.look_for("ferry")
        terminal.settle(0.05, patience=0.1)
        return terminal

    yield begin
    for terminal in started:
        terminal.close()


def beside_the_sidebar(lines: list[str], columns: int) -> list[str]:
    """The screen without the sidebar's column: the first and the last line whole."""
    side = 0 if columns < 72 else 24 if columns < 90 else 30
    return [lines[0], *(line[side:] for line in lines[1:-1]), lines[-1]]


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24), (60, 20), (30, 8), (140, 45)])
def test_the_reader_takes_over_without_moving_a_letter(start: Start, columns: int, rows: int) -> None:
    terminal = start(columns, rows)
    first = beside_the_sidebar(terminal.lines, columns)
    assert first[0].startswith(" Norwick keeps it")
    assert "0%" in first[-1]
    assert sum("Paragraph" in line for line in first) >= 1
    terminal.let_go()
    terminal.look_for(" clean ")
    after = beside_the_sidebar(terminal.lines, columns)
    assert after[1 : rows // 2] == first[1 : rows // 2]
    ending = first[-1].split()[-1]
    terminal.wait_until(  # for a while it is said that there is no model
        lambda lines: beside_the_sidebar(lines, columns)[1:-1] == first[1:-1] and lines[-1].rstrip().endswith(ending),
        "what was shown first never came back",
    )
    after = beside_the_sidebar(terminal.lines, columns)
    assert after[0].split("●")[0].rstrip() == first[0].split("●")[0].rstrip()
    assert " clean " not in first[0]  # nobody knows yet what is
    assert terminal.output.count(b"\x1b[?1049h") == 1
    assert b"\x1b[2J" not in terminal.output


@contextmanager
def shelf() -> Iterator[Library]:
    library = Library.open(library_file())
    try:
        yield library
    finally:
        library.close()


def annotate(article: Path, position: int) -> None:
    """Put the article on the shelf, all that is to be found in it found, left at a place."""
    opened = load(str(article))
    kinds = ["headline", *("ad" if number % 5 == 2 else "body" for number in range(len(PARAGRAPHS)))]
    labels = [
        BlockLabel(start=block.start, end=block.end, kind=kind)
        for block, kind in zip(opened.blocks, kinds, strict=True)
    ]
    names = [
        Mention(start=at, end=at + 7, label="GPE")
        for block in opened.blocks
        if (at := opened.text.find("Norwick", block.start, block.end)) >= 0
    ]
    found = AnnotationSet(
        blocks=tuple(labels),
        mentions=tuple(names),
        ready=frozenset({Layer.STRUCTURE, Layer.ENTITIES, Layer.QUOTES}),
    )
    with shelf() as library:
        library.add(opened, "Norwick keeps its ferry", found, annotations_version(None))
        library.save_position(opened.fingerprint, position)


@pytest.mark.parametrize("columns", [100, 60])
def test_an_article_opened_again_is_there_at_its_place_with_its_layers(
    start: Start, article: Path, columns: int
) -> None:
    annotate(article, TEXT.index("Paragraph 30"))
    terminal = start(columns, 24, model="")
    first = beside_the_sidebar(terminal.lines, columns)
    assert any("Paragraph 30" in line for line in first)
    assert any("1 line stripped: ad" in line for line in first)
    assert "resumed at" in first[-1]
    assert b"\x1b[0;4;" in terminal.output  # names are underlined
    terminal.let_go()

    def as_before(lines: list[str]) -> bool:
        """Where one has been is said for some seconds."""
        after = beside_the_sidebar(lines, columns)
        return after[:-1] == first[:-1] and after[-1].split()[-3:] == first[-1].split()[-3:]

    terminal.wait_until(as_before, "what was shown first never came back")


def test_keys_typed_before_the_reader_starts_are_neither_lost_nor_echoed(start: Start) -> None:
    terminal = start()
    before = list(terminal.lines)
    terminal.press(" ")
    terminal.press("j")
    assert terminal.lines == before
    terminal.let_go()
    terminal.look_for("Paragraph 9:")
    assert not any("Norwick keeps its ferry" in line for line in terminal.lines[1:])


def test_a_size_that_changes_before_the_reader_is_there_is_the_reader_s(start: Start) -> None:
    terminal = start()
    terminal.resize(60, 20)
    terminal.watch_size(60, 20)
    terminal.let_go()

    def fits(lines: list[str]) -> bool:
        return (
            lines[0].startswith(" Norwick keeps its ferry")
            and lines[0].rstrip().endswith(("finding the article", " min"))  # as soon as the structure is there
            and "0%" in lines[-1]  # what is said of the model has the whole line for a while
            and "Norwick keeps its ferry" in lines[1]
        )

    terminal.wait_until(fits, "it never was 60 by 20")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_the_reader_is_there_gives_the_terminal_back(start: Start, number: signal.Signals) -> None:
    terminal = start()
    assert terminal.end(stop=number) == 128 + number
    assert terminal.restored
    assert b"Traceback" not in terminal.output


def test_a_reader_that_cannot_be_started_gives_the_terminal_back_and_says_so(start: Start) -> None:
    terminal = start(more="sys.modules['textual'] = None")
    terminal.gate.touch()
    assert terminal.end() == 1
    assert terminal.restored
    after = bytes(terminal.output).rsplit(b"\x1b[?1049l", 1)[1]
    assert b"something went wrong" in after
    assert b"Traceback" not in after


def test_no_color_and_a_light_theme_are_painted_as_they_will_be(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "home" / "broadsheet" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "textual-light"\n', encoding="utf-8")
    grounds = []
    for _ in range(2):  # the looks of a theme that does not ship are known the second time
        terminal = start()
        grounds.append((terminal.ground(2, 50), terminal.ground(0, 50)))
        terminal.let_go()
        grounds.append((terminal.ground(2, 50), terminal.ground(0, 50)))
        terminal.press("q")
        terminal.end()
        terminal.gate.unlink()
    assert grounds[1] == grounds[2] == grounds[3]
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = start()
    first = terminal.ground(2, 50)
    terminal.let_go()
    assert len({first[index : index + 2] for index in (0, 2, 4)}) == 1 or first == "default"
