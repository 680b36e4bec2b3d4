"""A floor under the labeller on pages of our own: it may only rise."""

from __future__ import annotations

from annotators.annotation import BOILERPLATE_KINDS, KEPT_KINDS
from annotators.boilerplate import label_blocks

from .pages import Labelled, labelled_pages


def misses(page: Labelled) -> list[str]:
    found = label_blocks(page.article).blocks
    return [
        f"{page.name}: {label.kind}, not {kind}: {page.article.text[label.start : label.end][:50]}"
        for label, kind in zip(found, page.kinds, strict=True)
        if label.kind != kind
    ]


def test_at_least_97_of_100_lines_are_kept_or_stripped_rightly() -> None:
    pages = labelled_pages()
    found = [label.kind for page in pages for label in label_blocks(page.article).blocks]
    gold = [kind for page in pages for kind in page.kinds]
    wrong = [(f, g) for f, g in zip(found, gold, strict=True) if (f in KEPT_KINDS) != (g in KEPT_KINDS)]
    assert len(wrong) <= 0.03 * len(gold), wrong


def test_at_least_85_of_100_lines_have_their_exact_kind() -> None:
    pages = labelled_pages()
    wrong = [miss for page in pages for miss in misses(page)]
    assert len(wrong) <= 0.15 * sum(len(page.kinds) for page in pages), "\n".join(wrong)


def test_every_headline_is_found_and_no_other_line_is_one() -> None:
    for page in labelled_pages():
        found = [label.kind == "headline" for label in label_blocks(page.article).blocks]
        assert found == [kind == "headline" for kind in page.kinds], page.name


def test_no_line_of_the_story_itself_is_stripped() -> None:
    for page in labelled_pages():
        labels = label_blocks(page.article).blocks
        lost = [
            page.article.text[label.start : label.end]
            for label, kind in zip(labels, page.kinds, strict=True)
            if kind == "body" and label.kind in BOILERPLATE_KINDS
        ]
        assert not lost
