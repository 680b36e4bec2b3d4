"""Lines of extracted text that name their own function."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate.cleaned.explicit_lines import with_explicit_lines

STORY = "The council voted on Tuesday to close the old bridge, which had been found unsafe in the spring."
LAST = "Work is to begin in May and will take two years, engineers told a meeting in the village hall."


def kinds_of(*lines: str, kind: str = "body") -> list[str]:
    labels = [BlockLabel(start=number, end=number + 1, kind=kind, score=0.9) for number in range(len(lines))]
    return [label.kind for label in with_explicit_lines(lines, labels)]


@pytest.mark.parametrize(
    "line",
    [
        "FILE - Workers look at the old bridge in Harlow, March 1, 2024.",
        "FILE PHOTO: The old bridge in Harlow",
        "Pictured at the back, from left, are Ann Lee, Tom Reed and Ida Brown.",
        "The old bridge as it looked in spring (Image:",
        "Lorries wait at the old bridge, which is to close in May. (Ann Lee/Harlow Post)",
        "The old bridge was built by soldiers in a single summer. (Unsplash)",
        "Mayor Ida Brown stayed at the bridge for an hour. AP",
        "Mayor Ida Brown, centre, speaks to drivers who had to turn back.",
        "Mayor Ida Brown (left) being shown the bridge by an inspector",
        "Drivers of lorries look for a way across, in the dark. It is closed. (Photo: Ann Lee / Harlow Post)",
    ],
)
def test_explicit_captions_are_labelled(line: str) -> None:
    assert kinds_of(STORY, line, LAST) == ["body", "caption", "body"]


def test_the_end_of_a_credit_on_the_next_line_is_a_credit() -> None:
    assert kinds_of("The old bridge (Image:", "Harlow Post / PA)", LAST) == ["caption", "credit", "body"]
    assert kinds_of(STORY, "Harlow Post / PA)", LAST) == ["body", "body", "body"]


@pytest.mark.parametrize("line", ["WATCH | Bridge closes after vote", "ALSO READ: Ferry to run again in May"])
def test_a_signpost_to_another_story_is_related(line: str) -> None:
    assert kinds_of(STORY, line, LAST) == ["body", "related", "body"]


def test_a_credit_of_a_co_writer_is_a_byline() -> None:
    assert kinds_of(STORY, "– additional reporting by Ann Lee") == ["body", "byline"]
    assert kinds_of(STORY, "Additional reporting by the inspectors was not asked for.") == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Got a story? Tell us what goes on in your street.", "promo"),
        ("Do lorries pass your house? Get in touch at webnews@example.org", "promo"),
        ("Stay informed with The Harlow Post – all about the bridge for a dollar a month.", "promo"),
        ("Get daily Harlow news", "promo"),
        ("Follow along with the latest updates below.", "promo"),
        ("A welcome email is on its way. Look into the junk folder, too.", "promo"),
        ("Loading prices for your region…", "promo"),
        ("You can save this story by registering. Or sign-in if you have an account.", "promo"),
        ("We recommend you use a more up to date browser", "other"),
        ("Latest Videos From", "related"),
        ("Bridges: A Life, by Tom Reed, is out now (Harlow Press, £25)", "ad"),
        ("Source: Harlow Bridge Survey", "source"),
    ],
)
def test_what_a_newsroom_says_to_its_readers(line: str, kind: str) -> None:
    assert kinds_of(STORY, line, LAST) == ["body", kind, "body"]


def test_the_time_of_an_entry_with_its_writer_is_a_timestamp() -> None:
    assert kinds_of(STORY, "19:04Ann Clement-Reed", LAST) == ["body", "timestamp", "body"]
    assert kinds_of(STORY, "19:04 The bridge is closed to lorries.", LAST) == ["body", "body", "body"]


def test_a_writer_is_introduced_only_at_the_end_of_the_text() -> None:
    line = "Ann Lee is a senior researcher with the Harlow Observatory."
    story = [f"{STORY} {number}" for number in range(5)]
    assert kinds_of(*story, line)[-1] == "author_box"
    assert kinds_of(story[0], line, *story[1:])[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Tom Reed is a columnist who was jailed for six months after he wrote about the bridge.",
        "Ann Lee is the first reporter to be killed in the war, and the twelfth person from Harlow.",
    ],
)
def test_a_sentence_about_a_writer_in_the_story_is_kept(line: str) -> None:
    told = "Tom Reed was taken to the police station in Harlow on Monday, where he spent the night."
    assert kinds_of(STORY, told, LAST, LAST + " So it was.", line)[-1] == "body"


def test_a_directly_repeated_sentence_is_kept_once() -> None:
    assert kinds_of(STORY, STORY, "Ann Lee spoke.") == ["body", "other", "body"]
    assert kinds_of(STORY, "Harlow Post", STORY) == ["body", "body", "other"]


def test_refrains_and_distant_repetitions_are_kept() -> None:
    assert kinds_of("We shall not move.", "We shall not move.", STORY) == ["body"] * 3
    assert kinds_of(STORY, "One.", "Two.", STORY) == ["body"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "Pictured in the report is a town that has lost its only bridge.",
        "Pictured: Harlow Rose",
        "Watch: it is a word that the council used three times.",
        "MORE: The Life of a Chancellor is the title of the book.",
        "The file - all 300 pages of it - was lost.",
        "He held up a photo",
        "She told us to get in touch with the news team of the town, and so we did.",
        "Get the news out, he said, and put it on every door.",
        "The parties, left, right and centre, voted for the bridge.",
        "He passed the ball to Mendez, left, and ran on.",
        "Mayor Brown, left, was told of it by the inspectors.",
        "A welcome email is on its way to every new pupil of the school.",
        "Latest videos from the probe show a plain of ice.",
        "The bridge is out of use (it cost $4m to build).",
        "Source: it is a word that the council used three times.",
        "The council was told so on Monday (Reuters)",
    ],
)
def test_lines_that_only_begin_like_these_are_kept(line: str) -> None:
    assert kinds_of(STORY, line, LAST)[1] == "body"


def test_the_last_line_may_be_signed_by_an_agency() -> None:
    assert kinds_of(STORY, "Mayor Ida Brown stayed at the bridge for an hour. AFP") == ["body", "body"]


def test_stripped_lines_keep_their_kind() -> None:
    assert kinds_of("FILE - Workers look at the bridge.", kind="related") == ["related"]
