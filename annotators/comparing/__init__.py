"""Comparison of two articles: the same utterances, fragments and claims, and what only one of them has."""

from annotators.comparing.comparison import Comparison, Link, Relation, compare
from annotators.comparing.edits import Edit, merged_versions, word_edits

__all__ = ["Comparison", "Edit", "Link", "Relation", "compare", "merged_versions", "word_edits"]
