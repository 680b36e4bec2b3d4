"""Headings of Markdown files are headings."""

from __future__ import annotations

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.rules.headings import settle_headings
from annotators.loaders.markdown import load_markdown

PROSE = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port again."


def settled(markdown: str, *kinds: str, score: float = 0.6) -> list[str]:
    """The kinds of a Markdown text's blocks after its headings were settled, given those that they had."""
    article = load_markdown(markdown.encode(), "x.md")
    assert len(article.blocks) == len(kinds)
    labels = [
        BlockLabel(start=block.start, end=block.end, kind=kind, score=score)
        for block, kind in zip(article.blocks, kinds, strict=True)
    ]
    return [label.kind for label in settle_headings(article, labels)]


def test_a_heading_over_story_text_is_a_subhead_whatever_was_predicted() -> None:
    text = f"# Ferries\n\n{PROSE}\n\n## Tickets\n\n{PROSE}\n\n## Today\n\n{PROSE}"
    found = settled(text, "headline", "body", "promo", "body", "body", "body")
    assert found == ["headline", "body", "subhead", "body", "subhead", "body"]


def test_a_heading_over_boilerplate_keeps_its_kind() -> None:
    text = f"# Ferries\n\n{PROSE}\n\n## Related\n\n- Trains\n- Trams\n"
    assert settled(text, "headline", "body", "related", "related", "related")[2] == "related"


def test_text_under_lower_headings_counts_for_the_higher() -> None:
    text = f"# Ferries\n\n{PROSE}\n\n## Lines\n\n### North\n\n{PROSE}"
    assert settled(text, "headline", "body", "nav", "ad", "body")[2:4] == ["subhead", "subhead"]


def test_the_only_heading_of_the_first_level_is_the_headline() -> None:
    text = f"# Ferries\n\n*A short note*\n\n{PROSE}"
    assert settled(text, "nav", "headline", "body") == ["headline", "body", "body"]


def test_no_heading_inside_the_story_is_the_headline() -> None:
    assert settled(f"{PROSE}\n\n## Tickets\n\n{PROSE}", "body", "headline", "body") == ["body", "subhead", "body"]


def test_a_heading_over_nothing_is_a_subhead_unless_its_score_is_very_high() -> None:
    text = f"# Ferries\n\n{PROSE}\n\n## More"
    assert settled(text, "headline", "body", "related", score=0.6)[2] == "subhead"
    assert settled(text, "headline", "body", "related", score=0.95)[2] == "related"


def test_a_text_without_headings_is_left_alone() -> None:
    assert settled(f"Ferries\n\n{PROSE}", "headline", "body") == ["headline", "body"]


def test_short_headings_of_a_file_are_kept() -> None:
    sections = "".join(f"## {title}\n\n{PROSE}\n\n" for title in ("Get started", "Free time", "Subscribe", "Share"))
    article = load_markdown(f"# Ferries\n\n{PROSE}\n\n{sections}".encode(), "x.md")
    kinds = [label.kind for label in label_blocks(article).blocks]
    assert kinds[::2] == ["headline", "subhead", "subhead", "subhead", "subhead"]
