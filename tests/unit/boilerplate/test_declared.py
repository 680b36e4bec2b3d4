"""Where a file itself leaves no doubt what a block is, no model is asked."""

import pytest

from annotators.boilerplate import label_blocks
from annotators.loaders.markdown import load_markdown

STORY = "The ferry to Sallow will run for one more winter, the harbour board said on Monday.\n\n"


def label_of(piece: str) -> tuple[str, tuple[str, ...]]:
    article = load_markdown(f"# Ferry stays\n\n{STORY}{piece}\n\n{STORY}".encode(), "a.md")
    found = next(one for one in label_blocks(article).blocks if article.text[one.start : one.end] == piece)
    return found.kind, found.reasons


@pytest.mark.parametrize(
    ("piece", "why"),
    [
        ("<!-- a word to the editors\nbefore it goes out -->", "is a comment, which no page shows"),
        ("<script>let a = 1 < 2;</script>", "is code"),
        ("<style>\np { color: red }\n</style>", "is code"),
        ('<div id="map"></div>', "is markup without a word"),
        ('<img src="a.png" alt="A ferry">', "is markup without a word"),
    ],
)
def test_invisible_html_is_not_part_of_the_story(piece: str, why: str) -> None:
    assert label_of(piece) == ("other", (why,))


@pytest.mark.parametrize(
    "piece",
    [
        "<p>The board meets again in May, and will hear the islanders then.</p>",
        "<!-- a --> The board meets again in May, they said. <!-- b -->",
        "<script>1</script><p>The board meets again in May, they said.</p>",
        "<details>",
    ],
)
def test_html_with_words_or_unbalanced_tags_is_left_to_the_model(piece: str) -> None:
    _, reasons = label_of(piece)
    assert not {"is a comment, which no page shows", "is code", "is markup without a word"} & set(reasons)
