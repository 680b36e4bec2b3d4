"""An article pane alone on a screen, with a small article and its annotations."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual import on
from textual.app import App, ComposeResult
from textual.filter import LineFilter

from annotators.annotation import AnnotationSet, BlockLabel, Mark, Mention, Note, Span, Statement
from annotators.article import Article, Block, Source
from tui.terminal.line_filter import SafeTextFilter
from tui.widgets.article_pane.pane import ArticlePane

LINES = [
    ("Home | World | Sport", "nav"),
    ("Harbour board answers ferry crews", "headline"),
    ("The talks go on until Friday", "deck"),
    ("A ferry at dawn", "caption"),
    ("Photo: A. Nobody", "credit"),
    ("“We are not leaving the harbour,” said Amara Lindqvist of the Northern Ferry Union in Tirana.", "body"),
    ("東京の人々は静かに待っている。" * 4, "body"),
    ("The board calls the crews’ plan a “stunt” and adds that " + "the ferries will sail on time; " * 8, "body"),
    ("Read more: what the crews earn", "related"),
]
TEXT = "\n\n".join(line for line, _ in LINES) + "\n" + "".join(f"Paragraph number {n}.\n" for n in range(60))


def selected(pane: ArticlePane) -> str:
    return "".join(TEXT[span.start : span.end] for span in pane.selected_spans())


def span_of(piece: str) -> Span:
    start = TEXT.index(piece)
    return Span(start, start + len(piece))


def at(piece: str) -> dict[str, int]:
    return span_of(piece)._asdict()


def article_of(text: str) -> Article:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(position + len(line) - len(line.lstrip()), position + len(line.rstrip())))
        position += len(line) + 1
    return Article(text, tuple(blocks), Source("ferry.txt"))


ARTICLE = article_of(TEXT)
QUOTE = span_of("“We are not leaving the harbour,”")
FOUND = AnnotationSet(
    blocks=tuple(BlockLabel(**at(line), kind=kind) for line, kind in LINES),
    mentions=(
        Mention(**at("Amara Lindqvist"), label="PERSON"),
        Mention(**at("Northern Ferry Union"), label="ORG"),
        Mention(**at("Tirana"), label="GPE"),
    ),
    marks=(Mark(**at("“We are not leaving the harbour,”"), kind="direct"), Mark(**at("“stunt”"), kind="scare")),
    statements=(Statement(start=QUOTE.start, end=QUOTE.end, id="s1", type="direct", content=(QUOTE,)),),
    notes=(Note(**at("静かに"), id="n1"),),
)


class PaneApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), SafeTextFilter()]

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    @on(ArticlePane.CursorMoved)
    @on(ArticlePane.Activated)
    def hear(self, message: object) -> None:
        self.heard.append(message)

    def rows(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]

    def style_of(self, piece: str) -> Style:
        """The style that a piece of text on the screen has."""
        for strip in self.screen._compositor.render_strips():
            position = strip.text.find(piece)
            for segment in strip:
                if 0 <= position < len(segment.text):
                    return segment.style or Style()
                position -= len(segment.text)
        raise AssertionError(f"{piece!r} is not on the screen")


async def opened(pilot, annotations: AnnotationSet | None = FOUND) -> ArticlePane:
    pane = pilot.app.pane
    pane.show_article(ARTICLE)
    if annotations is not None:
        pane.show_annotations(annotations)
    pane.focus()
    await pilot.pause()
    return pane
