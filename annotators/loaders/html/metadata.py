"""Metadata of a page: JSON-LD first, then OpenGraph and other `meta` elements, then its visible byline and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final

from annotators.article import Metadata
from annotators.links import complete_address
from annotators.loaders.html.json_ld import read_json_ld
from annotators.loaders.html.machine_dates import date_said
from annotators.metadata import writers_told

__all__ = ["TELLING", "MetadataReader", "names_author"]

_BYLINE: Final = re.compile(r"(?<![a-z])(?:by-?line|author)(?:[-_]*name)?(?![a-z])", re.I)
_PUBLISHED: Final = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publishdate", "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date",
)  # fmt: skip
_CITED: Final = "citation_author"
_AUTHOR: Final = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", _CITED)
_SITE_SUFFIX: Final = re.compile(r"\s+[|•·»–—-]\s+([^|•·»]{2,60})$")
_APART: Final = re.compile(r"\s*[|•·»–—-]+\s")
"""Separates a headline from the section, publication or date that a page appends to it."""
_BY: Final = re.compile(r"^by:?\s+(?=\w)", re.I)
_LONGEST: Final = 500
_MOST_RELATIONS: Final = 8
_LONGEST_TOLD: Final = 1_000_000
_BREAK: Final = re.compile(r"(?:<|&lt;)/?(?:p|br|div|li|h[1-6])\b", re.I)
_MARKUP: Final = re.compile(r"<[^<>]{0,1000}>|&lt;[^<>]{0,1000}?&gt;")
_UNTOLD: Final = frozenset("body html main article meta link img input".split())
TELLING: Final = frozenset("base h1 html link meta script time title".split())
"""Elements that carry metadata whatever their class is."""
_LONGEST_BYLINE: Final = 160


class MetadataReader:
    """Receives the same calls as `BlockBuilder`; `result` returns the metadata."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._scripts: list[str] = []
        self._base = ""
        self._language = ""
        self._time = ""
        self.reading = ""
        """The field whose text is being collected; the character data comes next."""
        self.signed = False
        """Whether a byline was found; after that, only `TELLING` elements are of interest."""
        self._depth = 0
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Handles a start tag."""
        if self.reading:
            self._depth += 1
        elif name := self._worth_reading(tag, attributes):
            self.reading, self._depth, self._pieces = name, 0, []
        if tag not in TELLING:
            return
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self._meta.setdefault(name.lower(), _clipped(attributes.get("content")) or "")
            if (attributes.get("http-equiv") or "").lower() == "content-language":
                self._meta.setdefault("content-language", _clipped(attributes.get("content")) or "")
        elif tag == "link":
            for relation in (attributes.get("rel") or "").lower().split()[:_MOST_RELATIONS]:
                self._links.setdefault(relation, attributes.get("href") or "")
        elif tag == "base":
            self._base = self._base or attributes.get("href") or ""
        elif tag == "html":
            self._language = self._language or attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "time":
            self._time = self._time or attributes.get("datetime") or ""

    def end(self, tag: str) -> None:
        """Handles the end tag of the innermost element."""
        if not self.reading:
            return
        if self._depth:
            self._depth -= 1
            return
        text = "".join(self._pieces)
        if self.reading == "json-ld":
            self._scripts.append(text)
        elif text.strip():
            self._texts.setdefault(self.reading, " ".join(text.split()))
            self.signed = "byline" in self._texts
        self.reading = ""

    def data(self, text: str) -> None:
        """Handles character data inside the innermost element."""
        if self.reading:
            self._pieces.append(text)

    def _worth_reading(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        if tag == "script":
            said = (attributes.get("type") or "").partition(";")[0]
            return "json-ld" if said.strip().lower() == "application/ld+json" else ""
        if tag in {"title", "h1"} and tag not in self._texts:
            return tag
        return "byline" if not self.signed and tag not in _UNTOLD and names_author(attributes) else ""

    @cached_property
    def _article(self) -> dict[str, str]:
        titles = (self._texts.get("h1", ""), self._meta.get("og:title", ""), self._texts.get("title", ""))
        urls = (self._links.get("canonical", ""), self._meta.get("og:url", ""))
        return read_json_ld(self._scripts, titles, list(filter(None, urls)))

    def _addresses(self) -> Iterator[str]:
        """Yields the URLs that the page gives for itself, the most reliable first."""
        for address in (self._links.get("canonical"), self._meta.get("og:url"), self._article.get("url")):
            if address and address.strip():
                yield address.strip()

    def base_of(self, location: str) -> str:
        """The base URL of the page's links: `base` element, URL it was found at, or URL that it declares."""
        named = next(self._addresses(), "")
        found = next((one for one in (location, named) if one.lower().startswith(("http://", "https://"))), "")
        return complete_address(self._base, found) if self._base else found

    def told(self) -> tuple[str, str]:
        """The article's body (a paragraph per line) and deck from the metadata; empty strings if not given."""
        body = self._article.get("body", "")[:_LONGEST_TOLD]
        deck = self._meta.get("og:description") or self._meta.get("description") or self._article.get("deck", "")
        return _MARKUP.sub(" ", _BREAK.sub(r"\n\g<0>", body)), deck

    def result(self, location: str = "") -> Metadata:
        """Each field from its most reliable source, else `None`. `location` is where the page was found."""
        ld = self._article
        site = self._meta.get("og:site_name") or ld.get("site") or ld.get("page site")
        base = self.base_of(location)
        urls = (complete_address(address, base) for address in self._addresses())
        published = ld.get("published") or date_said(self._first_meta(_PUBLISHED)) or self._time
        return Metadata(
            title=_clipped(self._title(ld, site)),
            byline=_clipped(ld.get("byline") or self._named() or self._signed() or ld.get("page byline")),
            published=_clipped(published or ld.get("page published")),
            site=_clipped(site),
            language=next(filter(None, map(_language, self._languages())), None),
            url=next((url for url in urls if url.startswith(("http://", "https://"))), None),
        )

    def _named(self) -> str:
        """The writer in the page's `meta` elements."""
        name = next((one for one in _AUTHOR if _is_name(self._meta.get(one, ""))), "")
        found = _BY.sub("", self._meta[name]) if name else ""
        last, comma, first = found.partition(", ")
        return f"{first} {last}" if name == _CITED and comma and "," not in first else found

    def _signed(self) -> str:
        """The writers in the page's visible byline, without other text beside their names."""
        shown = self._texts.get("byline", "")
        return (writers_told(shown) or _BY.sub("", shown)) if len(shown) <= _LONGEST_BYLINE else ""

    def _languages(self) -> Iterator[str]:
        yield self._language
        yield self._article.get("language", "")
        yield self._meta.get("og:locale", "")
        yield self._meta.get("content-language", "").partition(",")[0]

    def _title(self, ld: Mapping[str, str], site: str | None) -> str | None:
        page_title, heading = self._texts.get("title", ""), self._texts.get("h1", "")
        for title in (ld.get("title"), self._meta.get("og:title"), heading):
            if title and title.strip():
                more = title.removeprefix(heading) if heading else title
                return heading if more != title and _APART.match(more) else _without_site(title, site)
        suffix = _SITE_SUFFIX.search(page_title)
        return page_title[: suffix.start()] if suffix and len(page_title) > 40 else page_title

    def _first_meta(self, names: tuple[str, ...]) -> str:
        return next((found for name in names if (found := self._meta.get(name, "")).strip()), "")


def names_author(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element holds the names of writers."""
    if "rel" in attributes or "itemprop" in attributes:
        get = attributes.get
        return _are_of_author(get("class"), get("rel"), get("itemprop"))
    return "class" in attributes and _are_of_author(attributes["class"])  # this order because every element is tested


@lru_cache(maxsize=512)
def _are_of_author(*names: str | None) -> bool:
    for name in names:
        if name and ("by" in (lowered := name.lower()) or "author" in lowered) and _BYLINE.search(name):
            return True
    return False


def _without_site(title: str, site: str | None) -> str:
    suffix = _SITE_SUFFIX.search(title)
    named = suffix and site and suffix.group(1).strip().lower() == site.strip().lower()
    return title[: suffix.start()] if suffix and named else title


def _is_name(text: str) -> bool:
    return bool(text.strip()) and not text.startswith(("http://", "https://", "/"))


def _language(text: str) -> str | None:
    tag = text.strip().partition(".")[0].replace("_", "-")  # some pages use POSIX locale names: en_US.UTF-8
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else None


def _clipped(text: str | None) -> str | None:
    return " ".join((text or "").split())[:_LONGEST] or None
