"""The widget that shows the article: its text, wrapped, with the layers of annotations over it.

`pane.ArticlePane` is the widget. The modules that find and paint lines do not import Textual, because the first
screen is painted with them before Textual is imported.
"""
