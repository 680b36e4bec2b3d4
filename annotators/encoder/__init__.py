"""The small pretrained encoder: text in, per-token head outputs out, on numpy and onnxruntime alone."""
