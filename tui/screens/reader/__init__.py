"""The screen on which an article is read. Each file has the commands of one subject; `screen` combines them."""
