"""What can be read straight off a text: where its lines end, what it is known by, and what it says of itself."""
