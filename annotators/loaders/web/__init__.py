"""An address to an `Article`: the page is fetched once, within limits, and read as a file of its type would be."""

from __future__ import annotations

from dataclasses import replace

from annotators.article import Article
from annotators.links import complete_address
from annotators.loaders.decoding import Decoded, decode
from annotators.loaders.errors import LoadError
from annotators.loaders.html import load_html
from annotators.loaders.html.encoding import decode_page
from annotators.loaders.markdown import article_from_markdown
from annotators.loaders.media_type import media_type_of
from annotators.loaders.text import article_from_text
from annotators.loaders.web.fetching import Page, fetch
from annotators.loaders.web.guarding import Refused

__all__ = ["load_address"]


def load_address(address: str) -> Article:
    """The article at an http or https address; raises `LoadError`."""
    try:
        page = fetch(address)
    except Refused as error:
        raise LoadError(f"{address} {error}", "check the address, or save the page and open the file") from error
    article = _read(page, address)
    metadata = article.metadata
    return replace(article, metadata=replace(metadata, url=metadata.url or complete_address(page.url) or None))


def _read(page: Page, address: str) -> Article:
    by_name = media_type_of(page.url.partition("?")[0])
    if page.media_type == "text/markdown" or (page.media_type == "text/plain" and by_name == "text/markdown"):
        return article_from_markdown(_decoded(page, address), address)
    if page.media_type in {"message/rfc822", "multipart/related"}:
        from annotators.loaders.mail import load_mail  # here, because it takes time to import

        return load_mail(page.body, address)
    if page.media_type == "text/plain":
        decoded = _decoded(page, address)
        return article_from_text(decoded.text, address, decoded.notices)
    return load_html(page.body, address, charset=page.charset, base=page.url)


def _decoded(page: Page, address: str) -> Decoded:
    """The text of a page that is not HTML; the character set that the server names is checked as that of HTML is."""
    return decode_page(page.body, address, page.charset) if page.charset else decode(page.body, address)
