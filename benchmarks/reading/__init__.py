"""Measures the cost of reading (start, keys, memory) beside other readers and a minimal Textual program."""
