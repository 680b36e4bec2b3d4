"""The form of a single name: its edges, the key it is compared by, and patterns that show it to be a name."""
