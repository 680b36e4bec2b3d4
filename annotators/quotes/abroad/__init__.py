"""What is said in text in other languages than English, of which the marks tell, and few words beside them."""

from __future__ import annotations

from annotators.quotes.abroad.quotations import claims_abroad

__all__ = ["claims_abroad"]
