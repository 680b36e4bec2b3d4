"""The trees for text that was cleaned before: what other extractors leave, with what is known of it."""
