"""What is known of the language of news sites: their words and phrases, and the words that hold a text together."""
