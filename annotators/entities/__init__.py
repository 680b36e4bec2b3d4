"""Who and what is named, and which mentions are the same one: rules and clusters on plain text and spans."""
