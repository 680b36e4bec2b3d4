from __future__ import annotations

import subprocess
import sys

import pytest

from annotators.annotation import KINDS
from annotators.article import Article, Source
from annotators.boilerplate import label_blocks
from annotators.loaders.markdown import load_markdown
from annotators.pipeline import annotate_structure
from tests.growth import growth

from .pages import article_of, labelled_pages

STORY = (
    "The council voted on Tuesday to close the old bridge, which had been found unsafe in the spring, "
    "and to ask the county for money to build another."
)


def kinds_of(text: str) -> list[str]:
    return [label.kind for label in label_blocks(article_of(text)).blocks]


def test_an_empty_article_has_no_labels() -> None:
    structure = label_blocks(Article("", (), Source("-")))
    assert structure.blocks == ()
    assert structure.inline == ()


@pytest.mark.parametrize("page", labelled_pages(), ids=lambda page: page.name)
def test_each_block_has_a_label_in_order_with_score_and_reasons(page) -> None:  # type: ignore[no-untyped-def]
    labels = label_blocks(page.article).blocks
    assert [(label.start, label.end) for label in labels] == [(b.start, b.end) for b in page.article.blocks]
    assert all(label.kind in KINDS for label in labels)
    assert all(label.score is not None and 0 <= label.score <= 1 for label in labels)
    assert all(len(label.reasons) <= 3 and len(set(label.reasons)) == len(label.reasons) for label in labels)
    assert sum(bool(label.reasons) for label in labels) > 0.9 * len(labels)


def test_an_article_without_boilerplate_is_kept_whole() -> None:
    text = "\n\n".join(
        ["Bridge to close after forty years"] + [f"{STORY} It was day {n} of the debate." for n in range(6)]
    )
    kinds = kinds_of(text)
    assert kinds[0] == "headline"
    assert set(kinds[1:]) == {"body"}


def test_one_paragraph_alone_is_never_stripped() -> None:
    assert kinds_of(STORY) == ["body"]


def test_text_that_is_no_article_at_all_is_labelled_without_an_error() -> None:
    for text in ("x", "\u200b", "—", "(((((", "1\n2\n3", "مرحبا بالعالم", "a\tb\tc\n\n\n\nd", "é" * 5000):
        assert len(kinds_of(text)) == len(article_of(text).blocks)


def test_a_credit_at_the_end_of_a_caption_is_marked_within_it() -> None:
    page = next(page for page in labelled_pages() if page.name == "scores")
    inline = label_blocks(page.article).inline
    assert [(part.kind, page.article.text[part.start : part.end]) for part in inline] == [
        ("credit", "[Pavel Novak/AP]")
    ]


def test_labels_are_the_same_every_time() -> None:
    article = labelled_pages()[0].article
    assert label_blocks(article) == label_blocks(article)


def test_time_is_linear_in_the_length_of_the_text() -> None:
    articles = {
        paragraphs: article_of("\n\n".join(f"{STORY} Nobody spoke for {n} minutes." for n in range(paragraphs)))
        for paragraphs in (200, 800)
    }
    assert growth(lambda paragraphs: label_blocks(articles[paragraphs]), 200) < 10


def test_labelling_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; from annotators.boilerplate import label_blocks;"
        "from annotators.boilerplate.lines.model import load_model; load_model();"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & "
        "{'numpy', 'sklearn', 'spacy', 'lxml', 'textual', 'onnxruntime', 'pycrfsuite'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_front_matter_is_stripped_and_has_no_statements():
    article = load_markdown(
        b'---\ntitle: "A telescope"\nauthor: Ines Okafor\n---\n\n# A telescope\n\nIt is there.\n', "a.md"
    )
    found = annotate_structure(article)
    assert (found.blocks[0].kind, found.blocks[0].reasons) == ("other", ("tells programs of the article",))
    assert found.statements == ()


@pytest.mark.parametrize("said", ["", f"{STORY} The mayor, Ann Porter, said it would be done by May.\n\n"])
def test_the_greeting_of_a_letter_is_no_headline_of_it(said: str) -> None:
    letter = f"Hello all,\n\n{STORY}\n\n{said}The vote was close. Work starts in May.\n\nKind regards,\nNora"
    assert kinds_of(letter)[0] == "body"


def test_a_sentence_is_no_headline_of_a_text_that_has_none() -> None:
    found = kinds_of(
        "The crew of the evening ferry refused on Sunday to leave the harbour, and passengers slept on the quay.\n\n"
        "“No storm of this year was worse,” the captain wrote on a wall of the harbour office.\n\n"
        "The council will meet on Tuesday to talk about the wall, and about the ferry that its members take home."
    )
    assert "headline" not in found
