"""Patterns that wait to be compiled, and those of the rules that do."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys

import pytest

import annotators
from annotators.text.patterns import compiled_late

ARTICLE = """Harbour reopens after storm

The harbour reopened on Monday, and the first ferry left with forty passengers on board.

“We worked through the night,” said Ana Ruiz of the council. It had been closed for four days.
"""


LATE = "late = [one for one in gc.get_objects() if type(one).__name__ == '_Late']\n"


def printed_by(program: str, *arguments: str) -> list[int]:
    """The whole numbers that a program prints, run in a new interpreter."""
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return [int(word) for word in done.stdout.split()]


def test_a_pattern_that_waits_finds_what_a_compiled_one_finds() -> None:
    late, now = compiled_late(r"(a)(b)?", re.I), re.compile(r"(a)(b)?", re.I)
    assert late.findall("xABxa") == now.findall("xABxa")
    assert [match.span() for match in late.finditer("xABxa")] == [match.span() for match in now.finditer("xABxa")]
    assert (late.pattern, late.flags, late.groups) == (now.pattern, now.flags, now.groups)
    assert late.sub("-", "xABxa") == "x-x-"
    assert late.search("xyz") is None


def test_a_pattern_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda *written: compiled.append(written[0]) or real(*written))
    late = compiled_late("b+")
    assert compiled == []
    assert [bool(late.search(text)) for text in ("abb", "b", "a")] == [True, True, False]
    assert late.fullmatch("bb")
    assert compiled == ["b+"]


def test_a_pattern_that_cannot_be_compiled_says_so_at_its_first_use() -> None:
    late = compiled_late("(")
    with pytest.raises(re.error):
        late.search("a")


def test_each_pattern_of_the_library_that_waits_can_be_compiled() -> None:
    names = [module.name for module in pkgutil.walk_packages(annotators.__path__, "annotators.")]
    rooms = ("annotators.boilerplate", "annotators.loaders", "annotators.quotes", "annotators.text")
    imports = "".join(f"import {name}\n" for name in names if name.startswith(rooms))
    waiting, compiled = printed_by(f"import gc\n{imports}{LATE}print(len(late), sum(one.groups >= 0 for one in late))")
    assert waiting == compiled > 20


def test_a_plain_article_compiles_few_of_the_patterns_that_wait() -> None:
    program = (
        "import gc, sys; from annotators.loaders.text import article_from_text\n"
        "from annotators.pipeline import annotate_structure\n"
        "annotate_structure(article_from_text(sys.argv[1], 'a.txt'))\n"
    )
    waiting, compiled = printed_by(
        f"{program}{LATE}print(len(late), sum(one._compiled is not None for one in late))", ARTICLE
    )
    assert waiting > 20
    assert compiled < waiting / 4
