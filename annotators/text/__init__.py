"""What can be read straight off a text: where its lines end, and the fingerprint it is known by."""
