from __future__ import annotations

from pathlib import Path

import pytest

from tui.terminal import clipboard


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr(clipboard, "_PATIENCE", 60.0)  # on a slow machine they take their time
    return tmp_path


def install(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


async def test_the_first_program_that_takes_the_text_is_named(programs: Path) -> None:
    install(programs, "wl-copy", "exit 1")
    install(programs, "xclip", f'cat > "{programs}/taken"')
    assert await clipboard.copy_natively("$(touch x) `y` ; “words”") == ("xclip",)
    assert (programs / "taken").read_text("utf-8") == "$(touch x) `y` ; “words”"


async def test_a_program_that_waits_for_a_display_is_not_waited_for(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PROGRAMS", (("xsel",),))
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.05)
    install(programs, "xsel", "exec sleep 60")
    assert await clipboard.copy_natively("words") == ()


async def test_without_any_program_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert await clipboard.copy_natively("words") == ()


@pytest.mark.parametrize("version", ["old", "new"])
async def test_inside_tmux_its_own_buffer_is_filled_and_so_is_the_terminal_s_around_it(
    programs: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(clipboard, "_PROGRAMS", (("xclip",),))
    refuses = 'case "$*" in *-w*) exit 1;; esac; ' if version == "old" else ""
    install(programs, "tmux", f'{refuses}echo "$*" > {programs}/asked; cat > {programs}/taken')
    install(programs, "xclip", "cat > /dev/null")
    assert await clipboard.copy_natively("words") == ("xclip",)
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/default,1,0")
    assert await clipboard.copy_natively("words") == ("tmux", "xclip")
    assert (programs / "taken").read_text("utf-8") == "words"
    assert (programs / "asked").read_text("utf-8").strip() == f"load-buffer {'-w ' if version == 'new' else ''}-"
