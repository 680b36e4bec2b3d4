"""What an article that comes through a pipe is a part of: `head -50 story.txt | broadsheet` is still that story."""

from __future__ import annotations

import sqlite3
from typing import Final

from annotators.article import Article
from annotators.loaders import PIPE

__all__ = ["wholes_of"]

_ENOUGH: Final = 60
"""Code points from which on a text is no other's by chance: about a line."""


def wholes_of(connection: sqlite3.Connection, article: Article) -> list[tuple[str, str]]:
    """Location and fingerprint of every article somebody has written on and that has all of a piped text in it.

    Nothing for an article from anywhere else: a file is known by its name, a page by its address.
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
