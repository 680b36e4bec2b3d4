"""Fits the models that label the kinds of blocks."""
