"""The tokens of a Doc that are part of a mail or web address."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from annotators.encoder.addresses import find_addresses

__all__ = ["words_in_addresses"]


def words_in_addresses(doc: Doc) -> Iterator[int]:
    """The positions of the tokens that an address covers."""
    for address in find_addresses(doc.text, 0, len(doc.text)):
        span = doc.char_span(address.start, address.end, alignment_mode="expand")
        if span is not None:
            yield from range(span.start, span.end)
