"""What the chains are fitted to: labelled and silver pages, lines of our own, what other extractors leave."""
