"""Reads each corpus into paragraphs of spaCy tokens with one tag per token."""
