"""Labels and statements in words, for cards, lists and whoever listens to an article."""
