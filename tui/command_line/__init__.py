"""The commands that open no screen: what may be said on a command line, and what each command does with it."""
