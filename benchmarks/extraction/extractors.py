"""One extractor over the pages of a set, in a process of its own: `extractors.py NAME SET PAGES OUT.jsonl`.

PAGES is a file with a page's name on each line. Writes one `broadsheet/1` document a page and prints a JSON object:
pages, CPU seconds (parsing included, imports and the first page, which loads word lists, not), peak memory in MB.
Imports nothing of broadsheet but for `broadsheet` itself, as the others live in another environment.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Document = dict[str, Any]
Extract = Callable[[bytes, str], Document | Callable[[], Document]]
"""Takes a page and its name; returns the document, or a function that makes it, which is not timed."""


def main() -> None:
    """The command line."""
    name, folder, pages, out = sys.argv[1:5]
    extract = {**EXTRACTORS, **WHOLE}[name]()
    names = Path(pages).read_text(encoding="utf-8").split("\n")
    warm(extract, Path(folder) / f"{names[0]}.html")
    failed, spent = 0, 0.0
    with Path(out).open("w", encoding="utf-8") as lines:
        for page in names:
            data = (Path(folder) / f"{page}.html").read_bytes()
            start = time.process_time()
            try:
                document = extract(data, page)
            except Exception:
                failed += 1
                document = of_text("")
            spent += time.process_time() - start
            document = document() if callable(document) else document
            document["source"] = {"path": f"{page}.html", "media_type": "text/html"}
            lines.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(json.dumps({"pages": len(names), "seconds": spent, "megabytes": peak_megabytes(), "failed": failed}))


def peak_megabytes() -> float:
    """Peak memory of this process in MB; `ru_maxrss` on Linux includes the program that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        peaks = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        if peaks:
            return int(peaks[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def warm(extract: Extract, path: Path) -> None:
    """Extract the first page, so that an extractor loads its data; an error here is only printed."""
    try:
        extract(path.read_bytes(), "warm")
    except Exception as error:
        print(f"{path.name}: {error}", file=sys.stderr)


def of_text(text: str | None) -> dict[str, Any]:
    """A document whose only block is the extracted text."""
    text = (text or "").strip()
    block = {"start": 0, "end": len(text), "kind": "body", "boilerplate": False}
    return {"format": "broadsheet/1", "text": text, "blocks": [block] if text else [], "inline": []}


def broadsheet() -> Extract:
    """Ours, as `broadsheet export` reads and labels a page; reasons are computed only when they are written."""
    from annotators.annotation import AnnotationSet
    from annotators.boilerplate import label_blocks
    from annotators.document import to_document
    from annotators.loaders.html import load_html

    def extract(data: bytes, name: str) -> Callable[[], dict[str, Any]]:
        article = load_html(data, name)
        structure = label_blocks(article)
        return lambda: to_document(article, AnnotationSet(blocks=structure.blocks, inline=structure.inline))

    return extract


def trafilatura() -> Extract:
    """The defaults of trafilatura, but without comments."""
    from trafilatura import extract

    return lambda data, _: of_text(extract(data, include_comments=False))


def trafilatura_precise() -> Extract:
    """The setting of trafilatura that favours precision."""
    from trafilatura import extract

    return lambda data, _: of_text(extract(data, include_comments=False, favor_precision=True))


def readability() -> Extract:
    """The summary of readability-lxml, one line per element."""
    from lxml import html
    from readability import Document

    def extract(data: bytes, _: str) -> dict[str, Any]:
        root = html.fromstring(Document(data).summary())
        for element in root.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "blockquote", "pre"):
            element.tail = "\n" + (element.tail or "")
        return of_text(root.text_content())

    return extract


def newspaper() -> Extract:
    """newspaper4k without network access.

    A page in a language whose data or library is missing, such as Korean and Hindi, is read as English.
    """
    from newspaper import Article

    def parsed(data: bytes, **options: Any) -> Any:
        article = Article("http://localhost/", fetch_images=False, **options)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        return article

    def extract(data: bytes, _: str) -> dict[str, Any]:
        try:
            return of_text(parsed(data).text)
        except (ImportError, LookupError):
            return of_text(parsed(data, language="en").text)

    return extract


def justext() -> Extract:
    """Paragraphs by jusText with its English stop words."""
    from justext import get_stoplist
    from justext import justext as judge

    words = get_stoplist("English")
    return lambda data, _: of_text("\n".join(part.text for part in judge(data, words) if not part.is_boilerplate))


def resiliparse() -> Extract:
    """The main content by resiliparse."""
    return _by_resiliparse(main_content=True)


def whole_page() -> Extract:
    """All text of a page by resiliparse, with its furniture."""
    return _by_resiliparse(main_content=False, form_fields=False, noscript=False)


def _by_resiliparse(**settings: bool) -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    settings |= {"alt_texts": False, "links": False, "list_bullets": False}
    return lambda data, _: of_text(extract_plain_text(bytes_to_str(data, detect_encoding(data)), **settings))


def lines() -> Extract:
    """All text of a page by our own loader: one line per block, blank lines between."""
    from annotators.loaders.html import load_html

    return lambda data, name: of_text(load_html(data, name).text)


def boilerpy() -> Extract:
    """boilerpy3's extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)
    return lambda data, _: of_text(extractor.get_content(data.decode("utf-8", "replace")))


EXTRACTORS: dict[str, Callable[[], Extract]] = {
    "broadsheet": broadsheet,
    "trafilatura": trafilatura,
    "trafilatura precise": trafilatura_precise,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "justext": justext,
    "resiliparse": resiliparse,
    "boilerpy3": boilerpy,
}
"""Extractors of the story of a page."""
WHOLE: dict[str, Callable[[], Extract]] = {"lines": lines, "resiliparse-whole": whole_page}
"""Extractors of the whole text of a page."""
NEEDS_OURS = ("broadsheet", "lines")
"""Extractors that run in our own environment."""

if __name__ == "__main__":
    main()
