"""`broadsheet compare A B`: what two articles share, what an editor changed, what only one reports."""

from __future__ import annotations

import json
import os

from annotators.comparing import compare
from annotators.exporters.comparison import comparison_as_json, comparison_as_text
from annotators.loaders import as_named
from annotators.pipeline import annotate
from tui.opening import open_articles
from tui.terminal.console import narrate, write_data

__all__ = ["run_comparison"]


def run_comparison(left: str, right: str, *, format_name: str, entities: bool, model: str | None) -> int:
    """Print the comparison of two sources; 1 when one of them cannot be read."""
    left, right = as_named(left), as_named(right)
    for source in (left, right):
        if os.path.isdir(source):  # noqa: PTH112 - a str may hold what Path refuses
            narrate(f"compare takes two articles; {source} is a folder")
            return 1
    articles = list(open_articles((left, right)))
    if any(article is None for article in articles):
        return 1
    one, other = ((article, annotate(article, entities=entities, model=model)) for article in articles if article)
    for why in {*one[1].unavailable.values(), *other[1].unavailable.values()}:
        narrate(why)
    found = compare(one, other)
    if format_name == "json":
        write_data(json.dumps(comparison_as_json(one, other, found), ensure_ascii=False, indent=2) + "\n")
    else:
        write_data(comparison_as_text(one, other, found))
    return 0
