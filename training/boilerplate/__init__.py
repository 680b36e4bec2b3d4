"""Makes the model that tells the kinds of block apart."""
