"""The annotators in a process of their own, and the interface's end of it."""
