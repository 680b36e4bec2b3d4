"""The panels that open over the article, with the rows that they show."""
