"""Lists of rows, and what the rows of each are."""
