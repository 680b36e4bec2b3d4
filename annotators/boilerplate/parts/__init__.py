"""Parts of a block whose kind differs from that of the block."""
