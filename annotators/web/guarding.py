"""Which addresses may be asked: http and https on the open internet, checked again at every redirect.

A page chooses where its redirects lead, so a reader that follows them blindly can be made to ask
machines that only it can reach. The name is resolved here, every address it has must be public,
and the connection is made to the very address that was checked, so a name that changes its answer
in between gains nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
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
    """An address that is not asked, or an answer that is not taken: half a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: `host` is the name in the address, `ip` the checked address of it."""

    scheme: str
    host: str
    port: int
    ip: str


async def check(url: str, *, came_from: str = "", private: bool = False) -> Target:
    """The target of an address; raises `Refused` for one that must not be asked.

    `came_from` is the address that redirected here: an encrypted page may not lead to an
    unencrypted one. With `private` set, addresses of the local network are allowed.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused("is not an address") from error
    if parts.scheme not in _SCHEMES:
        raise Refused(f"is a {parts.scheme or 'nameless'} address, and only http and https are read")
    if came_from.startswith("https:") and parts.scheme == "http":
        raise Refused("leads from an encrypted page to one that is not")
    if parts.username is not None or parts.password is not None:
        raise Refused("has a user name in it")
    if not parts.hostname:
        raise Refused("has no host in it")
    port = port or _SCHEMES[parts.scheme]
    addresses = await _resolve(parts.hostname, port)
    if not private and not all(_public(address) for address in addresses):
        raise Refused("leads to a machine that is not on the open internet")
    return Target(parts.scheme, parts.hostname, port, addresses[0])


async def _resolve(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused("has a host that cannot be found") from error
    return [str(address[4][0]) for address in found]


def _public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if not ip.is_global or ip.is_multicast:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return True
    within = _ipv4_within(ip)
    return not ip.is_site_local and (within is None or within.is_global)


def _ipv4_within(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a packet to an IPv6 address may end at, by a translator on the way or in the system."""
    for network in _ENDING_IN_IPV4:
        if ip in network:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour
