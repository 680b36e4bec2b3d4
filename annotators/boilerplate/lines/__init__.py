"""Text without markup, as lines: what is seen of each, and the chains that tell the kinds of all of them together."""
