"""Names that were run together, left apart or in part outside, stand once more elsewhere, or are no names."""
