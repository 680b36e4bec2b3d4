"""JSON and exported tables are refused in a line that says what they are; what only begins alike is text."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from annotators.exporters import export
from annotators.loaders import PIPE, LoadError, load
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate_structure

ARTICLE = article_from_text("Ferry is late\n\nIt is “late again”, the harbour master said.\n", "a.txt")


def exported(format_name: str) -> str:
    return export(ARTICLE, annotate_structure(ARTICLE), format_name)


def opened(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return load(str(folder / name)).text


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.w3c.json", exported("w3c"), r"holds annotations \(W3C, JSON\).*; open the article"),
        ("a.jsonld", f"[{exported('w3c')}]", "is JSON, which is for programs; open the text or page"),
        ("a.csv", exported("csv"), r"is a table of annotations \(CSV\).*; open the article"),
        ("a.json", '{"headline": "Ferry"}', "is JSON, which is for programs"),
        ("a.json", '[{"headline": "Ferry"}]', "is JSON, which is for programs"),
        ("a.jsonl", '{"headline": "Ferry"}\n{"headline": "Port"}\n', "is JSON, which is for programs"),
    ],
)
def test_data_for_programs_are_called_what_they_are(tmp_path: Path, name: str, text: str, said: str) -> None:
    for data in (text.encode(), text.encode("utf-8-sig")):
        with pytest.raises(LoadError, match=said):
            opened(tmp_path, name, data)
        with pytest.raises(LoadError, match=f"standard input {said}"):
            load(PIPE, stdin=BytesIO(data))


def test_a_document_opens_under_any_name_and_from_a_pipe(tmp_path: Path) -> None:
    for name, text in (("a.json", exported("json")), ("a.data", exported("jsonl"))):
        assert opened(tmp_path, name, text.encode()) == ARTICLE.text
        assert load(PIPE, stdin=BytesIO(text.encode())).text == ARTICLE.text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Prose in a file of that name, with commas, is prose.\n"),
        ("a.csv", "source, layer and label\n\nA story of three words.\n"),
        ("a.json", '{"headline": "Ferry"\n'),
        ("a", "[Applause] Thank you all.\n"),
        ("a", "[1]\n"),
        ("a", '"It is late," he said.\n'),
        ("a", "{" * 100_000),
        ("a.txt", json.dumps({"headline": "Ferry"})),
    ],
)
def test_text_that_resembles_data_is_text(tmp_path: Path, name: str, text: str) -> None:
    assert opened(tmp_path, name, text.encode()) == text


@pytest.mark.parametrize("name", ["a.mhtml", "a.eml"])
def test_a_packed_file_is_no_mail(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError, match="is a zip archive; unpack it"):
        opened(tmp_path, name, b"PK\x03\x04\x0a\0\0\0 Ferry stays, and nothing else is in this file.\n")
