"""Checks that an address is http or https on the public internet, again at every redirect (SSRF protection).

A page chooses the targets of its redirects, and could make the reader ask machines that only it can reach. The host
name is resolved here, all of its addresses have to be public, and the connection is made to the address that was
checked, so that a name server cannot change its answer in between (DNS rebinding).
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Refused", "Target", "check"]

_SCHEMES = {"http": 80, "https": 443}
_ENDING_IN_IPV4 = [
    ipaddress.IPv6Network(network)
    for network in ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48")
]
"""IPv6 networks whose last 32 bits are an IPv4 address (RFC 4291, 2765, 6052, 8215)."""


class Refused(Exception):
    """An address is not asked, or its answer not accepted; the message is half a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked target: `host` is the name in the address, `ips` are its addresses, the likeliest first."""

    scheme: str
    host: str
    port: int
    ips: tuple[str, ...]


async def check(url: str, *, came_from: str = "", private: bool = False) -> Target:
    """The target of an address; raises `Refused` if it must not be asked.

    `came_from` is the address that redirected here; https must not redirect to http. With `private`, addresses of the
    local network are allowed.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused("is not an address") from error
    if parts.scheme not in _SCHEMES:
        raise Refused(
            f"begins with {parts.scheme}:, and only http and https are read"
            if parts.scheme
            else "has no https:// in front"
        )
    if came_from.startswith("https:") and parts.scheme == "http":
        raise Refused("redirects from https to http, which is not encrypted")
    if parts.username is not None or parts.password is not None:
        raise Refused("has a user name in it")
    if not parts.hostname:
        raise Refused("has no host in it")
    port = port or _SCHEMES[parts.scheme]
    addresses = await _resolve(parts.hostname, port)
    if not private and not all(_public(address) for address in addresses):
        raise Refused("is on this machine or a private network, not on the open internet")
    return Target(parts.scheme, parts.hostname, port, tuple(addresses))


async def _resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, each once.

    They are resolved in a daemon thread, because a name server that does not answer would keep the event loop's own
    threads from ending beyond any deadline.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def tell(addresses: list[str], error: Exception | None) -> None:
        if found.done():
            return
        if error is None:
            found.set_result(addresses)
        else:
            found.set_exception(error)

    def look_up() -> None:
        error: Exception | None = None
        addresses: list[str] = []
        try:
            known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(one[4][0]) for one in known))
        except Exception as raised:
            error = raised
        with suppress(RuntimeError):  # the loop has ended: too late
            loop.call_soon_threadsafe(tell, addresses, error)

    threading.Thread(target=look_up, name="looking up a host", daemon=True).start()
    try:
        return await found
    except (OSError, UnicodeError, ValueError) as error:
        raise Refused("names a host that cannot be found") from error


def _public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if not ip.is_global or ip.is_multicast:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return True
    within = _ipv4_within(ip)
    return not ip.is_site_local and (within is None or within.is_global)


def _ipv4_within(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside an IPv6 address, to which a translator may send its packets."""
    for network in _ENDING_IN_IPV4:
        if ip in network:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour
