"""The sub-commands, none of which opens a screen, and the parsers of all command lines."""
