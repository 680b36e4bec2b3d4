"""The network, its inputs and losses, and its evaluation during training."""
