"""Makes the shipped encoder: one command from data to model and scores."""
