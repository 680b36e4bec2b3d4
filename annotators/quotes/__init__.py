"""Finds quotation marks and statements: who said what, and the words that attribute it."""

from __future__ import annotations

from annotators.quotes.marks import find_marks
from annotators.quotes.statements import find_statements
from annotators.quotes.tagged.roles import RoleSpan

__all__ = ["RoleSpan", "find_marks", "find_statements"]
