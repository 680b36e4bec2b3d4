"""From a trained network to the pipeline that ships, and back to weights that can be trained on."""
