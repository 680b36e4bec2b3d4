"""Sources open one after the other, and none keeps the next from it."""

from __future__ import annotations

import io
import os
import queue
from pathlib import Path

import pytest

import tui.opening
from annotators.article import Article
from annotators.loaders import LoadError
from tui.opening import Opening, open_articles


def failing(source: str, **_: object) -> None:
    raise RecursionError("too deep")


def test_an_error_that_nobody_foresaw_is_one_line_and_the_next_source_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tmp_path / "b.txt"
    good.write_text("The river rose.\n")
    load = tui.opening.load
    monkeypatch.setattr(
        tui.opening, "load", lambda source, stdin: (load if source == str(good) else failing)(source, stdin=stdin)
    )
    said: list[str] = []
    bad, read = open_articles(["a.eml", str(good)], said.append)
    assert bad is None
    assert read is not None
    assert read.text.strip() == "The river rose."
    assert len(said) == 1
    assert said[0].startswith("a.eml: ")
    assert "RecursionError" in said[0]


def test_the_reader_passes_over_a_plain_text_that_fails_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The river rose.\n")
    read_plain = tui.opening.read_plain
    monkeypatch.setattr(
        tui.opening, "read_plain", lambda source: (failing if source.endswith("a.txt") else read_plain)(source)
    )
    opening = Opening([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    first = opening.first()
    assert first is not None
    assert first.source.endswith("b.txt")
    assert opening.failed == 1


def test_how_many_did_not_open_is_there_to_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("The river rose.\n")
    empty.write_text("")
    opening = Opening([str(empty), str(good), str(tmp_path / "missing.txt")])
    assert opening.first() is not None
    assert len(list(opening.articles())) == 1
    assert opening.complaints() == ["2 of 3 could not be opened; quitting tells why"]
    opening.narrate()
    assert len(capsys.readouterr().err.splitlines()) == 2
    alone = Opening([str(good)])
    alone.first()
    assert alone.complaints() == []


def test_messages_about_a_pipe_name_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("The café is late.\n".encode("cp1252"))))
    said: list[str] = []
    (article,) = open_articles(["-"], said.append)
    assert article is not None
    assert article.source.location == "-"
    assert [sentence.partition(":")[0] for sentence in said] == ["standard input"]


class Screen(io.StringIO):
    """A terminal that errors are said on."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


@pytest.mark.parametrize("on_screen", [False, True])
def test_that_a_page_is_fetched_is_said_on_a_terminal_and_nothing_of_it_stays(
    on_screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, seen = Screen(), []
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((40, 20)))

    def fetch(source: str, stdin: object) -> None:
        seen.append(screen.getvalue())
        raise LoadError("it takes too long", "try again")

    monkeypatch.setattr(tui.opening, "load", fetch)
    assert list(open_articles(["https://x.y/\x1b[31mferry-strike-in-its-second-week"], seen.append)) == [None]
    if on_screen:
        screen.seek(screen.truncate(0))
        list(open_articles(["https://news.example/a"], seen.append, on_screen=True))
        assert screen.getvalue() == ""
    else:
        assert seen[0] == "broadsheet: fetching https://x.y/␛[31mf\r"
        assert screen.getvalue() == seen[0] + " " * 39 + "\r"


def test_no_progress_is_printed_if_standard_error_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr("sys.stderr", kept)
    monkeypatch.setattr(tui.opening, "load", failing)
    list(open_articles(["https://news.example/a"], lambda _: None))
    assert kept.getvalue() == ""


def several(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_text(f"The river rose at {name}.\n")
    return [str(folder / name) for name in names]


def test_of_many_articles_the_first_open_at_once_and_the_others_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.opening, "_PATIENCE", -1.0)
    opening = Opening([*several(tmp_path, "a.txt", "b.txt"), str(tmp_path / "gone.txt"), *several(tmp_path, "c.txt")])
    assert opening.first() is not None
    assert [article.text[-6:] for article in opening.at_once()] == ["a.txt.\n"[-6:]]
    assert opening.to_come == 3
    told: queue.Queue[Article | None] = queue.Queue()
    opening.go_on(told.put)
    others = [told.get(timeout=20) for _ in range(3)]
    assert [article.source.location[-5:] if article else None for article in others] == ["b.txt", "c.txt", None]
    assert (opening.to_come, opening.failed) == (0, 1)


def test_two_that_are_compared_are_waited_for_and_what_is_stopped_opens_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.opening, "_PATIENCE", -1.0)
    opening = Opening(several(tmp_path, "a.txt", "b.txt", "c.txt"))
    opening.first()
    assert len(opening.at_once(least=2)) == 2
    opening.stop()
    told: queue.Queue[Article | None] = queue.Queue()
    opening.go_on(told.put)
    assert told.get(timeout=20) is None
    assert opening.to_come == 1
