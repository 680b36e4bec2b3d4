"""Invariants 1 and 2: blocks and the white space between them are the text, and the text is the file."""

import codecs
import contextlib

from hypothesis import given
from hypothesis import strategies as st

from annotators.article import Article
from annotators.loaders import LoadError, load_bytes
from annotators.loaders.segmentation import segment

PIECES = ["word", "longer words of a line that goes on", " ", "  ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u2028", "\x0b", "\x1c", "- ", "“Ja”", "بی", "🙂"]  # fmt: skip  # noqa: E501
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def rebuilt(article: Article) -> str:
    """The text of the blocks and the gaps between them, put together again."""
    at, pieces = 0, []
    for block in article.blocks:
        gap = article.text[at : block.start]
        assert not gap or gap.isspace()
        pieces += [gap, article.text_of(block)]
        at = block.end
    return "".join(pieces) + article.text[at:]


@given(TEXTS)
def test_blocks_and_gaps_are_the_text_and_blocks_are_trimmed(text):
    blocks = segment(text)
    for block in blocks:
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
    at = 0
    for block in blocks:
        assert block.start >= at
        assert not text[at : block.start].strip()
        at = block.end
    assert not text[at:].strip()


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_file_opens_as_it_was_written(text, encoding):
    data = text.encode(encoding)
    if encoding == "utf-8" and ("\0" in text or text.startswith("\ufeff")):
        return  # may be a binary file, UTF-16 without a mark, or carry a mark of its own
    try:
        article = load_bytes(data, "a.txt", "text/plain")
    except LoadError:
        assert not text.strip() or sum(char < " " for char in text) * 3 > len(text)
        return
    assert article.text == text
    assert rebuilt(article) == text


@given(st.binary(), st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE]))
def test_any_bytes_at_all_open_or_are_refused(data, mark):
    for media_type in ("text/plain", "text/markdown", "text/html", "message/rfc822"):
        with contextlib.suppress(LoadError):
            article = load_bytes(mark + data, "a", media_type)
            assert rebuilt(article) == article.text
            article.text.encode("utf-8")
