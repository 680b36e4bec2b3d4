"""The terminal that the program runs in: safe output, signals, the clipboard, other programs."""
