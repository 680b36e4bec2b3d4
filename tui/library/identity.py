"""Which articles are one and the same, whatever their text is today: of one file, or at one address.

A file is known by where it really is, whichever links lead there. A page is known by its address without what
only says how one came to it; and by the address that it says is its own, if that is on the same site.
"""

from __future__ import annotations

import os
import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from annotators.loaders import PIPE
from tui.library.entries import is_file_name

__all__ = ["identity_at"]

_TRACKING: Final = re.compile(
    r"utm_\w+|at_(?:medium|campaign)\w*|mc_[ce]id|(?:fb|g|dc|msclk|y)clid|msclkid|igshid|cmpid|ref_src|ocid|smid", re.I
)
"""Parameters by which sites count where their readers come from."""
_SAME_SITE: Final = re.compile(r"(?:www|m|amp|mobile)\.")


def identity_at(location: str, says: str | None = None) -> str:
    """What an article is known by that was read at a location and `says` its own address; empty for a pipe."""
    if location == PIPE:
        return ""
    if is_file_name(location):
        return location if location.startswith("file:") else os.path.realpath(location)
    found, own = _address(location), _address(says or "")
    if own[0] == found[0] and (any(own[1:]) or not any(found[1:])):
        found = own  # but not where a site calls its front page the address of all it has
    return "//" + "".join(found)


def _address(address: str) -> tuple[str, str, str]:
    """Site, path and question of an address."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return address, "", ""
    if not host:
        return "", "", ""
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    site = _SAME_SITE.sub("", host, count=1) if _SAME_SITE.match(host) else host
    if port not in {None, 80, 443}:
        site += f":{port}"
    return site, parts.path.rstrip("/"), f"?{urlencode(asked)}" if asked else ""
