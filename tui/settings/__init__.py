"""What can be chosen: in the file of settings, by a key, and what was turned the last time."""
