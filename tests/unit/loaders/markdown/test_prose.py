"""What of a Markdown file is read for names and quotations."""

from __future__ import annotations

import pytest

from annotators.loaders.markdown import load_markdown
from annotators.loaders.markdown.prose import as_prose
from annotators.pipeline import annotate_structure


def _prose(text: str) -> str:
    article = load_markdown(text.encode(), "story.md")
    prose = as_prose(article.text, article.blocks)
    assert len(prose) == len(article.text)
    return " ".join(prose.split())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("[Marta Mora](https://example.org/mora) said no.", "Marta Mora said no."),
        ('[Marta Mora](https://example.org "Her page") said no.', "Marta Mora said no."),
        ("[Tom Reed][reed] said no.\n\n[reed]: https://example.org", "Tom Reed said no."),
        ("**Ruth** _Adeyemi_ said __no__.", "Ruth Adeyemi said no ."),
        ("It is `Mora said no` here, 3 * 4 and snake_case_name.", "It is here, 3 * 4 and snake_case_name."),
        ("We [the town] will pay[^1].", "We [the town] will pay ."),
        ("See <https://example.org> and ![the pier](pier.jpg).", "See and the pier ."),
        ('Before.\n\n```python\nsay("We will pay")\n```\n\nAfter.', "Before. After."),
        ('Before.\n\n    say("We will pay")\n\nAfter.', "Before. After."),
    ],
)
def test_markup_and_code_are_blank(text: str, prose: str) -> None:
    assert _prose(text) == prose


def test_a_speaker_that_is_a_link_is_its_words() -> None:
    text = "# Pier\n\n“We will not pay[^1] for it,” said [Marta Mora](https://example.org/mora).\n\n[^1]: In May.\n"
    article = load_markdown(text.encode(), "story.md")
    (said,) = annotate_structure(article).statements
    assert said.speaker is not None
    assert article.text[said.speaker.start : said.speaker.end] == "Marta Mora"


def test_programs_say_nothing() -> None:
    program = 'say("We will pay", said Mora)\n# Mora said the pier was shut'
    text = f"# Pier\n\nThe mayor read the program.\n\n```\n{program}\n```\n"
    annotations = annotate_structure(load_markdown(text.encode(), "story.md"))
    assert (annotations.statements, annotations.marks) == ((), ())
