"""The article as it is read: its text, wrapped, with the layers of annotations over it."""

from tui.widgets.article_pane.pane import ArticlePane

__all__ = ["ArticlePane"]
