"""A page's elements and text, as a parser tells them, to blocks of text as a browser lays them out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from annotators.loaders.html.links import Anchor, Anchored, anchored_in
from annotators.loaders.html.metadata import TELLING, MetadataReader, names_author

__all__ = ["BlockBuilder", "PageBlock"]

_BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol p pre "
    "section summary table tbody textarea tfoot thead tr ul".split()
)
_DROPPED: Final = frozenset(
    "audio canvas datalist embed iframe math noembed noscript object rp rt script select style svg template "
    "textarea title video".split()
)
_NEVER_TEXT: Final = frozenset("script style template title".split())
_ROOT: Final = "shadowrootmode"
"""The attribute by which a browser shows a template where it stands (the HTML standard, 4.12.3)."""
_DRAWINGS: Final = frozenset(("math", "svg"))
_FOREIGN: Final = frozenset(("annotation-xml", "desc", "foreignobject", "mtext", "title"))
"""Elements of drawings and formulas that may hold what is not of their kind."""
_BREAKS_OUT: Final = frozenset("blockquote center div dl dd dt h1 h2 h3 h4 h5 h6 hr li menu ol p pre table ul".split())
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_FOLDED: Final = frozenset(("region", "tabpanel"))
"""Roles of what a heading or a tab shows when it is pressed."""
_NEVER_FOLDED: Final = frozenset("dialog form li menu nav ul".split())
_MENUS: Final = frozenset("dialog footer header menu nav".split())
"""Elements that are no part of a text where they come to light, and those that whatever they hold is no part of it."""
_STREAMED: Final = re.compile(r"S:[0-9a-f]+")
"""Ids of the hidden parts of a page in which React sends what a script moves into view at once."""
_WHITE: Final = re.compile(r"[ \t\n\r\f]+")
_SPACES: Final = re.compile(r" {2,}")
_AROUND: Final = re.compile(r"(?:(?<! ) +)?([\n\t]) *")
_APART: Final = re.compile(r"\n{2,}")
_NO_NAME: Final = re.compile(r"[^\w-]")
_IN_NO_NAME: Final = re.compile(r"[^\w\s-]")
_CELLS: Final = frozenset(("td", "th"))
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PICTURES: Final = frozenset("amp-img audio iframe img picture video".split())
_CLOSE: Final = 3
"""Blocks after a picture that may have to do with it."""
_DEEPEST: Final = 16
"""Elements of a path that are kept, from the innermost outwards."""
_LINK_SHARE: Final = 0.8


class PageBlock(NamedTuple):
    """Text of one block without white space at its edges, its element, the elements around it, what is linked of it.

    `pictured` is how many elements out from its own the one is that also holds the last picture before it, its own
    element counting as 1; 0 where no picture stands close before. `anchored` says which of it are links.
    """

    text: str
    tag: str
    path: str
    linked: int = 0
    links: int = 0
    pictured: int = 0
    anchored: Anchored = ""


class BlockBuilder:
    """Takes balanced `start`, `end` and `data` calls; afterwards `blocks` holds the page's blocks in order.

    `hidden` keeps what a browser would not show (`display: none`, `noscript`), but for code; what is folded under a
    heading that unfolds it is kept in any case. `metadata` is told all that says something to it: every call counts
    where there are thousands a page, so no one stands between.
    """

    def __init__(self, metadata: MetadataReader, *, hidden: bool = False) -> None:
        self.begin(metadata, hidden=hidden)

    def begin(self, metadata: MetadataReader, *, hidden: bool = False) -> None:
        """A page begins; nothing is left of another."""
        self.blocks: list[PageBlock] = []
        self.metadata = metadata
        self._hidden = hidden
        self._dropped = _NEVER_TEXT if hidden else _DROPPED
        self._stack: list[tuple[str, bool, Mapping[str, str | None]]] = []
        """Tag, whether it is a block, and attributes of each open element."""
        self._labels: list[str] = []
        """Those of the outermost of these elements: as many as a block had around it so far."""
        self._paths: list[str] = [""]
        """The path of each of these elements as far as it is not cut, after that of the page."""
        self._owners: list[str] = []
        self._skipping = 0
        self._drawing = False
        self._pieces: list[str] = []
        self._linked = 0
        self._link_count = 0
        self._links = 0
        self._anchors: list[Anchor] = []
        """Links of what is being gathered, by the pieces of text that they begin before and end before."""
        self._href = ""
        """Where the open link leads; its text began before piece `_href_from`."""
        self._href_from = 0
        self._kept_space = 0
        self._ended = ""
        self._beside = ""
        self._folding = -1
        """Blocks that stand above the last element that has folded something away; -1 before there is one."""
        self._shared = 0
        """Open elements that also hold the last picture; none while there is none close before."""
        self._since = 0

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        metadata = self.metadata
        if metadata.reading or tag in TELLING or (attributes and not metadata.signed and names_author(attributes)):
            metadata.start(tag, attributes)
        if tag in _PICTURES and attributes.get("width") != "1":
            self._shared, self._since = len(self._stack), 0
        may_hide = "style" in attributes or "hidden" in attributes
        if (
            self._skipping
            or (tag in self._dropped and _ROOT not in attributes)
            or (may_hide and self._is_hidden(tag, attributes))
        ):
            self._skip(tag)
            if self._skipping:
                return
        if "aria-expanded" in attributes and attributes["aria-expanded"] == "false":
            self._folding = len(self.blocks) + bool(self._pieces)
        block = tag in _BLOCKS or "-" in tag
        if block:
            if self._pieces:
                self._flush()
            if tag == "pre":
                self._kept_space += 1
            if tag != "html":
                self._owners.append(tag)
        elif tag == "a" and not _is_place(attributes):
            self._links += 1
            self._link_count += 1
            if self._href:  # a link ends where the next begins
                self._anchors.append((self._href_from, len(self._pieces), self._href))
            self._href, self._href_from = attributes.get("href") or "", len(self._pieces)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag in _CELLS and self._pieces:
            self._pieces.append("\t")
        if self._ended:  # else it stands beside what the element that it begins does
            self._beside, self._ended = f"{self._ended} {tag}", ""
        self._stack.append((tag, block, attributes))

    def end(self, tag: str) -> None:
        """The innermost element ends."""
        if self.metadata.reading:
            self.metadata.end(tag)
        if self._skipping:
            self._skipping -= 1
            return
        if not self._stack:
            return
        tag, block, attributes = self._stack[-1]
        if block and self._pieces:
            self._flush()
        self._stack.pop()
        depth = len(self._stack)
        if len(self._labels) > depth:
            self._labels.pop()
            if len(self._paths) > depth + 1:
                self._paths.pop()
        if self._shared > depth:
            self._shared = depth
        if block:
            if tag == "pre":
                self._kept_space -= 1
            if tag != "html":
                self._owners.pop()
        elif tag == "a" and not _is_place(attributes):
            self._links -= 1
            if self._href:
                self._anchors.append((self._href_from, len(self._pieces), self._href))
                self._href = ""
        self._ended = "" if block or tag == "br" else tag

    def data(self, text: str) -> None:
        """Text inside the innermost element."""
        if self.metadata.reading:
            self.metadata.data(text)
        if self._skipping or not text:
            return
        if self._kept_space:
            self._pieces.append(text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        if not self._pieces and text.isspace():
            self._beside = self._ended = ""
            return
        folded = text if text.isprintable() and "  " not in text else _WHITE.sub(" ", text)
        if self._beside and self._runs_together(folded):
            self._pieces.append(" ")
        self._beside = self._ended = ""
        self._pieces.append(folded)
        if self._links:
            self._linked += len(folded.strip())

    def close(self) -> list[PageBlock]:
        """The page ends; its blocks."""
        self._flush()
        return self.blocks

    def _skip(self, tag: str) -> None:
        """An element begins that is not shown, or is within one: unless a drawing or a formula ends by it.

        Neither can hold a paragraph, and a parser of HTML ends it there (the HTML standard, 13.2.6.5).
        """
        if not self._skipping:
            self._drawing = tag in _DRAWINGS
        elif tag in _FOREIGN:
            self._drawing = False
        elif self._drawing and tag in _BREAKS_OUT:
            self._stack += [("", False, {})] * self._skipping
            self._skipping = 0
            return
        self._skipping += 1

    def _is_hidden(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        if self._hidden or tag == "body":
            return False
        if "hidden" in attributes:
            return not _STREAMED.fullmatch(attributes.get("id") or "") and not self._is_folded(tag, attributes)
        style = attributes.get("style")
        return bool(style and _HIDDEN.search(style)) and not self._is_folded(tag, attributes)

    def _is_folded(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element that is not shown is what the heading before it unfolds: an answer, a step, a tab.

        It says so itself, as the patterns of the ARIA guide have it, or stands right under what says so.
        """
        under = self._folding >= 0 and len(self.blocks) + bool(self._pieces) == self._folding + 1
        if not under and not (attributes.get("role") in _FOLDED and attributes.get("aria-labelledby")):
            return False
        return tag not in _NEVER_FOLDED and _MENUS.isdisjoint(self._owners)

    def _runs_together(self, following: str) -> bool:
        """Two elements side by side whose words only the layout keeps apart, such as the links of a menu."""
        before = self._pieces[-1][-1:] if self._pieces else ""
        after = following[:1]
        if not (before.isalnum() and after.isalnum()):
            return False
        return self._beside == "a a" or (before.islower() and (after.isupper() or after.isdigit()))

    def _flush(self) -> None:
        """What was gathered becomes a block of the innermost block element, or several where lines lie apart."""
        pieces, linked = self._pieces, self._linked
        if not pieces:
            return
        links, self._link_count = max(self._link_count, self._links), 0
        anchors, self._pieces, self._linked = self._anchors, [], 0
        self._beside = self._ended = ""
        text = "".join(pieces)
        if self._href:  # it goes on in what comes next
            anchors.append((self._href_from, len(pieces), self._href))
            self._href_from = 0
        anchored = anchored_in(text, pieces, anchors) if anchors else ""
        if self._kept_space:
            parts = [text.strip("\n").rstrip()]
        else:
            if "  " in text:
                text = _SPACES.sub(" ", text)
            parts = _APART.split(_AROUND.sub(r"\1", text)) if "\n" in text or "\t" in text else [text]
        owner = self._owners[-1] if self._owners else ""
        path = self._path()
        size = len(text.strip())
        if linked and linked >= _LINK_SHARE * size and not path.endswith("/a"):
            path += "/a"
        pictured = len(self._stack) - self._shared + 1 if self._shared else 0
        for part in parts:
            stripped = part.strip()
            if stripped.strip(_INVISIBLE):
                share = min(len(stripped), linked * len(stripped) // max(1, size)) if linked else 0
                self.blocks.append(PageBlock(stripped, owner, path, share, links if share else 0, pictured, anchored))
                self._since += 1
        if self._since >= _CLOSE:
            self._shared = 0

    def _path(self) -> str:
        labels, paths = self._labels, self._paths
        for tag, _, attributes in self._stack[len(labels) :]:
            label = _labelled(tag, attributes)
            if len(labels) < _DEEPEST:  # the path around it and a label are joined sooner than all labels
                around = paths[-1]
                paths.append(f"{around}/{label}" if around and label else around or label)
            labels.append(label)
        return paths[-1] if len(labels) <= _DEEPEST else "/".join(filter(None, labels[-_DEEPEST:]))


def _is_place(attributes: Mapping[str, str | None]) -> bool:
    """Whether these are of an anchor that is led to and leads nowhere: old pages hardly ever close those."""
    return "name" in attributes and "href" not in attributes


def _labelled(tag: str, attributes: Mapping[str, str | None]) -> str:
    if not attributes or tag == "html":
        return tag if tag != "html" else ""
    get = attributes.get
    return _label(tag, get("id"), get("class"), get("itemprop"), get("role"))


@lru_cache(maxsize=1024)
def _label(tag: str, ident: str | None, classes: str | None, item: str | None, role: str | None) -> str:
    """`div#main.story.wide@articleBody`: the element with its id, up to six classes, and its `itemprop` and `role`.

    Of names only letters, digits, `_` and `-` are kept.
    """
    label = tag
    if ident and (ident := _NO_NAME.sub("", ident)[:40]):
        label += f"#{ident}"
    for mark, names in ((".", classes), ("@", item), ("@", role)):
        if names:
            for name in _IN_NO_NAME.sub("", " ".join(names.split()[:6])).split():
                label += mark + name[:40]
    return label
