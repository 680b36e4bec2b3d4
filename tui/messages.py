"""What the parts of the reader tell each other. All data in them is frozen."""

from __future__ import annotations

from textual.message import Message

from annotators.annotation import AnnotationSet
from annotators.article import Article

__all__ = ["AnnotatingEnded", "AnnotationsFound", "AnotherOpened", "GroundTold", "Remark"]


class AnnotationsFound(Message):
    """Annotations of an article have arrived; `share` of the text has been read by the model, 0 to 1."""

    def __init__(self, article: Article, annotations: AnnotationSet, share: float) -> None:
        super().__init__()
        self.article = article
        self.annotations = annotations
        self.share = share


class AnnotatingEnded(Message):
    """No more annotations will come for an article; `problem` is one line when something went wrong."""

    def __init__(self, article: Article, problem: str = "") -> None:
        super().__init__()
        self.article = article
        self.problem = problem


class AnotherOpened(Message):
    """One more of the articles that were asked for is there; `None` where there are no more."""

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self.article = article


class Remark(Message):
    """One line for the reader, from wherever it comes."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class GroundTold(Message):
    """The terminal has said whether its ground is light."""

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light
