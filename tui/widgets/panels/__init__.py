"""What opens over the article: a panel each, with the rows that only it shows."""
