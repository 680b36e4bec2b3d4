"""The annotators in another process, and the client of that process."""
