"""Opening a source: it opens, or one line says what to do."""

import io
import os
import threading

import pytest

from annotators.loaders import LoadError, expand, load
from annotators.loaders.media_type import sniff
from annotators.loaders.reading import LARGEST
from annotators.loaders.web.fetching import Page
from annotators.loaders.web.guarding import Refused

ARTICLE = "A headline\n\nA paragraph of the article.\n"


def test_a_text_file_is_its_text_to_the_character(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfHead\xc2\xa0line \r\n\r\nBody\rmore\n\n")
    article = load(str(path))
    assert article.text == "Head\u00a0line \r\n\r\nBody\rmore\n\n"
    assert [article.text_of(block) for block in article.blocks] == ["Head\u00a0line", "Body", "more"]
    assert (article.source.location, article.source.media_type) == (str(path), "text/plain")
    assert article.metadata.title is None


def test_a_pipe_is_read_to_its_end():
    assert load("-", stdin=io.BytesIO(ARTICLE.encode())).text == ARTICLE


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        ("<!DOCTYPE html><html><body><p>A page</p></body></html>", "text/html"),
        ("\n<!-- x --><HTML lang=en><p>A page</p>", "text/html"),
        ("---\ntitle: A page\n---\n\n# A page\n", "text/markdown"),
        ("# A page\n\nText\n", "text/markdown"),
        ("A < B and <html> is a tag\n", "text/plain"),
        ("#hashtag first\n", "text/plain"),
    ],
)
def test_the_format_of_a_pipe_is_detected_from_its_first_bytes(head, media_type):
    assert sniff(head.encode()) == sniff(b"\xef\xbb\xbf" + head.encode()) == sniff(head.encode("utf-16")) == media_type


def test_an_empty_pipe_is_called_by_its_name():
    with pytest.raises(LoadError, match="standard input is empty"):
        load("-", stdin=io.BytesIO(b""))


def test_a_missing_pipe_is_reported():
    with pytest.raises(LoadError, match="nothing is piped in"):
        load("-")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "is empty"), (b" \r\n\t\xc2\xa0\n", "nothing but white space"), (bytes(64), "is not text")],
)
def test_a_file_without_text_is_named(tmp_path, data, message):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=message) as caught:
        load(str(path))
    assert str(path) in str(caught.value)
    assert caught.value.what_to_do


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(LoadError, match="does not exist; check the path"):
        load(str(tmp_path / "gone.txt"))
    with pytest.raises(LoadError, match="does not exist"):
        load(f"{__file__}/below-a-file.txt")


def test_names_that_no_system_takes_are_errors_and_not_crashes():
    for name in ("", "a\0b", "x" * 5000, "\udc80"):
        with pytest.raises(LoadError):
            load(name)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    with pytest.raises(LoadError, match="may not be read"):
        load(str(path))


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(LoadError, match="is a folder"):
        load(str(tmp_path))


def test_a_symbolic_link_to_itself_is_said(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(LoadError, match="symbolic link"):
        load(str(tmp_path / "a.txt"))


def test_devices_are_refused_at_once():
    for device in ("/dev/zero", "/dev/null"):
        with pytest.raises(LoadError, match="device"):
            load(device)


def test_a_named_pipe_without_a_writer_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LoadError, match="is empty"):
        load(str(tmp_path / "pipe"))


def test_a_pipe_with_a_writer_opens():
    reading, writing = os.pipe()
    writer = threading.Thread(target=lambda: (os.write(writing, ARTICLE.encode()), os.close(writing)))
    writer.start()
    try:
        assert load(f"/dev/fd/{reading}").text == ARTICLE
    finally:
        writer.join()
        os.close(reading)


def test_too_large_an_article_is_refused_and_a_large_line_opens(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(LoadError, match="larger than 16 MB"):
        load(str(path))
    with pytest.raises(LoadError, match="larger than 16 MB"):
        load("-", stdin=path.open("rb"))
    path.write_bytes(b"word " * 2_000_000)
    assert len(load(str(path)).blocks) == 1


def test_an_address_is_fetched_and_read_as_what_it_is(monkeypatch):
    served = {
        "https://news.example/a": Page(
            "https://news.example/b", "text/html", "windows-1251", "<p>Тирана".encode("cp1251")
        ),
        "https://news.example/c.md": Page("https://news.example/c.md", "text/plain", None, b"# Head\n"),
        "https://news.example/d": Page("https://news.example/d", "text/plain", "utf-8", b"<p>Text"),
    }
    monkeypatch.setattr("annotators.loaders.web.fetch", served.__getitem__)
    articles = [load(address) for address in served]
    assert [article.text for article in articles] == ["Тирана", "# Head\n", "<p>Text"]
    assert [article.source.location for article in articles] == list(served)
    assert articles[0].metadata.url == "https://news.example/b"


def test_an_address_that_does_not_answer_is_said(monkeypatch):
    def refuse(_: str) -> Page:
        raise Refused("answered 404 Not Found")

    monkeypatch.setattr("annotators.loaders.web.fetch", refuse)
    with pytest.raises(LoadError, match=r"https://news\.example/a answered 404 Not Found; check the address"):
        load("https://news.example/a")


def test_a_folder_stands_for_the_articles_in_it(tmp_path):
    for name in ("b.txt", "a.md", "c.json", ".hidden.txt", "sub/d.HTM", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = list(expand([str(tmp_path), "-", "gone.txt"]))
    assert found == [str(tmp_path / name) for name in ("a.md", "b.txt", "sub/d.HTM")] + ["-", "gone.txt"]


def test_a_folder_without_articles_is_kept_for_the_complaint(tmp_path):
    assert list(expand([str(tmp_path)])) == [str(tmp_path)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "one of the names is empty; give a file, a folder or an address"),
        ("example.org/news/a", "check the path, or write https://example.org/news/a for the page"),
        ("notes/a.txt", "notes/a.txt does not exist; check the path$"),
    ],
)
def test_a_missing_file_is_answered_with_a_suggestion(source, said):
    with pytest.raises(LoadError, match=said):
        load(source)


def test_a_file_address_as_a_browser_copies_it_is_the_path_and_schemes_may_be_in_capitals(tmp_path):
    path = tmp_path / "a b.txt"
    path.write_text(ARTICLE)
    address = path.as_uri()
    assert "%20" in address
    for asked in (address, address.replace("file://", "FILE://localhost")):
        assert list(expand([asked])) == [str(path)]
    assert list(expand(["HTTPS://Example.org/A"])) == ["https://Example.org/A"]


def test_a_file_that_is_called_like_an_address_is_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file:").mkdir()
    (tmp_path / "file:" / "a.txt").write_text(ARTICLE)
    assert list(expand(["file://a.txt"])) == ["file://a.txt"]
    assert load("file://a.txt").text == ARTICLE
