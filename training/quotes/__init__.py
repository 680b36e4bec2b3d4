"""Counts the lexicon of cues and fits the ranker of claims, by which quotations find their speakers."""
