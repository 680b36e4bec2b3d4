"""Plain text to an `Article`: `article.text` is the file as decoded, to the character."""

from __future__ import annotations

from annotators.article import Article, Source
from annotators.loaders.decoding import decode
from annotators.loaders.errors import LoadError
from annotators.loaders.segmentation import segment

__all__ = ["article_from_text", "load_text"]


def load_text(data: bytes, location: str) -> Article:
    """The article in the bytes of a text file; `LoadError` when there is no text in them."""
    decoded = decode(data, location)
    return article_from_text(decoded.text, location, decoded.notices)


def article_from_text(text: str, location: str, notices: tuple[str, ...] = ()) -> Article:
    """The article of a plain text; `LoadError` when it has nothing but white space in it."""
    blocks = segment(text)
    if not blocks:
        what = "holds nothing but white space" if text else "is empty"
        raise LoadError(f"{location} {what}", "give a file with an article in it")
    return Article(text, blocks, Source(location, "text/plain"), notices=notices)
