"""A book is its chapters; an archive that somebody else has made is not trusted."""

from __future__ import annotations

import contextlib
import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from annotators.loaders import LoadError, epub, load, load_bytes
from annotators.loaders.epub import load_epub
from annotators.loaders.media_type import sniff

CONTAINER = "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
OPF = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The  Ferry</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ray</dc:creator>
<dc:language>en</dc:language><dc:date>2026</dc:date></metadata>
<manifest>{items}</manifest><spine>{spine}</spine></package>"""
ITEM = "<item id='{id}' href='{href}' media-type='application/xhtml+xml'/>"


def book(chapters: dict[str, str], *, spine: list[str] | None = None, files: dict[str, bytes] | None = None) -> bytes:
    """A book whose chapters are given by their names from its folder, with more files in the archive."""
    ids = {f"c{number}": name for number, name in enumerate(chapters)}
    items = "".join(ITEM.format(id=one, href=name) for one, name in ids.items())
    order = "".join(f"<itemref idref='{one}'/>" for one in spine or ids)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", OPF.format(items=items, spine=order))
        for name, text in chapters.items():
            archive.writestr(f"OEBPS/{name.replace('%20', ' ')}", text)
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return data.getvalue()


def page(heading: str, words: str) -> str:
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{heading}</h1><p>{words}</p></body></html>"


def test_a_book_is_its_chapters_in_the_order_of_its_spine(tmp_path: Path) -> None:
    data = book(
        {"two.xhtml": page("Two", "It goes."), "a%20one.xhtml": page("One", "It waits.")}, spine=["c1", "c0", "c1"]
    )
    path = tmp_path / "ferry.epub"
    path.write_bytes(data)
    read = load(str(path))
    assert read.text == "One\n\nIt waits.\n\nTwo\n\nIt goes."
    assert [block.tag for block in read.blocks] == ["h1", "p", "h1", "p"]
    known = read.metadata
    assert (known.title, known.byline, known.language, known.published) == (
        "The Ferry",
        "Ann Lee; Bo Ray",
        "en",
        "2026",
    )
    assert sniff(data) == read.source.media_type
    assert load_bytes(data, "-", sniff(data)).text == read.text


def test_addresses_in_a_book_are_links_and_those_to_its_other_chapters_are_none() -> None:
    words = "See <a href='https://a.example/'>this</a> and <a href='two.xhtml'>that</a>."
    read = load_epub(book({"one.xhtml": page("One", words)}), "a.epub")
    assert [(read.text[link.start : link.end], link.href) for link in read.links] == [("this", "https://a.example/")]


def refused(data: bytes) -> str:
    with pytest.raises(LoadError) as refusal:
        load_epub(data, "a.epub")
    return str(refusal.value)


def test_paths_out_of_the_archive_are_missing_files() -> None:
    chapters = {"../../../../etc/passwd": "x", "/etc/passwd": "x", "one.xhtml": page("One", "It waits.")}
    data = book({name: text for name, text in chapters.items() if "passwd" not in name})
    for name in ("../../../../etc/passwd", "/etc/passwd", "..%2f..%2fetc/passwd"):
        hostile = data_with(
            data, "OEBPS/book.opf", OPF.format(items=ITEM.format(id="c0", href=name), spine="<itemref idref='c0'/>")
        )
        assert "no text" in refused(hostile)


def data_with(data: bytes, name: str, text: str) -> bytes:
    """An archive with one of its files in another wording."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.namelist():
            after.writestr(one, text if one == name else before.read(one))
    return made.getvalue()


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "LARGEST", 1 << 20)
    one = book({"one.xhtml": page("One", "a" * (1 << 22))})
    assert len(one) < 1 << 15
    assert "more than 1 MB" in refused(one)
    many = book({f"{number}.xhtml": page("One", "a" * (1 << 18)) for number in range(8)})
    assert "more than 1 MB" in refused(many)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_oversized_members_are_not_unpacked(monkeypatch: pytest.MonkeyPatch, method: int) -> None:
    monkeypatch.setattr(epub, "LARGEST", 1 << 20)
    made = io.BytesIO()
    good = book({"one.xhtml": page("One", "a" * (1 << 25))})
    with zipfile.ZipFile(io.BytesIO(good)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name), method if name.endswith("one.xhtml") else zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    try:
        assert "compressed in a way that .epub books are not" in refused(made.getvalue())
        assert tracemalloc.get_traced_memory()[1] < 1 << 24
    finally:
        tracemalloc.stop()


def test_an_archive_of_too_many_files_is_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "_MOST_FILES", 50)
    data = book({"one.xhtml": page("One", "It waits.")}, files={f"{number}.png": b"" for number in range(60)})
    assert "more than 50 files" in refused(data)


def told_with(doctype: str, title: str) -> str | None:
    """The title of a book that has a document type of its own."""
    opf = OPF.format(items=ITEM.format(id="c0", href="one.xhtml"), spine="<itemref idref='c0'/>")
    opf = opf.replace('<?xml version="1.0"?>', doctype).replace("The  Ferry", title)
    good = book({"one.xhtml": page("One", "It waits.")})
    return load_epub(data_with(good, "OEBPS/book.opf", opf), "a.epub").metadata.title


def test_external_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hunter2", encoding="utf-8")
    title = told_with(f"<!DOCTYPE package [<!ENTITY file SYSTEM 'file://{secret}'>]>", "The &file; Ferry")
    assert title == "The &file; Ferry"


def test_nested_entities_are_not_expanded() -> None:
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(12))
    begun = time.process_time()
    with contextlib.suppress(LoadError):
        assert len(told_with(f"<!DOCTYPE package [{laughs}]>", "&l11;") or "") < 600
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("cut", [0, 3, 30, 200, -1, -30])
def test_a_book_with_a_missing_part_is_refused_in_one_line(cut: int) -> None:
    assert "\n" not in refused(book({"one.xhtml": page("One", "It waits.")})[:cut])


def test_every_byte_of_a_book_may_be_wrong() -> None:
    good = book({"one.xhtml": page("One", "It waits.")})
    for at in range(0, len(good), 7):
        data = bytearray(good)
        data[at] ^= 0xFF
        with contextlib.suppress(LoadError):
            load_epub(bytes(data), "a.epub")


def test_a_file_that_is_no_book_is_reported() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "not an .epub book" in refused(made.getvalue())
    locked = book({"cover.xhtml": "<html/>"}, files={"META-INF/encryption.xml": b"<x/>"})
    assert "is locked" in refused(locked)


def test_a_book_that_is_not_there_is_said_as_any_file_is() -> None:
    with pytest.raises(LoadError, match="does not exist"):
        load("/nowhere/a.epub")
