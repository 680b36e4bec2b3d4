"""What a name is the name of: by its own words, and by those around it."""
