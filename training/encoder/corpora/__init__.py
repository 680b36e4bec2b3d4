"""From every corpus to paragraphs of spaCy tokens with one tag a token."""
