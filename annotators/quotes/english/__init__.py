"""English for the rules: tokens and sentences, word lists, the inflection of verbs, gender."""
