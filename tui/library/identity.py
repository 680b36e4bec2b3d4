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
_ARTICLE: Final = re.compile(r"(?:[-_][^-_]+){2}|\d{3}")
"""What the last part of an address has in it where it is an article's: three words or a number."""
_VERSION: Final = re.compile(r"(?:amp|all|full|index|page|print|single|\d{1,2})(?:\.\w+)?(?:/\d{1,2})?", re.I)
"""What an address goes on with where it is that of the same article in another form, or of a later page of it."""
_SAME_SITE: Final = re.compile(r"(?:www|m|amp|mobile)\.")


def identity_at(location: str, says: str | None = None) -> str:
    """What an article is known by that was read at a location and `says` its own address; empty for a pipe."""
    if location == PIPE:
        return ""
    if is_file_name(location):
        return location if location.startswith("file:") else os.path.realpath(location)
    found, own = _address(location), _address(says or "")
    if own[0] == found[0] and (any(own[1:]) or not any(found[1:])) and not _is_section(own, found):
        found = own  # but not where a site calls its front page the address of all it has
    return "//" + "".join(found)


def _is_section(own: tuple[str, str, str], found: tuple[str, str, str]) -> bool:
    """Whether a page gives as its address that of the section it stands in: `/news` and not `/news/ferry-strike`."""
    named, last = own[1].rpartition("/")[2], found[1].rpartition("/")[2]
    if own[2] or _ARTICLE.search(named):
        return False
    if found[1].startswith(f"{own[1]}/"):
        return _VERSION.fullmatch(found[1], len(own[1]) + 1) is None
    return _ARTICLE.search(last) is not None and named.partition(".")[0] not in last


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
