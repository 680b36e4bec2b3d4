"""The library below the encoder reports nothing to anybody, and keeps nothing to report in the user's folders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys
from annotators.loaders import load
from annotators.pipeline import annotate
print(len(annotate(load(sys.argv[1])).mentions), os.environ["ORT_DISABLE_TELEMETRY"])
"""


def test_the_encoder_reports_nothing_and_writes_nothing_at_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    article = tmp_path / "a.txt"
    article.write_text("A headline\n\n“Yes,” said Ana Ruiz of the council on Monday.\n")
    given = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, str(article)],
        env=given | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found, disabled = done.stdout.split()
    assert int(found) > 0
    assert disabled == "1"
    assert not list(home.rglob("*"))
