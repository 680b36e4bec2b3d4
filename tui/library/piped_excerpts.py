"""Finds the article that a piped text is a part of: `head -50 story.txt | broadsheet` is still that story."""

from __future__ import annotations

import sqlite3
from typing import Final

from annotators.article import Article
from annotators.loaders import PIPE

__all__ = ["wholes_of"]

_ENOUGH: Final = 60
"""The least code points of a text that is not part of another by chance: about a line."""


def wholes_of(connection: sqlite3.Connection, article: Article) -> list[tuple[str, str]]:
    """Location and fingerprint of every article with notes that contains the whole piped text.

    Empty for an article from a file or an address, which is identified by that.
    """
    if article.source.location != PIPE:
        return []
    words = article.text.strip()
    if len(words) < _ENOUGH:
        return []
    return connection.execute(
        "SELECT location, fingerprint FROM article WHERE (location IN (SELECT location FROM note)"
        " OR fingerprint IN (SELECT fingerprint FROM note))"
        " AND id IN (SELECT rowid FROM fulltext WHERE instr(text, CAST(? AS TEXT)) > 0)",
        (words.encode("utf-8", "replace"),),
    ).fetchall()
