"""The identity of an article, which stays when its text changes: its file, or its address.

A file is identified by its path with symbolic links resolved. A page is identified by its address without tracking
parameters, or by the canonical address that it states if that is on the same site.
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
"""Query parameters that only track where readers come from."""
_ARTICLE: Final = re.compile(r"(?:[-_][^-_]+){2}|\d{3}")
"""What the last part of an article's address contains: three words or a number."""
_VERSION: Final = re.compile(r"(?:amp|all|full|index|page|print|single|\d{1,2})(?:\.\w+)?(?:/\d{1,2})?", re.I)
"""How the address of an article goes on for another version or a later page of it."""
_SAME_SITE: Final = re.compile(r"(?:www|m|amp|mobile)\.")


def identity_at(location: str, says: str | None = None) -> str:
    """The identity of an article read at `location` whose canonical address is `says`; empty for a pipe."""
    if location == PIPE:
        return ""
    if is_file_name(location):
        return location if location.startswith("file:") else os.path.realpath(location)
    found, own = _address(location), _address(says or "")
    if own[0] == found[0] and (any(own[1:]) or not any(found[1:])) and not _is_section(own, found):
        found = own  # unless the site states its front page for every article
    return "//" + "".join(found)


def _is_section(own: tuple[str, str, str], found: tuple[str, str, str]) -> bool:
    """Whether the stated address is that of a section: `/news` for `/news/ferry-strike`."""
    named, last = own[1].rpartition("/")[2], found[1].rpartition("/")[2]
    if own[2] or _ARTICLE.search(named):
        return False
    if found[1].startswith(f"{own[1]}/"):
        return _VERSION.fullmatch(found[1], len(own[1]) + 1) is None
    return _ARTICLE.search(last) is not None and named.partition(".")[0] not in last


def _address(address: str) -> tuple[str, str, str]:
    """Site, path and query of an address."""
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
