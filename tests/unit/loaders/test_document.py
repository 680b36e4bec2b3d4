"""What broadsheet has written opens again, or one line says why not."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from annotators.document import to_document
from annotators.loaders import LoadError, load
from annotators.loaders.html import load_html
from annotators.loaders.text import article_from_text
from annotators.pipeline import annotate_structure

PAGE = (
    b"<title>Ferry</title><h1>Ferry is late</h1><p>It is <a href='http://a.example/b'>late</a> again.</p>"
    b"<ul><li>One</ul>"
)
TEXT = "Ferry is late\n\nIt is late again, the harbour master said.\n"


def written(data: bytes = PAGE) -> dict[str, Any]:
    page = load_html(data, "page.html")
    return to_document(page, annotate_structure(page))


def opened(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_page_read_from_json_has_its_blocks_links_and_metadata(tmp_path: Path, indent: int | None) -> None:
    page = load_html(PAGE, "page.html")
    read = opened(tmp_path, json.dumps(written(), indent=indent))
    assert (read.text, list(read.blocks), list(read.links)) == (page.text, list(page.blocks), list(page.links))
    assert read.metadata == page.metadata
    assert (read.source.location, read.source.media_type) == (str(tmp_path / "a.json"), "text/html")


def test_a_plain_text_comes_back_from_a_pipe_too() -> None:
    article = article_from_text(TEXT, "a.txt")
    document = json.dumps(to_document(article, annotate_structure(article)))
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        read = load("-", stdin=io.BytesIO(document.encode(encoding)))
        assert (read.text, list(read.blocks)) == (TEXT, list(article.blocks))


def test_of_several_documents_the_first_is_read_and_the_number_reported(tmp_path: Path) -> None:
    other = json.dumps(written(b"<p>Another.</p>"))
    for text in (f"[{json.dumps(written())}, {other}]", f"{json.dumps(written())}\n{other}\n"):
        read = opened(tmp_path, text)
        assert read.text.startswith("Ferry is late")
        assert read.notices == ("2 articles are in this file; the first is shown",)


def test_a_truncated_document_is_reported(tmp_path: Path) -> None:
    text = json.dumps(written())
    for end in range(len('{"format": "broadsheet/'), len(text) - 1, 97):
        with pytest.raises(LoadError, match=r"a\.json is a document .* cut short; write it again with"):
            opened(tmp_path, text[:end])


def test_the_error_for_another_version_names_both(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"is written as broadsheet/9, and this broadsheet reads broadsheet/1; open it"):
        opened(tmp_path, json.dumps({**written(), "format": "broadsheet/9"}))


@pytest.mark.parametrize(
    "change",
    [
        {"text": 7},
        {"text": "Another text altogether"},
        {"metadata": {"title": ["Ferry"]}},
        {"metadata": "Ferry"},
        {"blocks": [{"start": 0, "end": 4000}]},
        {"blocks": {"start": 0}},
        {"blocks": [{**one, "tag": 5} for one in written()["blocks"]]},
        {"blocks": [{**one, "start": float(one["start"])} for one in written()["blocks"]]},
        {"source": None},
        {"links": [{"start": 5, "end": 2, "href": 3}]},
    ],
)
def test_an_inconsistent_document_is_reported_as_damaged(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(LoadError, match="damaged"):
        opened(tmp_path, json.dumps({**written(), **change}))


def test_a_lone_surrogate_is_shown_as_unreadable(tmp_path: Path) -> None:
    article = article_from_text(TEXT, "a.txt")
    document = {**to_document(article, annotate_structure(article)), "text": TEXT.replace("late", "l\ud83dte")}
    assert opened(tmp_path, json.dumps(document)).text == TEXT.replace("late", "l\ufffdte")
