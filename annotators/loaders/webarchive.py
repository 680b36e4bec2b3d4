"""Loads a page saved by Safari (`.webarchive`): a property list with the page and its resources."""

from __future__ import annotations

import plistlib
from dataclasses import replace
from typing import Any

from annotators.article import Article
from annotators.loaders.errors import LoadError
from annotators.loaders.html import load_html

__all__ = ["load_webarchive"]


def load_webarchive(data: bytes, location: str) -> Article:
    """The article in the saved page; raises `LoadError` if there is none."""
    try:
        saved: Any = plistlib.loads(data)
        page: Any = saved["WebMainResource"]
        body: Any = page["WebResourceData"]
    except Exception as error:  # plistlib documents one error, but raises about ten for damaged files
        raise LoadError(f"{location} has no page in it, or is damaged", "save the page again") from error
    if not isinstance(body, bytes):
        raise LoadError(f"{location} has no page in it", "save the page again")
    charset, url = (page.get(name) for name in ("WebResourceTextEncodingName", "WebResourceURL"))
    base = url if isinstance(url, str) and url.startswith(("http://", "https://")) else ""
    article = load_html(body, location, charset=charset if isinstance(charset, str) else None, base=base)
    metadata = article.metadata
    return replace(article, metadata=replace(metadata, url=metadata.url or base or None))
