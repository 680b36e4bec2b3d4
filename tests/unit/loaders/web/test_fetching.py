"""Fetching keeps to its limits and asks nobody it must not ask. All servers here are on the loopback."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from annotators.loaders import LoadError, load
from annotators.loaders.web.fetching import Limits, fetch
from annotators.loaders.web.guarding import Refused, check
from annotators.loaders.web.remembering import Memory
from annotators.loaders.web.unpacking import Unpacker

PROSE = b"<p>The ferries stay in port for a second week.</p>" * 4000

Answer = tuple[int, dict[str, str], bytes]
HERE = Limits(seconds=60, private=True)


class Site(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, Answer]] = {}
    seen: ClassVar[list[tuple[str, str]]] = []
    asked: ClassVar[list[dict[str, str]]] = []
    stall: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Host"]))
        self.asked.append(dict(self.headers.items()))
        if self.path == "/stall":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<p>one")
            self.wfile.flush()
            self.stall.wait(60)
            return
        status, headers, body = self.answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[Callable[..., str]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    Site.answers, Site.seen, Site.asked, Site.stall = {}, [], [], threading.Event()

    def add(path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        Site.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)
        return f"http://localhost:{server.server_port}{path}"

    yield add
    Site.stall.set()
    server.shutdown()
    server.server_close()


def refused(url: str, limits: Limits = HERE) -> str:
    with pytest.raises(Refused) as caught:
        fetch(url, limits)
    return str(caught.value)


def test_a_page_comes_with_its_type_and_character_set(site: Callable[..., str]) -> None:
    url = site("/a", "<p>caf\u00e9".encode("latin-1"), content_type='text/html; charset="iso-8859-1"')
    page = fetch(url, HERE)
    assert (page.url, page.media_type, page.charset) == (url, "text/html", "iso-8859-1")
    assert page.body == b"<p>caf\xe9"
    assert Site.seen[0][1] == url.split("/")[2]


def test_redirects_are_followed_to_their_end(site: Callable[..., str]) -> None:
    last = site("/last", b"here")
    site("/next", status=302, location="/last")
    assert fetch(site("/first", status=301, location="/next"), HERE).url == last


def test_a_loop_of_redirects_ends(site: Callable[..., str]) -> None:
    assert refused(site("/ring", status=302, location="/ring")) == "redirects more than 10 times"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:text/html,hello"]
)
def test_a_redirect_to_another_scheme_is_refused(site: Callable[..., str], target: str) -> None:
    assert "only http and https are read" in refused(site("/out", status=302, location=target))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "http://10.0.0.8/", "http://192.168.1.1/",
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
        "http://localhost/", "http://[::127.0.0.1]/", "http://[64:ff9b::10.0.0.1]/", "http://[64:ff9b:1::192.168.1.1]/",
        "http://[::ffff:0:127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[fec0::1]/",
    ],
)  # fmt: skip
def test_no_machine_of_the_local_network_is_asked(url: str) -> None:
    assert "not on the open internet" in refused(url, Limits(seconds=60))


def test_a_redirect_into_the_local_network_is_refused(
    site: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site("/start", status=302, location="http://169.254.169.254/latest")
    hop = check

    async def first_is_open(url: str, *, came_from: str = "", private: bool = False) -> object:
        return await hop(url, came_from=came_from, private=not came_from)

    monkeypatch.setattr("annotators.loaders.web.fetching.check", first_is_open)
    assert "not on the open internet" in refused(url, Limits(seconds=60))


def test_an_encrypted_page_may_not_lead_to_an_open_one() -> None:
    with pytest.raises(Refused, match="from https to http"):
        asyncio.run(check("http://example.org/", came_from="https://example.org/", private=True))


@pytest.mark.parametrize("url", ["http://user:word@localhost/", "http://", "http://[broken/", "http://a:99999/"])
def test_an_odd_address_is_refused_in_words(url: str) -> None:
    assert refused(url)


def test_a_redirect_without_a_target_is_reported(site: Callable[..., str]) -> None:
    assert refused(site("/nowhere", status=302)) == "redirects, but does not say where to"


def test_a_slow_name_lookup_is_given_up_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    silent, found = threading.Event(), threading.Event()

    def never(*_: object, **__: object) -> list[object]:
        silent.wait(60)
        found.set()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", never)
    assert "within 0 seconds" in refused("http://news.example/", Limits(seconds=0.3))
    assert not found.is_set()
    silent.set()


def test_of_a_host_with_several_addresses_one_that_answers_is_asked(
    site: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site("/two", b"here")  # it listens at 127.0.0.1 alone

    def two(_: str, port: int, **__: object) -> list[object]:
        return [(0, 0, 0, "", (ip, port)) for ip in ("127.0.0.2", "127.0.0.2", "127.0.0.1")]

    monkeypatch.setattr("annotators.loaders.web.guarding.socket.getaddrinfo", two)
    assert asyncio.run(check(url, private=True)).ips == ("127.0.0.2", "127.0.0.1")
    assert fetch(url, HERE).body == b"here"


def test_a_page_read_again_is_asked_for_only_if_it_has_changed(site: Callable[..., str]) -> None:
    url = site("/again", b"<p>As it was.", etag='"one"', last_modified="Mon, 02 Mar 2026 08:00:00 GMT")
    first = fetch(url, HERE)
    assert "If-None-Match" not in Site.asked[0]
    site("/again", status=304)
    assert fetch(url, HERE) == first
    assert Site.asked[1]["If-None-Match"] == '"one"'
    assert Site.asked[1]["If-Modified-Since"] == "Mon, 02 Mar 2026 08:00:00 GMT"
    site("/again", b"<p>As it is.", etag='"two"')
    assert fetch(url, HERE).body == b"<p>As it is."


def test_a_page_with_no_store_is_not_cached(site: Callable[..., str]) -> None:
    url = site("/secret", b"words", etag='"one"', cache_control="private, No-Store")
    fetch(url, HERE)
    fetch(url, HERE)
    assert "If-None-Match" not in Site.asked[1]


def test_only_the_last_few_pages_are_kept() -> None:
    memory: Memory[str] = Memory()
    for number in range(20):
        memory.keep(f"http://a/{number}", "page", 4, {"etag": "x"})
    assert [number for number in range(20) if memory.asks(f"http://a/{number}")] == list(range(12, 20))
    memory.keep("http://a/large", "page", 1 << 30, {"etag": "x"})
    assert memory.unchanged("http://a/large") is None


def test_not_modified_without_a_cached_page_is_reported(site: Callable[..., str]) -> None:
    assert refused(site("/same", status=304)).startswith("answered 304")


def test_a_page_that_never_ends_is_given_up(site: Callable[..., str]) -> None:
    url = site("/stall")
    assert "within 0 seconds" in refused(url, Limits(seconds=0.3, private=True))


def test_a_page_that_is_too_large_or_swells_is_given_up(site: Callable[..., str]) -> None:
    small = Limits(seconds=60, size=1 << 20, private=True)
    assert refused(site("/large", b"x" * (2 << 20)), small) == "is larger than 1 MB"
    swollen = gzip.compress(b"\0" * (8 << 20))
    assert refused(site("/bomb", swollen, content_encoding="gzip"), small) == "is larger than 1 MB"


def test_doubly_compressed_pages_are_not_decompressed_twice(site: Callable[..., str]) -> None:
    twice = gzip.compress(gzip.compress(b"\0" * (8 << 20)))
    assert "broadsheet cannot read" in refused(site("/twice", twice, content_encoding="gzip, gzip"))
    assert "broadsheet cannot read" in refused(site("/brown", b"words", content_encoding="br"))


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(PROSE)),
        ("X-Gzip", gzip.compress(PROSE)),
        ("deflate", zlib.compress(PROSE)),
        ("deflate", zlib.compress(PROSE)[2:-4]),  # as some servers send it
        ("identity", PROSE),
    ],
)
def test_a_compressed_page_is_decompressed(site: Callable[..., str], encoding: str, packed: bytes) -> None:
    assert fetch(site("/packed", packed, content_encoding=encoding), HERE).body == PROSE


def test_a_page_compressed_in_several_members_is_read_to_its_end(site: Callable[..., str]) -> None:
    half = len(PROSE) // 2
    parts = gzip.compress(PROSE[:half]) + gzip.compress(b"") * 5000 + gzip.compress(PROSE[half:]) + b"\0" * 512
    assert fetch(site("/parts", parts, content_encoding="gzip"), HERE).body == PROSE


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_truncated_compressed_page_is_refused(
    site: Callable[..., str], encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    url = site("/part", pack(PROSE)[:-20], content_encoding=encoding)
    assert refused(url) == "broke off before its end"


def test_decompression_never_exceeds_the_limit() -> None:
    unpacker = Unpacker("gzip", 1000)
    with pytest.raises(Refused, match="is larger than"):
        unpacker.feed(gzip.compress(b"\0" * (8 << 20)))
    assert len(unpacker.body) == 1001


def test_a_page_with_a_wrong_content_encoding_is_refused_in_words(site: Callable[..., str]) -> None:
    assert (
        refused(site("/broken", b"no gzip at all", content_encoding="gzip"))
        == "is damaged: its compressed data cannot be unpacked"
    )


@pytest.mark.parametrize(("status", "said"), [(404, "answered 404"), (500, "answered 500")])
def test_an_error_is_said(site: Callable[..., str], status: int, said: str) -> None:
    assert refused(site("/gone", b"", status=status)).startswith(said)


def test_a_picture_is_no_article(site: Callable[..., str]) -> None:
    assert refused(site("/p", b"\x89PNG", content_type="image/png")) == "is image/png, and not a page or a text"


@pytest.mark.parametrize(
    ("path", "told", "taken"),
    [
        ("/a.eml", "message/rfc822", "message/rfc822"),
        ("/a.mhtml?x=1", "multipart/related", "multipart/related"),
        ("/a.mhtml", "application/octet-stream", "multipart/related"),
        ("/a.md", "application/octet-stream", "text/markdown"),
    ],
)
def test_formats_without_a_media_type_are_recognised_by_extension(
    site: Callable[..., str], path: str, told: str, taken: str
) -> None:
    assert fetch(site(path, b"words", content_type=told), HERE).media_type == taken


@pytest.mark.parametrize(("path", "media_type"), [("/a.txt", "text/plain"), ("/a.md", "text/markdown")])
def test_a_text_is_in_the_character_set_that_the_server_says(
    site: Callable[..., str], monkeypatch: pytest.MonkeyPatch, path: str, media_type: str
) -> None:
    url = site(path, "Паром".encode("koi8-r"), content_type=f"{media_type}; charset=KOI8-R")
    monkeypatch.setattr("annotators.loaders.web.fetch", lambda address: fetch(address, HERE))
    assert load(url).text == "Паром"


def test_the_address_of_an_article_is_one_that_can_be_opened_again(
    site: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site("/a%20b", PROSE[:48], content_type="text/html")
    url = site("/from", status=302, location="/a b")
    monkeypatch.setattr("annotators.loaders.web.fetch", lambda address: fetch(address, HERE))
    assert load(url).metadata.url == url.replace("/from", "/a%20b")


def test_something_like_an_address_is_refused_in_words() -> None:
    for source, said in [
        ("ftp://a.example/b", "begins with ftp:, and only http and https are read"),
        ("file:///home/a.txt", "give the file's path"),
        ("www.a.example/b", "give https://www.a.example/b"),
        ("HTTP://localhost/", "not on the open internet"),
    ]:
        with pytest.raises(LoadError, match=said):
            load(source)


def test_a_letter_at_an_address_is_read_as_one(site: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    letter = b"From: a@b.example\nSubject: The strike\nMIME-Version: 1.0\n\nThe ferries stay in port.\n"
    url = site("/letter.eml", letter, content_type="message/rfc822")
    monkeypatch.setattr("annotators.loaders.web.fetch", lambda address: fetch(address, HERE))
    article = load(url)
    assert (article.text.strip(), article.metadata.title) == ("The ferries stay in port.", "The strike")
    assert article.source.location == article.metadata.url == url
