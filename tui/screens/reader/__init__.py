"""The screen on which an article is read: what is done there, one idea a file, put together in `screen`."""
