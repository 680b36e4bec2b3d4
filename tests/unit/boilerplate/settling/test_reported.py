"""Lines that report speech beside the story stay with it, and what speaks to the reader does not."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.settling.reported import reports_speech, with_reported
from annotators.loaders.text import article_from_text

STORY = """Ferry crew refuses to sail

By Nora Quist

The crew of the Merrow ferry refused on Sunday to leave the harbour, after two years of argument about pay.

Their captain had said in March that the boat would need repairs worth four million pounds within five years.

"It is older than any of us and it will be here when we are gone," said the harbour master, Tom Reed.
"""
SAID = [
    "Follow us, the boys shouted.",
    "Share this, she begged him.",
    "Sign up, the posters urged.",
    "Subscribe, he pleaded.",
    "Follow us, said the boys.",
    "“Watch this,” one of the children called.",
    "Follow us, the boys shouted in one voice.",
]


@pytest.mark.parametrize("line", SAID)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_last_line_that_reports_speech_is_the_story(line: str, gap: str) -> None:
    article = article_from_text(STORY.replace("\n\n", gap) + gap[1:] + line + "\n", "a.txt")
    assert label_blocks(article).blocks[-1].kind == "body"


@pytest.mark.parametrize(
    "line", ["Follow us on Twitter", "Share this article", "Sign up for our newsletter, you will love it."]
)
def test_a_line_that_addresses_the_reader_is_stripped(line: str) -> None:
    article = article_from_text(f"{STORY}\n{line}\n", "a.txt")
    assert label_blocks(article).blocks[-1].boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter, as our readers asked.",
        "Follow us, and you said it first.",
        "Read more: tax will rise, minister says",
        "Subscribe now.",
        "Follow us, the boys shouted",
        "Read more: President will resign, aides said, after talks.",
        "Also read: Storm hits the coast, thousands told to stay home.",
        "Watch: 'We are ready,' says Reed.",
        "Sponsored: This one trick, doctors said, will change your life.",
        "Sign up here, the newsletter that everyone called essential.",
        "Get half off, the best offer we ever announced.",
        "In pictures: the harbour, the storm explained in 12 maps.",
        "See the harbour, the storm explained in 12 maps.",
    ],
)
def test_a_call_to_action_is_not_reported_speech(line: str) -> None:
    assert not reports_speech(line)


def test_reported_speech_among_boilerplate_is_unchanged() -> None:
    lines = [("related", "More stories"), ("related", "The pier will stay, the council said."), ("nav", "Home")]
    text, labels, at = "\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9))
        at += len(line) + 1
    assert [label.kind for label in with_reported(text, labels)] == ["related", "related", "nav"]
