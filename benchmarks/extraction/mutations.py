"""Randomly damaged pages, reproducible by seed: the damage that networks, scripts and bad editors do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

__all__ = ["MUTATIONS", "mutated", "visible_words"]

_TAG: Final = re.compile(rb"<[^<>]*>")
_UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|title|head|noscript|svg|template|textarea|iframe|object|select|video|audio|canvas|math)"
    r"\b.*?(?:</\1\s*>|$)|<[^<>]*(?:>|$)",
    re.I | re.S,
)
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "shift_jis", "gb18030", "utf-7")
_LONGEST_NEST: Final = 100_000


def mutated(data: bytes, seed: int) -> tuple[str, bytes]:
    """The page after one to three of the `MUTATIONS`, and their names."""
    chance = random.Random(seed)
    names = [chance.choice(list(MUTATIONS)) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    for name in names:
        data = MUTATIONS[name](data, chance)
    return "+".join(names), data


def visible_words(data: bytes) -> int:
    """The least number of visible words of a page read as ASCII, outside everything that is not text."""
    text = _UNSEEN.sub(" ", data.decode("ascii", "ignore"))
    return len(_WORD.findall(text))


def _tags(data: bytes) -> list[re.Match[bytes]]:
    return list(_TAG.finditer(data))


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def truncate(data: bytes, chance: random.Random) -> bytes:
    """Cut off the end."""
    return data[: _place(data, chance)]


def behead(data: bytes, chance: random.Random) -> bytes:
    """Cut off the beginning."""
    return data[_place(data, chance) :]


def drop_tags(data: bytes, chance: random.Random) -> bytes:
    """Remove a share of the tags."""
    share = chance.choice((0.01, 0.1, 0.5, 1.0))
    return _TAG.sub(lambda tag: b"" if chance.random() < share else tag.group(), data)


def swap_tags(data: bytes, chance: random.Random) -> bytes:
    """Replace some of the tags by others of the page."""
    tags = _tags(data)
    if len(tags) < 2:
        return data
    moved = {chance.randrange(len(tags)): chance.choice(tags).group() for _ in range(max(1, len(tags) // 20))}
    pieces, at = [], 0
    for number, tag in enumerate(tags):
        pieces += [data[at : tag.start()], moved.get(number, tag.group())]
        at = tag.end()
    return b"".join([*pieces, data[at:]])


def swap_parts(data: bytes, chance: random.Random) -> bytes:
    """Exchange two parts, cut anywhere."""
    one, two, three, four = sorted(_place(data, chance) for _ in range(4))
    return data[:one] + data[three:four] + data[two:three] + data[one:two] + data[four:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """Repeat a part."""
    start = _place(data, chance)
    part = data[start : start + chance.randint(1, 5000)]
    return data[:start] + part * chance.randint(2, 30) + data[start:]


def nest(data: bytes, chance: random.Random) -> bytes:
    """Nest the rest deep in an element, closed or not."""
    depth = chance.choice((50, 300, 3000, 30_000, _LONGEST_NEST))
    tag = chance.choice((b"div", b"span", b"b", b"ul", b"table", b"blockquote", b"font", b"x-y"))
    at = _place(data, chance)
    end = b"</" + tag + b">" if chance.random() < 0.5 else b""
    return data[:at] + (b"<" + tag + b">") * depth + data[at:] + end * depth


def _few(data: bytes, chance: random.Random) -> int:
    """1, 20 or 500 bytes, but at most a fortieth of the page, so that text remains."""
    return min(chance.choice((1, 20, 500)), 1 + len(data) // 40)


def nulls(data: bytes, chance: random.Random) -> bytes:
    """Insert bytes that are not text."""
    found = bytearray(data)
    for _ in range(_few(data, chance)):
        found.insert(_place(found, chance), chance.choice((0, 0, 1, 8, 27, 127, 128, 255)))
    return bytes(found)


def flip(data: bytes, chance: random.Random) -> bytes:
    """Change bytes."""
    found = bytearray(data)
    for _ in range(_few(data, chance)):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def recode(data: bytes, chance: random.Random) -> bytes:
    """Encode it in another character set than it declares."""
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def bloat(data: bytes, chance: random.Random) -> bytes:
    """Insert an endless attribute, or ten thousand attributes."""
    tags = _tags(data)
    if not tags:
        return data
    at = chance.choice(tags).end() - 1
    huge = [b' class="' + b"a-b " * 50_000 + b'"', b' style="' + b"x:y;" * 50_000 + b'"', b' title="' + b"<p>" * 30_000]
    many = b"".join(b" data-%d=%d" % (number, number) for number in range(10_000))
    return data[:at] + chance.choice((*huge, many)) + data[at:]


def quote(data: bytes, chance: random.Random) -> bytes:
    """Insert a quotation mark, angle bracket or the like."""
    at = _place(data, chance)
    return (
        data[:at]
        + chance.choice((b'"', b"'", b"<", b">", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"</", b"&"))
        + data[at:]
    )


def hide(data: bytes, chance: random.Random) -> bytes:
    """Open an element that a browser does not show, and perhaps never close it."""
    at = _place(data, chance)
    tag = chance.choice(
        (b"script", b"style", b"noscript", b"template", b"textarea", b"title", b"svg", b"select", b"iframe")
    )
    end = b"</" + tag + b">" if chance.random() < 0.5 else b""
    return data[:at] + b"<" + tag + b">" + data[at : at + 500] + end + data[at + 500 :]


MUTATIONS: Final[dict[str, Callable[[bytes, random.Random], bytes]]] = {
    mutation.__name__: mutation
    for mutation in (
        truncate, behead, drop_tags, swap_tags, swap_parts, repeat, nest, nulls, flip, recode, bloat, quote, hide,
    )
}  # fmt: skip
