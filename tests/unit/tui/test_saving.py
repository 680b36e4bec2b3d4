"""A file is written whole or not at all, and a name from a title stays inside its folder."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.saving import SaveError, safe_name, save, save_text


def test_text_is_written_as_it_is(tmp_path):
    path = tmp_path / "a.txt"
    save_text(path, "A\r\nb\nc\ründ")
    assert path.read_bytes() == "A\r\nb\nc\ründ".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_there_stays_unless_forced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("mine")
    path.chmod(0o640)
    with pytest.raises(SaveError, match="exists already"):
        save(path, b"new")
    assert path.read_text() == "mine"
    save(path, b"new", force=True)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_folders_links_and_devices_are_never_replaced(tmp_path):
    (tmp_path / "target").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    os.mkfifo(tmp_path / "pipe")
    for name, reason in {"": "is a folder", "link": "symbolic link", "pipe": "not a regular file"}.items():
        with pytest.raises(SaveError, match=reason):
            save(tmp_path / name, b"new", force=True)
    assert (tmp_path / "target").read_text() == "mine"


def test_a_missing_folder_is_reported(tmp_path):
    with pytest.raises(SaveError, match="was not written"):
        save(tmp_path / "gone" / "a.txt", b"new")


def test_a_failure_halfway_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="No space left"):
        save(path, b"new", force=True)
    assert path.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_appears_at_the_last_moment_stays_unless_forced(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    synced = os.fsync

    def meanwhile(descriptor: int) -> None:
        synced(descriptor)
        path.write_text("mine")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(SaveError, match="File exists"):
        save(path, b"new")
    assert path.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_where_no_links_can_be_made_a_file_is_written_all_the_same(tmp_path, monkeypatch):
    def refused(self: Path, target: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    save(tmp_path / "a.txt", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.txt", b"new")]


@pytest.mark.parametrize(
    "title",
    [
        "../../x", "/etc/passwd", "CON", "con.txt", "nul", "com¹.txt", "CONIN$", "a\0b", "x" * 300, "-rf",
        "dots...", "..", ".", "", "🙂" * 200, "a\x1b[31mb", "C:\\x", "\u202eabc", "  ",
    ],
)  # fmt: skip
def test_names_from_hostile_titles_are_safe(title):
    assert_safe(safe_name(title, ".md"))


@given(st.text())
def test_names_from_any_title_are_safe(title):
    assert_safe(safe_name(title, ".md"))


def assert_safe(name: str) -> None:
    assert name.endswith(".md")
    assert len(name.encode("utf-8")) <= 255
    assert Path("folder", name).parent == Path("folder")
    assert not name.startswith(("-", "."))
    assert name.isprintable()
    assert name.split(".")[0].lower() not in {"con", "nul", "aux", "prn", "com¹", "conin$", ""}


def test_an_ordinary_title_stays_readable():
    assert safe_name("Café “Europa”: who pays?", ".md") == "Café “Europa” who pays.md"
