"""Quotation marks, who said what, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from annotators.annotation import AnnotationSet, Statement
from annotators.article import Article
from annotators.quotes.marks import find_marks
from annotators.quotes.roles import RoleSpan

__all__ = ["RoleSpan", "find_marks", "find_statements"]


def find_statements(
    article: Article, annotations: AnnotationSet, roles: Sequence[RoleSpan] = ()
) -> tuple[Statement, ...]:
    """Who says what in the kept text of an article, in order."""
    return ()
