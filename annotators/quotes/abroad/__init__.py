"""Statements in languages other than English: found by quotation marks, and by a few words of saying beside them."""

from __future__ import annotations

from annotators.quotes.abroad.quotations import claims_abroad

__all__ = ["claims_abroad"]
