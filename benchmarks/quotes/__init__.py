"""Compares who said what, as found by broadsheet and by other systems, with scores from one run."""
