"""Settings: those of the settings file, the key bindings, and choices that are remembered."""
