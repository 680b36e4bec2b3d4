"""The article as it is read: its text, wrapped, with the layers of annotations over it.

What finds and paints lines knows nothing of Textual: the first screen is painted with it before
Textual is there. `pane.ArticlePane` is the widget.
"""
