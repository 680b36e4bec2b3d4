"""Two articles side by side: the same utterance, a fragment of it, the same claim, and what only one has."""

from annotators.comparing.comparison import Comparison, Link, Relation, compare
from annotators.comparing.edits import Edit, merged_versions, word_edits

__all__ = ["Comparison", "Edit", "Link", "Relation", "compare", "merged_versions", "word_edits"]
