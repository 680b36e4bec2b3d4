"""From a source to an `Article`: text, Markdown, HTML, a pipe."""
