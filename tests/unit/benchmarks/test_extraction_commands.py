"""The benchmarks of extraction say what they lack before they set anything up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.extraction import running

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("command", ["benchmarks.extraction", "benchmarks.extraction.plain"])
def test_what_is_not_there_is_said_at_once_and_no_environment_is_made(command: str, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "gold.json").write_text(json.dumps({}))
    peers = tmp_path / "peers"
    asked = [sys.executable, "-m", command, tmp_path, tmp_path / "score.py", "--sets", "one", "two"]
    run = subprocess.run(
        [*asked, "--environment", peers, "--predictions", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    said = run.stderr.splitlines()[-1]
    for name in ("score.py", "two/gold.json", "one.jsonl"):
        assert name in said
    assert "one/gold.json" not in said
    assert not peers.exists()


def test_an_environment_that_cannot_be_made_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(running.venv, "create", lambda *_, **__: None)
    monkeypatch.setattr(running.subprocess, "run", fail)
    with pytest.raises(SystemExit, match=r"cannot be made in .*\(status 1\): --environment names another"):
        running.environment(tmp_path / "peers")
    assert not (tmp_path / "peers" / ".complete").exists()
