"""Parts of a block that are of another kind than the block."""
