from __future__ import annotations

import asyncio
import os
import signal
import sys
import webbrowser
from pathlib import Path

import pytest

from annotators.article import Article, Metadata, Source
from tui.terminal.external import browser_takes_terminal, edit_command, open_in_browser, run_editor, web_address


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://example.org/\x1b]0;x", False),
        ("https://example.org/a --flag", False),
        ("-https://example.org", False),
        ("https://[", False),
    ],
)
def test_only_a_plain_http_or_https_address_is_opened(address: str, opened: bool) -> None:
    article = Article("", (), Source("x.txt"), Metadata(url=address))
    assert web_address(article) == (address if opened else None)


def test_the_editor_is_a_list_of_words_and_the_path_is_one_of_them() -> None:
    command = edit_command(Path("-rf; $(rm) 'x'.txt"), {"EDITOR": "code --wait"})
    assert command[:2] == ["code", "--wait"]
    assert command[2].startswith("/")
    assert command[2].endswith("/-rf; $(rm) 'x'.txt")
    assert edit_command(Path("a"), {"VISUAL": "nano", "EDITOR": "vi"})[0] == "nano"
    assert edit_command(Path("a"), {})[0] == "vi"
    assert edit_command(Path("a"), {"VISUAL": " "})[0] == "vi"


@pytest.mark.parametrize(
    ("browser", "takes"),
    [
        (webbrowser.GenericBrowser("lynx"), True),
        (webbrowser.GenericBrowser(["/usr/bin/w3m", "%s"]), True),
        (webbrowser.GenericBrowser(["/opt/firefox/firefox-esr", "--new-tab", "%s"]), False),
        (webbrowser.GenericBrowser("chromium"), False),
        (webbrowser.Elinks("elinks"), True),
        (webbrowser.BackgroundBrowser("xdg-open"), False),
        (webbrowser.Mozilla("firefox"), False),
        (webbrowser.BaseBrowser("of a system"), False),
    ],
    ids=lambda one: getattr(one, "name", None),
)
def test_a_browser_that_is_waited_for_takes_the_terminal(
    browser: webbrowser.BaseBrowser, takes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert browser_takes_terminal() is takes


def test_a_browser_with_a_window_is_not_waited_for_and_gets_the_address_as_one_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, told = tmp_path / "firefox", tmp_path / "told"
    os.mkfifo(told)
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {told}\n', encoding="utf-8")
    browser.chmod(0o755)
    named = webbrowser.GenericBrowser([str(browser), "--new-tab", "%s"])
    monkeypatch.setattr(webbrowser, "get", lambda: named)
    assert open_in_browser("https://a.example/?x=$(id)&y='")
    assert told.read_text(encoding="utf-8").splitlines() == ["--new-tab", "https://a.example/?x=$(id)&y='"]
    browser.unlink()
    assert not open_in_browser("https://a.example/")


def test_where_there_is_no_browser_none_takes_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_there() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none_there)
    assert not browser_takes_terminal()


def test_an_editor_that_is_not_there_is_one_line() -> None:
    assert run_editor(["no-such-editor-here"]).startswith("no-such-editor-here: ")
    assert run_editor(["false"]) == "false ended with 1"
    assert run_editor(["true"]) == ""
    assert run_editor(["no\0such"]).endswith("embedded null byte")


async def test_during_another_program_signals_to_end_are_deferred_and_interrupts_ignored() -> None:
    heard: list[int] = []
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    for number in numbers:
        loop.add_signal_handler(number, heard.append, number)
    try:
        kills = f"import os; [os.kill({os.getpid()}, number) for number in {tuple(map(int, numbers))}]"
        assert run_editor([sys.executable, "-c", kills]) == ""
        async with asyncio.timeout(10):
            while not heard:
                await asyncio.sleep(0)
        assert heard == [signal.SIGTERM]
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
