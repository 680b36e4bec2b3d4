"""Pages made to break a reader: terminal browsers and parsers have crashed, hung or found nothing on such pages.

Each holds the same short story. `size` is the number of repetitions, or the length, of the hostile part: a hundred
thousand in the benchmark, a few hundred in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

__all__ = ["CASES", "SENTENCES", "UNSEEN", "hostile_pages"]

SENTENCES: Final = (
    "The ferry to Sallow will run for one more winter, the harbour board said on Monday.",
    "Two of its three boats are older than anybody who works on them can remember.",
    "Islanders had gathered four thousand names against the closing of the line.",
    "A new boat is to be built in the yard at Brannock by the spring after next.",
)
STORY: Final = "".join(f"<p>{one} {two}</p>" for one, two in pairwise(SENTENCES)).encode()
PAGE: Final = b"<html><head><title>Ferry stays</title></head><body><h1>Ferry stays</h1>%s</body></html>"

Case = Callable[[int], bytes]


def hostile_pages(size: int) -> Iterator[tuple[str, bytes]]:
    """The name and the page of each case, at a size."""
    for name, make in CASES.items():
        yield name, make(size)


def _page(body: bytes) -> bytes:
    return PAGE % body


def _before(piece: bytes) -> Case:
    """A piece repeated above the story."""
    return lambda size: _page(piece * size + STORY)


def _after(piece: bytes) -> Case:
    return lambda size: _page(STORY + piece * size)


def _around(start: bytes, end: bytes) -> Case:
    return lambda size: _page(start * size + STORY + end * size)


def _within(text: bytes) -> Case:
    """A text repeated in a paragraph of the story."""
    return lambda size: _page(STORY + b"<p>" + text * size + b"</p>" + STORY)


def _once(before: bytes, after: bytes = b"") -> Case:
    return lambda _: _page(before + STORY + after)


def _coded(encoding: str, *, mark: bool = False) -> Case:
    def made(_: int) -> bytes:
        text = _page(STORY).decode()
        return (("\ufeff" if mark else "") + text).encode(encoding)

    return made


def _claimed(charset: bytes) -> Case:
    return lambda size: b'<meta charset="' + charset * (size if charset == b"x" else 1) + b'">' + _page(STORY)


def _described(data: bytes, end: bytes = b"") -> Case:
    """JSON-LD with repeated data."""
    script = b'<script type="application/ld+json">%s</script>'
    return lambda size: _page(script % (data * size + end * size) + STORY)


def _told(piece: bytes) -> Case:
    """JSON-LD of an article whose body is a repeated piece."""
    start, end = b'{"@type": "NewsArticle", "headline": "Ferry stays", "articleBody": "', b'"}'
    return lambda size: _page(
        b'<script type="application/ld+json">' + start + piece * size + end + b"</script>" + STORY
    )


def _laughs(size: int) -> bytes:
    depth = min(size, 30)
    names = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(depth))
    return b'<!DOCTYPE html [<!ENTITY l0 "ha">%s]>' % names + _page(b"<p>&l%d;</p>" % depth + STORY)


def _attributes(size: int) -> bytes:
    return _page(b"<div " + b" ".join(b"data-%d=%d" % (n, n) for n in range(size)) + b">" + STORY + b"</div>")


def _classes(size: int) -> bytes:
    return _page(b"".join(b'<i class="a%d b%d">x</i> ' % (n, n) for n in range(size)) + STORY)


def _data_address(size: int) -> bytes:
    return _page(b'<img src="data:image/png;base64,' + b"iVBORw0KGgo=" * size + b'">' + STORY)


NESTED: Final = (
    "a abbr address applet article aside b blockquote button center details dialog dir div dl dt em fieldset figure "
    "font form frameset h1 header i ins label li main map menu nav nobr ol option p pre q ruby s section small span "
    "strong sub summary table tbody td tr tt u ul x-y"
).split()
REPEATED: Final = (
    "<", ">", "&", "</", "<!", "<!--", "<!-->", "-->", "<![CDATA[", "]]>", "<?", "<!DOCTYPE a>", "<p", "<p ", "<p a=",
    "<p a='>", "<br>", "<hr>", "<p>", "</p>", "</div>", "<a>", "<a href=#>x</a>", "<b><i></b></i>", "<img usemap=#m>",
    "<input>", "<isindex>", "<option>", "<li value=-9999999999>", "<td>", "<tr><td>x", "<base href=//x>", "<bgsound>",
    "<frame src=/>", "<meta http-equiv=refresh content='0;url=#'>", "<link rel=stylesheet>", "<script></script>",
    "<style></style>", "<svg><p>", "<math><mi>", "<template>", "</template>", "<p hidden>x</p>", "<x-y>", "<table>",
    "<form><form>", "<select><option>x</select>", "<textarea>x</textarea>", "<title>x</title>", "&nbsp;", "&#0;",
    "&#27;[2J", "&#x110000;", "&#99999999999999999999;", "&#xd800;", "&unknown;", "&amp;amp;", "\0", "\x1b[31m", "\x07",
)  # fmt: skip
LONG: Final = (
    "word", "a ", ". ", "? ", "(", ")", "[", "“", "\"", "'", "-", "— ", "/", "@", "#", ":", ", ", "9", "9.", "1:",
    "Mr. ", "A.", "said ", "Photo: ", "Read more: ", "Source: ", "© ", "\u0301", "\u200d", "\u202e", "\ufeff",
    "\ufffd", "字", "\t", "\n", "\r", "\u2028", "\u00ad", "<b>x</b>", "<br>", "(AP) ", "By A B, ", "http://a.b/",
    "12 May 2024 ", "$1 ", "x" * 64,
)  # fmt: skip
CHARSETS: Final = (
    "utf-7", "utf-16", "utf-32", "idna", "punycode", "hex", "rot13", "base64", "zlib", "undefined", "unicode_escape",
    "raw_unicode_escape", "mbcs", "x-user-defined", "iso-2022-kr", "hz", "cp037", "ebcdic", "../../x", "\0", "", "x",
)  # fmt: skip

CASES: Final[dict[str, Case]] = {
    **{f"nested {tag}": _around(f"<{tag}>".encode(), f"</{tag}>".encode()) for tag in NESTED},
    **{f"nested {tag}, never ended": _before(f"<{tag}>".encode()) for tag in NESTED},
    **{f"before it {piece!r}": _before(piece.encode()) for piece in REPEATED},
    **{f"after it {piece!r}": _after(piece.encode()) for piece in REPEATED},
    **{f"a paragraph of {piece!r}": _within(piece.encode()) for piece in LONG},
    **{f"says it is {name!r}": _claimed(name.encode()) for name in CHARSETS},
    **{
        f"{name} and says nothing of it": _coded(name)
        for name in ("utf-16-le", "utf-16-be", "cp1252", "utf-8", "utf-8-sig")
    },
    **{f"{name} with a mark": _coded(name, mark=True) for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")},
    "a cell over two billion columns": _once(b"<table><tr><td colspan=2147483647 rowspan=99999999999>x", b"</table>"),
    "a table of negative width": _once(b"<table width=-1 border=9e9 cellspacing=-99999999><col span=999999999>"),
    "a font, a rule and a list beyond all numbers": _once(b"<font size=99999999999><hr width=-1><ol start=1e999><li>"),
    "entities in entities": _laughs,
    "attributes without end": _attributes,
    "classes of each element": _classes,
    "a class without end": lambda size: _page(b'<div class="' + b"a-b " * size + b'">' + STORY),
    "an id without end": lambda size: _page(b'<div id="' + b"ab" * size + b'">' + STORY),
    "a tag's name without end": lambda size: _page(b"<x-" + b"y" * size + b">" + STORY),
    "a style without end": lambda size: _page(b'<div style="' + b"display:" * size + b'">' + STORY),
    "an image in its address": _data_address,
    "a link's address without end": lambda size: _page(b'<a href="' + b"a/" * size + b'">x</a>' + STORY),
    "a page in an attribute": lambda size: _page(b"<iframe srcdoc='" + b"<p>x</p>" * size + b"'></iframe>" + STORY),
    "an attribute that never ends": lambda size: _page(STORY + b'<a href="' + b"<p>x " * size),
    "a choice of very many": lambda size: _page(b"<select>" + b"<option>Choose this" * size + b"</select>" + STORY),
    "a comment that never ends": lambda size: _page(STORY + b"<!-- " + b"x" * size),
    **{
        f"{tag} that never ends": (lambda start: lambda size: _page(STORY + start + b"x " * size))(f"<{tag}>".encode())
        for tag in ("script", "style", "title", "textarea", "noscript", "template", "svg", "select", "iframe", "xmp",
                    "plaintext", "noembed", "noframes", "object", "math", "button")
    },
    **{
        f"all of it in {tag} that never ends": (lambda start: lambda _: start + STORY)(f"<{tag}>".encode())
        for tag in ("textarea", "noscript", "template", "svg", "select", "title", "script", "style", "!--", "xmp",
                    "plaintext", "object", "noframes", "![CDATA[", "frameset")
    },
    "a script with its end in it": _once(b"<script><!-- document.write('<script></script>') --></script>"),
    "a page that sends on to itself": _once(b"<meta http-equiv=refresh content='0;url='>" * 3),
    "a frameset in a frameset": lambda size: b"<frameset rows=1,*>" * size + b"<noframes>" + STORY,
    "JSON in JSON": _described(b"[", b"]"),
    "JSON that never ends": _described(b'{"a":'),
    "JSON of long numbers": _described(b"9"),
    **{f"told of {piece!r}": _told(piece.encode()) for piece in ("&lt;", "<", "<p>", "&lt;p&gt;", "word ", "x")},
}  # fmt: skip
"""The cases by name."""
UNSEEN: Final = frozenset(("before it '<!--'", "before it '<template>'"))
"""Cases in which a browser shows only the headline."""
