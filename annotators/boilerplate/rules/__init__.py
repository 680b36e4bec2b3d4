"""Blocks that say themselves what they are, whatever a model makes of them: one rule a file."""
