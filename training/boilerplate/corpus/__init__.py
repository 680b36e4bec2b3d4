"""The training pages: labelled and silver pages, lines of our own, lines that other extractors leave."""
