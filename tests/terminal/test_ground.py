"""Light or dark by itself: the terminal is asked for its ground, and the next first paint knows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.reading import terminal_session
from tests.terminal.looking import Watched, leave
from tests.terminal.test_first_paint import WAITING

WIRE = Path(__file__).resolve().parents[2] / "sample_articles" / "01-ferry-strike.txt"
LIGHT = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
LIGHTEST, DARKEST = 0xC0, 0x40


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        (question, LIGHT if b"11" in question.pattern else answer) for question, answer in terminal_session.ANSWERS
    ]
    monkeypatch.setattr(terminal_session, "ANSWERS", answers)


@contextmanager
def begun(*words: str, code: str = "import sys; from tui.cli import main; sys.exit(main())") -> Iterator[Watched]:
    terminal = Watched([sys.executable, "-c", code, *words], 100, 30)
    try:
        yield terminal
    finally:
        terminal.close()


def brightness(terminal: Watched) -> int:
    """Of the ground below the text, 0 to 255."""
    ground = terminal.ground(5, 60)
    return sum(int(ground[at : at + 2], 16) for at in (0, 2, 4)) // 3


def look_for_light(terminal: Watched) -> None:
    """Wait until the answer has come and the theme is the light one."""
    terminal.wait_until(lambda _: brightness(terminal) > LIGHTEST, "it never was light")


def test_a_light_terminal_gets_the_light_theme_and_from_then_on_at_once(tmp_path: Path) -> None:
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for("Quotes")
        look_for_light(terminal)
        terminal.look_for("· 0%")  # the answer was no keys
        assert terminal.output.count(b"\x1b]11;?") == 1
        leave(terminal)
    gate = tmp_path / "gate"
    with begun(str(gate), str(WIRE), "--model", "none/such", code=WAITING.format(more="")) as terminal:
        terminal.look_for("Ferry")
        assert brightness(terminal) > LIGHTEST
        gate.touch()
        terminal.look_for("Quotes")
        leave(terminal)


def test_the_library_is_light_too() -> None:
    with begun() as terminal:
        terminal.look_for("10 articles")
        look_for_light(terminal)
        leave(terminal)


def test_a_theme_that_is_set_is_kept_and_nothing_is_asked(tmp_path: Path) -> None:
    settings = tmp_path / "home" / "broadsheet" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "nord"\n', "utf-8")
    with begun(str(WIRE), "--model", "none/such") as terminal:
        terminal.look_for("Quotes")
        assert brightness(terminal) < DARKEST + 40
        assert b"\x1b]11;?" not in terminal.output
        leave(terminal)


def test_the_answer_is_not_typed_into_the_shell_when_the_start_fails(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    code = WAITING.format(more="sys.modules['textual'] = None")
    with begun(
        str(gate), str(WIRE), code=f"exec({code!r}) if not __import__('os').fork() else __import__('os').wait()"
    ) as shell:
        shell.look_for("Ferry")
        shell.wait_for_more(b"\x1b]11;?")
        shell.wait_until(lambda _: shell.unread > 0, "the answer never arrived")
        gate.touch()
        assert shell.end() == 0
        assert shell.restored
        assert b"]11;rgb" not in shell.output
