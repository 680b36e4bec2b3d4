"""The terminal's answer about its background is read, kept, and never taken for keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tui.first_paint.ground import LIGHT, is_light, keep_ground, may_ask, theme_at_first
from tui.first_paint.hearing import _Parser

ANSWER = "\x1b]11;rgb:ffff/ffff/eeee\x1b\\"


@pytest.fixture(autouse=True)
def _terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORFGBG", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/dddd", True), ("rgb:1e1e/1e1e/1e1e", False), ("rgb:f/f/f", True), ("rgb:00/2b/36", False),
        ("rgba:fdfd/f6f6/e3e3/ffff", True), ("rgb:ff/ff", None), ("?", None), ("", None), ("rgb:x/y/z", None),
        ("rgb://", None),
    ],
)  # fmt: skip
def test_an_answer_is_a_light_ground_a_dark_one_or_none(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


def test_the_answer_about_the_background_is_kept_for_that_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert theme_at_first("auto") == "auto"
    keep_ground(True)
    assert theme_at_first("auto") == LIGHT
    assert theme_at_first("nord") == "nord"
    monkeypatch.setenv("TERM_PROGRAM", "another")
    assert theme_at_first("auto") == "auto"
    keep_ground(False)
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert theme_at_first("auto") == "auto", "what the terminal itself has said goes before what its environment says"
    monkeypatch.setenv("TERM_PROGRAM", "a third")
    assert theme_at_first("auto") == LIGHT
    monkeypatch.setenv("COLORFGBG", "15;default;0")
    assert theme_at_first("auto") == "auto"


def test_a_broken_file_is_nothing_kept(tmp_path: Path) -> None:
    keep_ground(True)
    (kept,) = tmp_path.rglob("ground.*")
    assert kept.read_text().endswith("\tlight\n")
    kept.write_bytes(kept.read_bytes().replace(b"light", b"\xff"))
    assert theme_at_first("auto") == "auto"
    kept.write_text("light\n\n\t\tdark")
    assert theme_at_first("auto") == "auto"


@pytest.mark.parametrize("term", ["dumb", "linux", "vt100", ""])
def test_terminals_that_might_print_the_question_are_not_asked(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert may_ask("auto")
    monkeypatch.setenv("TERM", term)
    assert not may_ask("auto")


def typed(*pieces: str) -> tuple[list[str], list[str]]:
    """The keys that come of what a terminal sends, and what was heard."""
    heard: list[str] = []
    parser = _Parser(heard.append, False)
    keys = [event.key for piece in pieces for event in parser.feed(piece) if isinstance(event, Key)]
    return keys, heard


@pytest.mark.parametrize("cut", range(1, len(ANSWER)))
def test_the_answer_is_heard_in_two_pieces_among_keys(cut: int) -> None:
    keys, heard = typed("ab" + ANSWER[:cut], ANSWER[cut:] + "cd")
    assert heard == ["rgb:ffff/ffff/eeee"]
    assert keys == ["a", "b", "c", "d"]


def test_an_escape_alone_is_a_key_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    parser = _Parser([].append, False)
    assert not list(parser.feed("\x1b"))
    assert not list(parser.tick())
    now += 0.2
    assert [event.key for event in parser.tick() if isinstance(event, Key)] == ["escape"]


def test_an_answer_ending_with_a_bell_is_read_and_later_ones_are_keys() -> None:
    keys, heard = typed("\x1b]11;rgb:0/0/0\x07x", "]11")
    assert (keys, heard) == (["x", "right_square_bracket", "1", "1"], ["rgb:0/0/0"])


def test_input_that_only_begins_like_an_answer_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.0)
    parser = _Parser([].append, False)
    sent = [event for piece in ("\x1b]11;", "q") for event in (*parser.feed(piece), *parser.tick())]
    assert [event.key for event in sent if isinstance(event, Key)][-1] == "q"
