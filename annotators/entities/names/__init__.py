"""Corrects the extent of names: joins and separates them, adds parts and repeats, drops those that are none."""
