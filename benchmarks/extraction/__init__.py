"""The article of a saved page, ours and other extractors', in one run: quality, speed, memory."""
