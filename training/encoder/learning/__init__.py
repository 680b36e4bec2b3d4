"""The network, what it is fed and taught, and how well it does while it learns."""
