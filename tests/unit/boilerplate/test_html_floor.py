"""A floor under what is found on HTML pages of our own: it may only rise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from annotators.annotation import KEPT_KINDS, BlockLabel
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.loaders.html import load_html
from tests.gold.agreement import Judged, agreement

GOLD = Path(__file__).parents[2] / "gold" / "html"
STORY = ("body", "subhead", "deck")


@dataclass(frozen=True)
class Block:
    text: str
    kind: str
    label: BlockLabel


def page_of(path: Path) -> tuple[Article, dict[str, str]]:
    """The page without our marks, and the kind of each of its blocks by what they say."""
    root = html.fromstring(path.read_bytes())
    kinds = {}
    for element in root.xpath("//*[@data-kind]"):
        kinds[" ".join(element.text_content().split())] = element.attrib.pop("data-kind")
    return load_html(html.tostring(root, encoding="utf-8"), path.name, charset="utf-8"), kinds


def blocks() -> list[Block]:
    found = []
    for path in sorted(GOLD.glob("*.html")):
        article, kinds = page_of(path)
        labels = label_blocks(article).blocks
        texts = [" ".join(article.text_of(block).split()) for block in article.blocks]
        missing = [text for text in texts if text not in kinds]
        assert not missing, f"{path.name}: no kind for {missing}"
        found += [Block(text, kinds[text], label) for text, label in zip(texts, labels, strict=True)]
    return found


@pytest.fixture(scope="module", name="found")
def labelled() -> list[Block]:
    return blocks()


def test_nothing_of_the_story_is_stripped(found: list[Block]) -> None:
    assert [block.text for block in found if block.kind in STORY and block.label.kind not in KEPT_KINDS] == []


def test_at_most_2_percent_of_boilerplate_blocks_are_kept(found: list[Block]) -> None:
    outside = [block for block in found if block.kind not in STORY]
    wrong = [block.text for block in outside if block.label.kind in STORY]
    assert len(wrong) <= 0.02 * len(outside), wrong


def test_no_caption_is_kept(found: list[Block]) -> None:
    pictures = [block for block in found if block.kind in ("caption", "credit")]
    assert [block.text for block in pictures if block.label.kind in KEPT_KINDS] == []


def test_kinds_boilerplate_body_and_headlines_agree_with_the_gold(found: list[Block]) -> None:
    agreed = agreement(Judged(block.label.kind, block.kind, block.text) for block in found)
    assert agreed.headlines == ()
    assert agreed.sides >= 98, agreed.wrong
    assert agreed.stripped >= 98, agreed.wrong
    assert agreed.body >= 99, agreed.wrong
    assert agreed.kinds >= 88, agreed.wrong


def test_correct_kinds_have_a_mean_score_of_at_least_80_percent(found: list[Block]) -> None:
    """Weights that are worse show here before any block changes sides."""
    sure = [(block.label.score or 0.0) if block.label.kind == block.kind else 0.0 for block in found]
    assert sum(sure) / len(sure) >= 0.80


def test_each_label_has_a_score_and_a_reason(found: list[Block]) -> None:
    for block in found:
        assert 0 <= (block.label.score or -1) <= 1
        assert 1 <= len(block.label.reasons) <= 3
        assert all(reason.strip() for reason in block.label.reasons)


def test_nine_of_ten_labels_have_three_reasons_and_at_most_one_is_the_name_of_a_part(found: list[Block]) -> None:
    reasons = [block.label.reasons for block in found]
    assert sum(len(one) == 3 for one in reasons) >= 0.9 * len(reasons)
    assert all(
        sum("named “" in said and said.strip("”").split("“")[1].isalpha() for said in one) <= 1 for one in reasons
    )
