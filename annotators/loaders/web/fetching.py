"""Fetches one page, with a deadline for everything, a limit on its size, and a check of every redirect."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from annotators.loaders.media_type import media_type_of
from annotators.loaders.web.guarding import Refused, Target, check
from annotators.loaders.web.remembering import Memory
from annotators.loaders.web.unpacking import Unpacker

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

__all__ = ["Limits", "Page", "fetch"]

_READABLE = ("text/", "application/xhtml", "application/xml", "message/rfc822", "multipart/related")
_ANYTHING = frozenset({"application/octet-stream", "binary/octet-stream"})
"""The media types that servers give for files of unknown types."""

_HEADERS = {
    "User-Agent": "broadsheet (a reader in the terminal)",
    "Accept": "text/html, text/plain, text/markdown, application/xhtml+xml;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = frozenset({200, 203})
"""The statuses of a page; with 203 a proxy has changed something, such as the size of pictures."""
_UNCHANGED = 304
_MOST_ADDRESSES = 4
"""The most addresses of a host that are tried, one after the other."""
_CONNECTING = 6.0
"""Seconds to connect, after which the next address is tried."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for everything together, `size` in bytes of the decoded page, `hops` of redirects.

    `private` allows addresses of the local network.
    """

    seconds: float = 20.0
    size: int = 16 << 20
    hops: int = 10
    private: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the address after redirects, the media type and character set if stated, the bytes."""

    url: str
    media_type: str
    charset: str | None
    body: bytes


_memory: Memory[Page] = Memory()


def fetch(url: str, limits: Limits | None = None) -> Page:
    """The page at an address; raises `Refused`, with half a sentence about the address, for any failure."""
    limits = limits or Limits()
    try:
        return asyncio.run(_fetch_within(url, limits))
    except TimeoutError as error:
        raise Refused(f"did not answer in full within {limits.seconds:.0f} seconds") from error


async def _fetch_within(url: str, limits: Limits) -> Page:
    async with asyncio.timeout(limits.seconds):
        return await _follow(url, limits)


async def _follow(url: str, limits: Limits) -> Page:
    import httpx  # here, because it takes a fifth of a second that a file need not pay

    came_from = ""
    # The transport alone: a client would read redirects itself, and a proxy would ask addresses never checked.
    async with httpx.AsyncHTTPTransport(trust_env=False) as transport:
        for _ in range(limits.hops + 1):
            target = await check(url, came_from=came_from, private=limits.private)
            try:
                answer = await _ask(transport, url, target)
                try:
                    if answer.status_code not in _REDIRECTS:
                        return await _read(url, answer, limits)
                    came_from, url = url, _next(url, answer)
                finally:
                    await answer.aclose()
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
                raise Refused(_why(error)) from error
    raise Refused(f"redirects more than {limits.hops} times")


async def _ask(transport: httpx.AsyncHTTPTransport, url: str, target: Target) -> httpx.Response:
    """The answer of the first of a host's addresses that accepts a connection."""
    import httpx

    asks = _memory.asks(url)
    *others, last = target.ips[:_MOST_ADDRESSES]
    for ip in others:
        try:
            return await transport.handle_async_request(_request(url, target, ip, asks))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return await transport.handle_async_request(_request(url, target, last, asks))


def _request(url: str, target: Target, ip: str, asks: Mapping[str, str]) -> httpx.Request:
    """A request to a checked address that names the host, also for TLS."""
    import httpx

    asked = httpx.URL(url).copy_with(host=ip, fragment=None)
    host = asked.copy_with(host=target.host).netloc.decode("ascii")
    waits = {"connect": _CONNECTING} if len(target.ips) > 1 else {}
    extensions = {"sni_hostname": target.host, "timeout": waits}
    return httpx.Request("GET", asked, headers={**_HEADERS, "Host": host, **asks}, extensions=extensions)


def _next(url: str, answer: httpx.Response) -> str:
    """The target of a redirect."""
    place: str = answer.headers.get("location", "")
    if not place:
        raise Refused("redirects, but does not say where to")
    return urljoin(url, place)


async def _read(url: str, answer: httpx.Response, limits: Limits) -> Page:
    if answer.status_code == _UNCHANGED and (kept := _memory.unchanged(url)) is not None:
        return kept
    if answer.status_code not in _PAGES:
        raise Refused(f"answered {answer.status_code} {answer.reason_phrase}".strip())
    media_type, _, parameters = answer.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower() or "text/html"
    if media_type in _ANYTHING:
        media_type = media_type_of(urlsplit(url).path) or media_type
    if not media_type.startswith(_READABLE):
        raise Refused(f"is {media_type[:_LONGEST_NAME]}, and not a page or a text")
    unpacker = Unpacker(answer.headers.get("content-encoding", ""), limits.size)
    async for piece in answer.aiter_raw():
        unpacker.feed(piece)
    unpacker.close()
    page = Page(url, media_type, _charset(parameters), unpacker.body)
    _memory.keep(url, page, len(page.body), answer.headers)
    return page


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset" and value:
            return value.strip("\"' ")
    return None


def _why(error: Exception) -> str:
    words = " ".join(str(error).split())[:120]
    return f"could not be read ({words or type(error).__name__})"
