"""Decides which mentions name the same person or thing."""
