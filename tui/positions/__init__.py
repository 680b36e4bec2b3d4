"""Places in an article, as offsets: found, counted, followed through an edit, with what lies around them."""
