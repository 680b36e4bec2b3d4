"""broadsheet in the terminal: the command line and the full-screen reader."""
