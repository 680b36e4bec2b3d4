"""What stands on the first and the last lines of a screen, and what is typed there."""
