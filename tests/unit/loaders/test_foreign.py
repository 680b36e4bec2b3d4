"""Files that are not read here are refused in a line that says what they are; pages of Safari's are read."""

import gzip
import plistlib
import zipfile
from io import BytesIO

import pytest

from annotators.loaders import LoadError, load_bytes
from annotators.loaders.media_type import sniff

PAGE = "<html><head><title>Ferry stays</title></head><body><p>The café on the quay stays open, they said.</p></html>"


def office_document() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>Ferry stays</w:t>")
    return stream.getvalue()


def saved(**changes: object) -> dict[str, object]:
    page = {
        "WebResourceData": PAGE.encode("mac_roman"),
        "WebResourceTextEncodingName": "macintosh",
        "WebResourceURL": "https://news.example/ferry",
    }
    return {"WebMainResource": page | changes, "WebSubresources": []}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4\n1 0 obj<</Length 12>>stream\nxx\nendstream", "is a PDF"),
        (rb"{\rtf1\ansi Ferry stays}", "word processor"),
        (office_document(), "is a zip archive"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(40), "office program"),
        (gzip.compress(PAGE.encode()), "gunzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "picture"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.md"])
def test_other_formats_are_named_in_the_error(data: bytes, said: str, name: str) -> None:
    kinds = {"a": sniff(data), "a.txt": "text/plain", "a.html": "text/html", "a.md": "text/markdown"}
    with pytest.raises(LoadError, match=said):
        load_bytes(data, name, kinds[name])


@pytest.mark.parametrize(
    "text", ["BZhang spoke.", "GIF87 is a format.", "PKs were scored.", "%PDF is a name.", "{a brace"]
)
def test_words_that_begin_like_a_format_are_text(text: str) -> None:
    assert load_bytes(text.encode(), "a.txt", "text/plain").text == text


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_has_saved_is_that_page(form: plistlib.PlistFormat) -> None:
    article = load_bytes(plistlib.dumps(saved(), fmt=form), "a.webarchive", "application/x-webarchive")
    assert article.text == "The café on the quay stays open, they said."
    assert (article.metadata.title, article.metadata.url) == ("Ferry stays", "https://news.example/ferry")


def test_a_webarchive_is_recognised_by_its_first_bytes() -> None:
    assert sniff(plistlib.dumps(saved(), fmt=plistlib.FMT_BINARY)) == "application/x-webarchive"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"bplist00", b"words", plistlib.dumps({"a": 1}), plistlib.dumps([1]),
        plistlib.dumps(saved(WebResourceData="text")), plistlib.dumps({"WebMainResource": 3}),
        plistlib.dumps(saved(), fmt=plistlib.FMT_BINARY)[:-9],
    ],
)  # fmt: skip
def test_a_webarchive_without_a_page_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(LoadError, match="no page in it"):
        load_bytes(data, "a.webarchive", "application/x-webarchive")
