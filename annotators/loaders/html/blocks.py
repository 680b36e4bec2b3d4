"""Builds blocks of text from a parser's events (start tag, end tag, character data), laid out as in a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from annotators.loaders.html.links import Anchor, Anchored, anchored_in
from annotators.loaders.html.list_numbers import LISTED, ListNumbers
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
"""Attribute of a `template` that browsers render in place (HTML Standard, 4.12.3)."""
_DRAWINGS: Final = frozenset(("math", "svg"))
_FOREIGN: Final = frozenset(("annotation-xml", "desc", "foreignobject", "mtext", "title"))
"""Elements within SVG and MathML that may contain HTML."""
_BREAKS_OUT: Final = frozenset("blockquote center div dl dd dt h1 h2 h3 h4 h5 h6 hr li menu ol p pre table ul".split())
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_FOLDED: Final = frozenset(("region", "tabpanel"))
"""ARIA roles of an element that is shown when its heading or tab is pressed."""
_NEVER_FOLDED: Final = frozenset("dialog form li menu nav ul".split())
_MENUS: Final = frozenset("dialog footer header menu nav".split())
"""Elements in which nothing is expandable article text."""
_STREAMED: Final = re.compile(r"S:[0-9a-f]+")
"""Ids of the hidden elements in which React streams content that a script then moves into view."""
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
"""From this many blocks after a picture, blocks are not related to it."""
_DEEPEST: Final = 16
"""Innermost elements that the path of a block keeps."""
_LINK_SHARE: Final = 0.8


class PageBlock(NamedTuple):
    """Text of one block without white space at its edges, its element, and the path of elements around it.

    `linked` is the number of characters in links, `links` the number of links, and `anchored` where they are.
    `pictured` is the distance to the innermost element that also contains the last picture before the block (1: the
    block's own element); 0 if there is none within a few blocks. `number` is that of the list item that begins with
    the block, or 0.
    """

    text: str
    tag: str
    path: str
    linked: int = 0
    links: int = 0
    pictured: int = 0
    anchored: Anchored = ""
    number: int = 0


class BlockBuilder:
    """Receives balanced `start`, `end` and `data` calls; afterwards `blocks` has the page's blocks in order.

    With `hidden`, elements that a browser does not show (`display: none`, `noscript`) are kept, except scripts and
    styles. What a heading unfolds is kept in any case. `metadata` receives the calls that concern it directly, without
    a dispatcher between, because a page makes thousands of calls.
    """

    def __init__(self, metadata: MetadataReader, *, hidden: bool = False) -> None:
        self.begin(metadata, hidden=hidden)

    def begin(self, metadata: MetadataReader, *, hidden: bool = False) -> None:
        """Starts a new page and discards all state of the previous one."""
        self.blocks: list[PageBlock] = []
        self.metadata = metadata
        self._hidden = hidden
        self._dropped = _NEVER_TEXT if hidden else _DROPPED
        self._stack: list[tuple[str, bool, Mapping[str, str | None]]] = []
        """Tag, whether it is a block, and attributes of each open element."""
        self._labels: list[str] = []
        """Labels of the outermost open elements; computed for as many as have enclosed a block so far."""
        self._paths: list[str] = [""]
        """Paths of the same elements, without those that exceed `_DEEPEST`; the first is the page's."""
        self._owners: list[str] = []
        self._skipping = 0
        self._drawing = False
        self._pieces: list[str] = []
        self._linked = 0
        self._link_count = 0
        self._links = 0
        self._anchors: list[Anchor] = []
        """Links in the current text: index of the first piece, index past the last, and URL."""
        self._href = ""
        """URL of the open link, whose text begins with piece `_href_from`."""
        self._href_from = 0
        self._kept_space = 0
        self._numbers = ListNumbers()
        self._ended = ""
        self._beside = ""
        self._folding = -1
        """Number of blocks before the last element that has unfolded another; -1 if there is none."""
        self._shared = 0
        """Number of open elements that also contain the last picture; 0 if none is close."""
        self._since = 0

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Handles a start tag."""
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
            if tag in LISTED:
                self._numbers.start(tag, attributes)
            if tag != "html":
                self._owners.append(tag)
        elif tag == "a" and not _is_place(attributes):
            self._begin_link(attributes.get("href") or "")
        elif tag == "br":
            self._pieces.append("\n")
        elif tag in _CELLS and self._pieces:
            self._pieces.append("\t")
        if self._ended:  # else the siblings that meet here are those noted before
            self._beside, self._ended = f"{self._ended} {tag}", ""
        self._stack.append((tag, block, attributes))

    def _begin_link(self, href: str) -> None:
        self._links += 1
        self._link_count += 1
        if self._href:  # a link ends where the next one begins
            self._anchors.append((self._href_from, len(self._pieces), self._href))
        self._href, self._href_from = href, len(self._pieces)

    def end(self, tag: str) -> None:
        """Handles the end tag of the innermost element."""
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
            if tag in LISTED:
                self._numbers.end(tag)
            if tag != "html":
                self._owners.pop()
        elif tag == "a" and not _is_place(attributes):
            self._links -= 1
            if self._href:
                self._anchors.append((self._href_from, len(self._pieces), self._href))
                self._href = ""
        self._ended = "" if block or tag == "br" else tag

    def data(self, text: str) -> None:
        """Handles character data inside the innermost element."""
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
        """Ends the page and returns its blocks."""
        self._flush()
        return self.blocks

    def _skip(self, tag: str) -> None:
        """Enters an element that is not shown or is inside one, unless its tag closes an SVG or MathML element.

        Neither can contain a paragraph, so an HTML parser closes it at such a tag (HTML Standard, 13.2.6.5).
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
        """Whether a hidden element is what a heading unfolds: an answer, a step, a tab panel.

        It has the role of one (ARIA Authoring Practices), or directly follows an element with `aria-expanded="false"`.
        """
        under = self._folding >= 0 and len(self.blocks) + bool(self._pieces) == self._folding + 1
        if not under and not (attributes.get("role") in _FOLDED and attributes.get("aria-labelledby")):
            return False
        return tag not in _NEVER_FOLDED and _MENUS.isdisjoint(self._owners)

    def _runs_together(self, following: str) -> bool:
        """Whether two inline siblings, such as links of a menu, need a space because only the layout separates them."""
        before = self._pieces[-1][-1:] if self._pieces else ""
        after = following[:1]
        if not (before.isalnum() and after.isalnum()):
            return False
        return self._beside == "a a" or (before.islower() and (after.isupper() or after.isdigit()))

    def _flush(self) -> None:
        """Turns the collected text into a block of the innermost block element, or several at blank lines."""
        pieces, linked = self._pieces, self._linked
        if not pieces:
            return
        links, self._link_count = max(self._link_count, self._links), 0
        anchors, self._pieces, self._linked = self._anchors, [], 0
        self._beside = self._ended = ""
        text = "".join(pieces)
        if self._href:  # the link continues in the next block
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
                links_here, number = links if share else 0, self._numbers.take()
                self.blocks.append(PageBlock(stripped, owner, path, share, links_here, pictured, anchored, number))
                self._since += 1
        if self._since >= _CLOSE:
            self._shared = 0

    def _path(self) -> str:
        labels, paths = self._labels, self._paths
        for tag, _, attributes in self._stack[len(labels) :]:
            label = _labelled(tag, attributes)
            if len(labels) < _DEEPEST:  # joining the parent's path and one label is faster than joining all labels
                around = paths[-1]
                paths.append(f"{around}/{label}" if around and label else around or label)
            labels.append(label)
        return paths[-1] if len(labels) <= _DEEPEST else "/".join(filter(None, labels[-_DEEPEST:]))


def _is_place(attributes: Mapping[str, str | None]) -> bool:
    """Whether the attributes are of a link target (`name` without `href`); old pages rarely close these."""
    return "name" in attributes and "href" not in attributes


def _labelled(tag: str, attributes: Mapping[str, str | None]) -> str:
    if not attributes or tag == "html":
        return tag if tag != "html" else ""
    get = attributes.get
    return _label(tag, get("id"), get("class"), get("itemprop"), get("role"))


@lru_cache(maxsize=1024)
def _label(tag: str, ident: str | None, classes: str | None, item: str | None, role: str | None) -> str:
    """`div#main.story.wide@articleBody`: tag, id, up to six classes, `itemprop` and `role`.

    Names are reduced to letters, digits, `_` and `-`.
    """
    label = tag
    if ident and (ident := _NO_NAME.sub("", ident)[:40]):
        label += f"#{ident}"
    for mark, names in ((".", classes), ("@", item), ("@", role)):
        if names:
            for name in _IN_NO_NAME.sub("", " ".join(names.split()[:6])).split():
                label += mark + name[:40]
    return label
