"""Whom the words that name a speaker stand for."""
