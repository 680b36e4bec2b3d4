"""Places in an article as offsets: search, counting, context, and following them through an edit."""
