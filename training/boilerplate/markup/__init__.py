"""Makes the model that tells the kinds of block of an HTML page apart."""
