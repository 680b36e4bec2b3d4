"""Real shells complete commands, options, kinds, layers and files, as the parsers have them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.tui.test_cli import run
from tui import cli
from tui.command_line.parsers import PARSERS, SHELLS

SCRIPTS = Path(sys.executable).parent
BASH = """\
eval "$(broadsheet completion bash)"
COMP_LINE=$1; COMP_POINT=${#1}; COMP_TYPE=9; COMPREPLY=()
_python_argcomplete broadsheet 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = 'broadsheet completion fish | source; complete -C "$argv[1]"'
ZSH = """\
autoload -U compinit && compinit -u -D; eval "$(broadsheet completion zsh)"
(( ${+functions[_python_argcomplete]} )) && print ready
"""

pytestmark = pytest.mark.skipif(
    not (SCRIPTS / "broadsheet").exists(), reason="broadsheet is not installed as a command"
)


def ask(folder: Path, *words: str) -> str:
    environment = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def completed(folder: Path, line: str) -> set[str]:
    """What bash offers for a line."""
    return {word.strip() for word in ask(folder, "bash", "-c", BASH, "bash", line).splitlines()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "an article.txt").write_text("x")
    (tmp_path / "bridge.md").write_text("x")
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("broadsheet exp", {"export"}),
        ("broadsheet b", {"bridge.md"}),
        ("broadsheet an", {"annotate", "an\\ article.txt"}),
        ("broadsheet bridge.md comp", set()),
        ("broadsheet --pl", {"--plain"}),
        ("broadsheet --say q", {"quotes"}),
        ("broadsheet --say quotes,en", {"quotes,entities"}),
        ("broadsheet export --ke", {"--keep"}),
        ("broadsheet export --keep capt", {"caption"}),
        ("broadsheet export --strip caption,cre", {"caption,credit"}),
        ("broadsheet export --keep caption br", {"bridge.md"}),
        ("broadsheet export --format h", {"html"}),
        ("broadsheet annotate --format j", {"json", "jsonl"}),
        ("broadsheet export bridge.md -o br", {"bridge.md"}),
        ("broadsheet compare br", {"bridge.md"}),
        ("broadsheet keys --h", {"--help"}),
        ("broadsheet completion ", set(SHELLS)),
        ("broadsheet --model en_", {"en_broadsheet_news"}),
    ],
)
def test_bash_completes(folder, line, offered):
    assert completed(folder, line) - {""} == offered


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_is_offered_every_command_and_every_file_at_the_beginning(folder):
    assert completed(folder, "broadsheet ") >= {*PARSERS, "bridge.md"}


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_fish_completes(folder):
    offered = ask(folder, "fish", "-c", FISH, "broadsheet export --keep caption,cr").split()
    assert offered == ["caption,credit"]
    assert "annotate" in ask(folder, "fish", "-c", FISH, "broadsheet an")


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_zsh_takes_what_is_printed_for_it(folder):
    assert ask(folder, "zsh", "-c", ZSH).strip() == "ready"


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_prints_for_each_shell_and_every_command_has_a_parser(capfd, shell):
    status, out, err = run(capfd, "completion", shell)
    assert (status, err) == (0, [])
    assert "broadsheet" in out
    assert list(cli._COMMANDS) == list(PARSERS)
