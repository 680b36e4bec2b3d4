"""Who says what, found by broadsheet and by other ways to find it, and scored in one run."""
