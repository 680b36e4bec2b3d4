"""The first and the last lines of a screen: title, status line, notices and prompts."""
