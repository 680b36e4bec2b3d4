"""Articles from the web: one page, fetched once, within limits."""

from annotators.web.fetching import Limits, Page, fetch
from annotators.web.guarding import Refused

__all__ = ["Limits", "Page", "Refused", "fetch"]
