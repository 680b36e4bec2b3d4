"""English as the rules read it: words and sentences, lists of words, how verbs are inflected."""
