"""What each block of an article is, and what of it the clean view strips."""
