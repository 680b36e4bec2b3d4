from __future__ import annotations

from pathlib import Path

import pytest

from tui import clipboard


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def install(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


async def test_the_first_program_that_takes_the_text_is_named(programs: Path) -> None:
    install(programs, "wl-copy", "exit 1")
    install(programs, "xclip", f"cat > {programs}/taken")
    assert await clipboard.copy_natively("$(touch x) `y` ; “words”") == "xclip"
    assert (programs / "taken").read_text("utf-8") == "$(touch x) `y` ; “words”"


async def test_a_program_that_waits_for_a_display_is_not_waited_for(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PROGRAMS", (("xsel",),))
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.05)
    install(programs, "xsel", "exec sleep 60")
    assert await clipboard.copy_natively("words") is None


async def test_without_any_program_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert await clipboard.copy_natively("words") is None
