"""The language of news sites: lexicons of words and phrases, function words, and tokenization."""
