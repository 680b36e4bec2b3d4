"""An article with its annotations as a file in some format."""
