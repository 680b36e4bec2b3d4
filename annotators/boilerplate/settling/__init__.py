"""Corrections of low-score labels by their context: article text that was missed, and better kinds of boilerplate."""
