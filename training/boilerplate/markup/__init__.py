"""Fits the model that labels the kinds of blocks of HTML pages."""
