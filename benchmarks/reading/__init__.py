"""What it costs to read: the start, keys and memory, beside other readers and the least a Textual program can be."""
