"""OpenPGP signatures and keys in ASCII armour (RFC 9580, section 6), as in mails and public statements.

The message in a cleartext-signed text (section 7), between its header and its signature, is not part of the armour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from annotators.article import Article, Block
from annotators.text.patterns import compiled_late

__all__ = ["armoured"]

_MARK: Final = "-----BEGIN "
_HEAD: Final = compiled_late(r"-----BEGIN ([A-Z][A-Z0-9 ]{2,40})-----(?:\s*(?:Hash|Version|Comment|Charset): [^\n]*)*")
_FIELD: Final = re.compile(r"(?:Hash|Version|Comment|Charset): [^\n]{1,200}")
_FOOT: Final = re.compile(r"-----END [A-Z][A-Z0-9 ]{2,40}-----")
_ENCODED: Final = re.compile(r"(?:[A-Za-z0-9+/=]{4,}+\s*+)++")
_END: Final = "-----END "
_SIGNED: Final = "SIGNED MESSAGE"


def armoured(article: Article) -> Iterator[Block]:
    """Yields the blocks that are armour: header lines, header fields, encoded data and tail lines."""
    if _MARK not in article.text:
        return
    head = encoded = False
    for block in article.blocks:
        said = article.text[block.start : block.end]
        if match := _HEAD.match(said):
            head, encoded = True, _SIGNED not in match[1]
            rest = said[match.end() :].strip()
            closed = _END in rest and said.endswith("-----")
            if not rest or (encoded and (closed or _ENCODED.fullmatch(rest))):
                encoded = encoded and not closed
                yield block
        elif _FOOT.fullmatch(said):
            head = encoded = False
            yield block
        elif (head and _FIELD.fullmatch(said)) or (encoded and _ENCODED.fullmatch(said)):
            yield block
        else:
            head = encoded = False
