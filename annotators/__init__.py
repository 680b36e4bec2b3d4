"""broadsheet's library without an interface: what every block of an article is, who is named, who says what.

Importing it loads neither spaCy nor Textual.
"""
