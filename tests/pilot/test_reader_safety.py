"""Hostile text in an article, its title or its name is shown literally and has no effect."""

from __future__ import annotations

import pytest

from annotators.annotation import AnnotationSet, Entity, Layer, Mention
from annotators.article import Article, Block, Metadata, Source
from annotators.progress import Progress
from tests.pilot.stage import Annotator, reader
from tui.terminal.safe_text import unsafe

MARKUP = "[/b] [@click=app.quit]here[/] [link=file:///etc/passwd]x[/link] [including] [red]"
CONTROL = "a\x1b]52;c;cHduZWQ=\x07b\x1b[2Jc\x9b31md\u202ee\x00f\x7fg\ud800h\U000e0041i"


def hostile(words: str) -> tuple[Article, AnnotationSet]:
    article = Article(words, (Block(0, len(words)),), Source(f"{words[:40]}.txt"), Metadata(title=words))
    found = AnnotationSet().with_layer(
        Layer.ENTITIES,
        mentions=(Mention(start=0, end=len(words), label="PERSON", entity="e1", reasons=(words,)),),
        entities=(Entity("e1", words, "PERSON"),),
    )
    return article, found.with_layer(Layer.STRUCTURE).with_layer(Layer.QUOTES)


@pytest.mark.parametrize("words", [MARKUP, CONTROL, "[/b]", "x" * 5000, "\u0301" * 500, "\ufeff[", "日本語" * 50])
async def test_it_opens_in_every_part_of_the_screen(words: str) -> None:
    article, found = hostile(words)
    annotator = Annotator(steps=(Progress(found, 1.0),), problem=RuntimeError(words))
    async with reader(article, annotator=annotator) as stage:
        for keys in (["]", "enter"], ["tab", "down", "enter"], ["escape", "x"], ["escape", ":"], ["escape", "?"]):
            await stage.press(*keys)
            for line in stage.lines():
                assert not unsafe().search(line), line
        assert stage.app.is_running


async def test_markup_is_shown_letter_for_letter_and_cannot_be_clicked() -> None:
    article, found = hostile("go [@click=app.quit]here[/] [including] TV")
    async with reader(article, annotator=Annotator(steps=(Progress(found, 1.0),))) as stage:
        assert stage.reads("go [@click=app.quit]here[/] [including] TV")
        assert stage.lines()[0].startswith(" go [@click=app.quit]here[/] [including] TV")
        for y, line in enumerate(stage.lines()):
            if "here" in line:
                await stage.pilot.click(offset=(line.index("here") + 1, y))
        assert stage.app.is_running


async def test_typed_words_are_not_markup_either() -> None:
    async with reader() as stage:
        await stage.press("/")
        await stage.type("[/b]")
        await stage.press("enter")
        assert "“[/b]” is not in the article" in stage.status
