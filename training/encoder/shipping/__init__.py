"""From a trained network to the shipped pipeline, and from its files back to weights that can be trained."""
