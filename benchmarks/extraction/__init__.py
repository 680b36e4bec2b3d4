"""Compares article extraction by broadsheet and by other extractors in one run: quality, speed, memory."""
