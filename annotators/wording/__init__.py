"""Labels, statements and speakers in words, for cards, lists, exports and listeners."""
