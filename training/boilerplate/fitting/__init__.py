"""Fits the chains and the headline weights by folds of publishers."""
