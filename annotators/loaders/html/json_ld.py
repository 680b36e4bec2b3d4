"""The article that a page describes in JSON-LD (schema.org), as far as it does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, Final

__all__ = ["read_json_ld"]

_ARTICLES: Final = frozenset(
    "advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting "
    "liveblogposting newsarticle opinionnewsarticle report reportagenewsarticle reviewnewsarticle "
    "satiricalarticle scholarlyarticle socialmediaposting techarticle".split()
)
_MOST_OBJECTS: Final = 2000
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_json_ld(scripts: Iterable[str]) -> dict[str, str]:
    """`title`, `byline`, `published`, `site`, `language`, `url`, `body`, `deck` of the first article found, or fewer.

    What is no JSON is passed over. The `body` keeps its lines.
    """
    for script in scripts:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if _types(item) & _ARTICLES:
                found = _fields(item)
                return {name: _tidied(name, text) for name, text in found.items() if text.strip()}
    return {}


def _tidied(name: str, text: str) -> str:
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)  # half a character: no file can hold it
    lines = unescape(unescape(text)).split("\n") if name == "body" else [unescape(text)]  # often escaped twice
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in `data`, outer ones first."""
    waiting = [data]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting += [value for value in item.values() if isinstance(value, (dict, list))]
        elif isinstance(item, list):
            waiting += [value for value in item if isinstance(value, (dict, list))]


def _types(item: Mapping[str, Any]) -> set[str]:
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.lower() for kind in listed if isinstance(kind, str)}


def _fields(item: Mapping[str, Any]) -> dict[str, str]:
    return {
        "title": _text(item.get("headline")) or _text(item.get("name")),
        "byline": ", ".join(name for name in _names(item.get("author") or item.get("creator")) if name),
        "published": _text(item.get("datePublished")),
        "site": next(iter(_names(item.get("publisher"))), ""),
        "language": next(iter(_names(item.get("inLanguage"))), ""),
        "body": _text(item.get("articleBody")),
        "deck": _text(item.get("description")),
        "url": _text(item.get("url")) or _address(item.get("mainEntityOfPage")),
    }


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def _names(value: object) -> list[str]:
    """The names of people or bodies, given as texts or as objects."""
    listed = value if isinstance(value, list) else [value]
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in listed]
    return list(dict.fromkeys(name for name in names if name and not name.startswith(("http://", "https://"))))


def _address(value: object) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)
