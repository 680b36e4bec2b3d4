"""The article that a page describes in JSON-LD (schema.org)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final, NamedTuple

from annotators.loaders.html.loose_json import objects_written
from annotators.loaders.html.machine_dates import date_said

__all__ = ["read_json_ld"]

_ARTICLES: Final = frozenset(
    "advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting "
    "liveblogposting newsarticle opinionnewsarticle report reportagenewsarticle reviewnewsarticle "
    "satiricalarticle scholarlyarticle socialmediaposting techarticle".split()
)
_PAGES: Final = frozenset("podcastepisode recipe review webpage".split())
"""Types that give byline and date if no article is described. Their text is not used."""
_OTHERS: Final = frozenset(("itemlistelement", "relatedlink", "mentions", "haspart", "ispartof"))
"""Properties whose values are other articles than the page's own."""
_MOST_OBJECTS: Final = 2000
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_BY: Final = re.compile(r"^by:?\s+(?=\w)", re.I)
_LETTERS: Final = re.compile(r"[^\W_]+")
_ALIKE: Final = 40
_FEWEST_ALIKE: Final = 12
"""Letters compared to decide that two headlines are the same, and the fewest that both must have; one may be
truncated."""


class _Item(NamedTuple):
    """A JSON object, and whether it is inside a list of other articles."""

    fields: Mapping[str, Any]
    other: bool


def read_json_ld(scripts: Iterable[str], titles: Collection[str] = (), urls: Collection[str] = ()) -> dict[str, str]:
    """The page's article: `title`, `byline`, `published`, `site`, `language`, `url`, `body`, `deck`, or fewer.

    Of several articles, the one with one of the page's `urls` or `titles` is used, else the first outside a list of
    others. If there is none, fields of a web page or recipe are returned as `page byline` and so on. Invalid JSON is
    skipped. `body` keeps its line breaks.
    """
    items: list[_Item] = []
    begins = [begin for title in titles if (begin := _begin(title))]
    for script in scripts:
        found = list(_objects(objects_written(script), _MOST_OBJECTS - len(items)))
        items += found
        for item in found:
            if _types(item.fields) & _ARTICLES and _is_of_page(item.fields, begins, urls):
                return _tidied_fields(_fields(item.fields, items))
    for kinds in (_ARTICLES, _PAGES):
        first = next((item.fields for item in items if not item.other and _types(item.fields) & kinds), None)
        if first is not None:
            fields = _fields(first, items)
            if kinds is _PAGES:
                fields = {f"page {name}": fields[name] for name in ("byline", "published", "site")}
            return _tidied_fields(fields)
    return {}


def _tidied_fields(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: tidied for name, text in fields.items() if (tidied := _tidied(name, text))}


def _tidied(name: str, text: str) -> str:
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)  # a lone surrogate cannot be encoded
    lines = unescape(unescape(text)).split("\n") if name == "body" else [unescape(text)]  # often escaped twice
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _objects(data: Iterable[Any], most: int) -> Iterator[_Item]:
    """Yields the objects in `data`, outer ones first."""
    waiting: deque[tuple[Any, bool]] = deque((one, False) for one in data)
    for _ in range(most):
        if not waiting:
            return
        item, other = waiting.popleft()
        if isinstance(item, dict):
            yield _Item(item, other)
            for key, value in item.items():
                if isinstance(value, (dict, list)):
                    waiting.append((value, other or key.lower() in _OTHERS))
        elif isinstance(item, list):
            waiting += ((value, other) for value in item if isinstance(value, (dict, list)))


def _types(item: Mapping[str, Any]) -> set[str]:
    """The types of an object without their namespace: `https://schema.org/NewsArticle`, `schema:NewsArticle`."""
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {re.split("[/:#]", kind)[-1].lower() for kind in listed if isinstance(kind, str)}


def _is_of_page(item: Mapping[str, Any], begins: Sequence[str], urls: Collection[str]) -> bool:
    if (url := _url(item)) and url.rstrip("/") in (one.rstrip("/") for one in urls):
        return True
    title = _begin(_text(item.get("headline")) or _text(item.get("name")))
    return any(title == one or _begins_alike(title, one) for one in begins)


def _begins_alike(title: str, other: str) -> bool:
    return min(len(title), len(other)) >= _FEWEST_ALIKE and (other.startswith(title) or title.startswith(other))


def _begin(title: str) -> str:
    return "".join(_LETTERS.findall(unescape(title[: 4 * _ALIKE]).lower()))[:_ALIKE]


def _fields(item: Mapping[str, Any], items: Sequence[_Item]) -> dict[str, str]:
    return {
        "title": _text(item.get("headline")) or _text(item.get("name")),
        "byline": ", ".join(name for name in _names(item.get("author") or item.get("creator"), items) if name),
        "published": date_said(_value(item.get("datePublished")) or _value(item.get("dateCreated"))),
        "site": next(iter(_names(item.get("publisher"), items)), ""),
        "language": _language(item.get("inLanguage")),
        "body": _text(item.get("articleBody")),
        "deck": _text(item.get("description")),
        "url": _url(item),
    }


def _url(item: Mapping[str, Any]) -> str:
    page = item.get("mainEntityOfPage")
    return _text(item.get("url")) or (_text(page.get("@id")) if isinstance(page, dict) else _text(page))


def _value(value: Any) -> Any:
    """A value without a wrapper: a one-element list or a typed object."""
    if isinstance(value, list) and value:
        value = value[0]
    return value.get("@value") if isinstance(value, dict) else value


def _text(value: Any) -> str:
    found = _value(value)
    return found if isinstance(found, str) else ""


def _language(value: Any) -> str:
    if isinstance(value, dict):
        return _text(value.get("alternateName")) or _text(value.get("name")) or _text(value)
    return _text(value)


def _names(value: Any, items: Sequence[_Item]) -> list[str]:
    """Names of people or organisations, given as strings, as objects, or as ids of objects elsewhere on the page."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and not one.get("name") and (ident := one.get("@id")):
            one = next((item.fields for item in items if item.fields.get("@id") == ident and len(item.fields) > 1), one)
        names += _called(one) if isinstance(one, dict) else [_text(one)]
    shown = (_BY.sub("", _TAG.sub("", unescape(name)).strip(), count=1) if name else "" for name in names)
    return list(dict.fromkeys(name for name in shown if name and not name.startswith(("http://", "https://"))))


def _called(someone: Mapping[str, Any]) -> list[str]:
    name = someone.get("name")
    if isinstance(name, list):
        return [_text(one) for one in name]
    given = " ".join(filter(None, (_text(someone.get("givenName")), _text(someone.get("familyName")))))
    return [_text(name) or given]
