"""What a page says of itself: JSON-LD first, then OpenGraph and its other `meta`, then what stands on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Final

from annotators.article import Metadata
from annotators.links import complete_address
from annotators.loaders.html.json_ld import read_json_ld

__all__ = ["TELLING", "MetadataReader", "names_author"]

_BYLINE: Final = re.compile(r"(?<![a-z])(?:by-?line|author)(?:[-_]*name)?(?![a-z])", re.I)
_PUBLISHED: Final = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publishdate", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_AUTHOR: Final = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_SITE_SUFFIX: Final = re.compile(r"\s+[|•·»–—-]\s+([^|•·»]{2,60})$")
_APART: Final = re.compile(r"\s*[|•·»–—-]+\s")
"""What stands between a headline and the section, paper or date that a page adds to it."""
_LONGEST: Final = 500
_LONGEST_TOLD: Final = 1_000_000
_BREAK: Final = re.compile(r"(?:<|&lt;)/?(?:p|br|div|li|h[1-6])\b", re.I)
_MARKUP: Final = re.compile(r"<[^<>]{0,1000}>|&lt;[^<>]{0,1000}?&gt;")
_UNTOLD: Final = frozenset("body html main article meta link img input".split())
TELLING: Final = frozenset("base h1 html link meta script time title".split())
"""Elements that say something whatever their class is."""
_LONGEST_BYLINE: Final = 160


class MetadataReader:
    """Takes the same calls as a block builder; `result` is what was found."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._scripts: list[str] = []
        self._base = ""
        self._language = ""
        self._time = ""
        self.reading = ""
        """What is being read: the text of its element comes next."""
        self.signed = False
        """Whether a byline was found: then only `TELLING` elements say more."""
        self._depth = 0
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        if self.reading:
            self._depth += 1
        elif name := self._worth_reading(tag, attributes):
            self.reading, self._depth, self._pieces = name, 0, []
        if tag not in TELLING:
            return
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self._meta.setdefault(name.lower(), _clipped(attributes.get("content")) or "")
        elif tag == "link":
            self._links.setdefault((attributes.get("rel") or "").lower(), attributes.get("href") or "")
        elif tag == "base":
            self._base = self._base or attributes.get("href") or ""
        elif tag == "html":
            self._language = self._language or attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "time":
            self._time = self._time or attributes.get("datetime") or ""

    def end(self, tag: str) -> None:
        """The innermost element ends."""
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
        """Text inside the innermost element."""
        if self.reading:
            self._pieces.append(text)

    def _worth_reading(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        if tag == "script":
            return "json-ld" if (attributes.get("type") or "").lower().strip() == "application/ld+json" else ""
        if tag in {"title", "h1"} and tag not in self._texts:
            return tag
        return "byline" if not self.signed and tag not in _UNTOLD and names_author(attributes) else ""

    @cached_property
    def _article(self) -> dict[str, str]:
        return read_json_ld(self._scripts)

    def base_of(self, location: str) -> str:
        """What the links of the page start from: the `base` it names, where it was found, or what it says it is at."""
        named = self._links.get("canonical") or self._meta.get("og:url") or self._article.get("url") or ""
        found = next((one for one in (location, named) if one.lower().startswith(("http://", "https://"))), "")
        return complete_address(self._base, found) if self._base else found

    def told(self) -> tuple[str, str]:
        """The article's body, a paragraph a line, and its deck, as far as the page tells machines of them."""
        body = self._article.get("body", "")[:_LONGEST_TOLD]
        deck = self._meta.get("og:description") or self._meta.get("description") or self._article.get("deck", "")
        return _MARKUP.sub(" ", _BREAK.sub(r"\n\g<0>", body)), deck

    def result(self) -> Metadata:
        """Each field from the best place that has it; `None` where nothing has."""
        ld = self._article
        site = self._meta.get("og:site_name") or ld.get("site")
        named = next((found for name in _AUTHOR if _is_name(found := self._meta.get(name, ""))), "")
        shown = self._texts.get("byline", "")
        url = self._links.get("canonical") or self._meta.get("og:url") or ld.get("url") or ""
        return Metadata(
            title=_clipped(self._title(ld, site)),
            byline=_clipped(ld.get("byline") or named or (shown if len(shown) <= _LONGEST_BYLINE else "")),
            published=_clipped(ld.get("published") or self._first_meta(_PUBLISHED) or self._time),
            site=_clipped(site),
            language=_language(self._language or ld.get("language") or self._meta.get("og:locale", "")),
            url=_clipped(url) if url.lower().startswith(("http://", "https://")) else None,
        )

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
    """Whether an element is one that holds the names of writers."""
    get = attributes.get
    return _are_of_author(get("class"), get("rel"), get("itemprop"))


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
    tag = text.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else None


def _clipped(text: str | None) -> str | None:
    return " ".join((text or "").split())[:_LONGEST] or None
