"""Between the program and the terminal it runs in: what may reach it, signals, the clipboard, programs outside."""
