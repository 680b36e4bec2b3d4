"""What the reader adds to an article: where a note belongs after an edit, and corrections of the machine."""
