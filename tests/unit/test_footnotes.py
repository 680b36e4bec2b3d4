"""Footnotes of Markdown are markup: they are in no name, quote or title, and no body text."""

from annotators.annotation import AnnotationSet
from annotators.article import Article
from annotators.loaders import load_bytes
from annotators.metadata import with_metadata
from annotators.pipeline import annotate

ARTICLE = """\
# The ministry settles its accounts[^1]

By Ann Lee[^4]

Minister Jane Foster flew to Tehran[^10] on Monday. Foster said the talks were bound to continue[^2].

He met Karl Reiss[^note] there. “We will stay,” said Reiss.[^3] Nobody else was at the table that night.

[^1]: An account by the *Herald*.
    It goes on here.
[^10]: Ibid.

[^2]: Jane Foster, reported
"""


def annotated(text: str) -> tuple[Article, AnnotationSet]:
    article = load_bytes(text.encode(), "a.md", "text/markdown")
    return article, annotate(article)


def test_a_reference_is_part_of_no_name_and_no_quote() -> None:
    article, found = annotated(ARTICLE)
    assert {"Jane Foster", "Tehran", "Karl Reiss"} <= {entity.name for entity in found.entities}
    assert not [one for one in found.mentions if "^" in article.text_of(one)]
    contents = [article.text_of(span) for said in found.statements for span in said.content]
    assert contents == ["the talks were bound to continue", "“We will stay,”"]


def test_a_reference_is_part_of_no_title_and_no_byline() -> None:
    article, found = annotated(ARTICLE)
    assert article.metadata.title == "The ministry settles its accounts"
    assert with_metadata(article, found).metadata.byline == "Ann Lee"
    underlined = load_bytes(b"By Bo Ray\n\nThe ministry settles[^1]\n===\n\nIt did so.\n", "a.md", "text/markdown")
    assert underlined.metadata.title == "The ministry settles"


def test_each_footnote_is_a_note() -> None:
    article, found = annotated(ARTICLE)
    notes = [article.text_of(label).partition(":")[0] for label in found.blocks if label.kind == "note"]
    assert notes == ["[^1]", "[^10]", "[^2]"]
    assert article.text == ARTICLE


def test_text_that_resembles_a_footnote_is_text() -> None:
    plain = load_bytes(ARTICLE.encode(), "a.txt", "text/plain")
    assert "note" not in {label.kind for label in annotate(plain, entities=False).blocks}
    article, found = annotated("# Signs\n\nThe sign \\[^1] means “see below” and [a link] is none.\n")
    assert len(article.blocks) == 2
    assert "note" not in {label.kind for label in found.blocks}
