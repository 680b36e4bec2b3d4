"""The messages between parts of the reader that are no widgets; all data in them is frozen."""

from __future__ import annotations

from textual.message import Message

from annotators.annotation import AnnotationSet
from annotators.article import Article

__all__ = ["AnnotatingEnded", "AnnotationsFound", "AnotherOpened", "GroundTold", "Remark"]


class AnnotationsFound(Message):
    """Annotations of an article have arrived; `share` is how much of the text the model has read, 0 to 1."""

    def __init__(self, article: Article, annotations: AnnotationSet, share: float) -> None:
        super().__init__()
        self.article = article
        self.annotations = annotations
        self.share = share


class AnnotatingEnded(Message):
    """No more annotations will come for an article; `problem` is one line if something went wrong, else empty."""

    def __init__(self, article: Article, problem: str = "") -> None:
        super().__init__()
        self.article = article
        self.problem = problem


class AnotherOpened(Message):
    """Another article from the command line has been opened; `article` is `None` after the last one."""

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self.article = article


class Remark(Message):
    """A sentence to show on the status line."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class GroundTold(Message):
    """The terminal has reported whether its background is light."""

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light
