"""Resolves the words for a speaker to an entity."""
