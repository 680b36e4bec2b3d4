"""A path that is typed is completed as a shell completes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.widgets.edges.path_completion import complete_path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "Notes").mkdir(parents=True)
    (tmp_path / "ferry").mkdir()
    for name in ("ferry-one.md", "ferry-two.md", ".hidden", "Zoo.txt", "ferry/story.txt"):
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("typed", "completed", "names"),
    [
        ("fer", "ferry", ("ferry-one.md", "ferry-two.md", "ferry/")),
        ("ferry-", "ferry-", ("ferry-one.md", "ferry-two.md")),
        ("ferry-o", "ferry-one.md", ("ferry-one.md",)),
        ("./ferry/", "./ferry/story.txt", ("story.txt",)),
        ("zoo", "Zoo.txt", ("Zoo.txt",)),
        (".", ".hidden", (".hidden",)),
        ("h", "home/", ("home/",)),
        ("~", "~/", ()),
        ("~/N", "~/Notes/", ("Notes/",)),
        ("nothing", "nothing", ()),
        ("no/such/folder", "no/such/folder", ()),
        ("a\0b/c", "a\0b/c", ()),
    ],
)
def test_a_path_is_completed_as_far_as_it_is_unambiguous_and_the_rest_listed(
    typed: str, completed: str, names: tuple[str, ...]
) -> None:
    assert complete_path(typed) == (completed, names)


def test_without_a_word_everything_that_is_not_hidden_may_follow() -> None:
    assert complete_path("") == ("", ("Zoo.txt", "ferry-one.md", "ferry-two.md", "ferry/", "home/"))


@pytest.mark.skipif(os.name != "posix", reason="names of bytes are POSIX's")
def test_a_name_that_nobody_can_type_is_not_offered() -> None:
    for name in (b"odd\x1b[31m", b"odd\xff", b"odd\nline"):
        Path(os.fsdecode(name)).touch()
    Path("oddly").touch()
    assert complete_path("odd") == ("oddly", ("oddly",))


def test_where_only_the_case_differs_what_was_typed_stays() -> None:
    Path("Zoo.md").touch()
    Path("ZOO.md").touch()
    assert complete_path("zo") == ("zo", ("ZOO.md", "Zoo.md", "Zoo.txt"))
