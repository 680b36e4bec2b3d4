"""Calls to action are distinguished from the story."""

from __future__ import annotations

import time

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.rules.appeals import is_appeal, with_appeals
from annotators.loaders.text import article_from_text


def kind_of(text: str, kind: str = "body") -> str:
    (label,) = with_appeals(text, [BlockLabel(start=0, end=len(text), kind=kind, score=0.6, reasons=("was so",))])
    return label.kind


@pytest.mark.parametrize(
    "text",
    [
        ">> Want my tide table? Get it here for free!",
        "Enjoying this? Our weekend edition has a long story every Saturday. Try it free for a month",
        "FREE e-book! My 12 favourite harbours, in your inbox. Yes please!",
        "Did you sail this? Tag me @harbourmaster and leave a rating below!",
        "The pier at dusk. Pin this image for later!",
        "Sign up for the harbour newsletter",
        "### Join our newsletter",
        "Subscribe to our channel",
        "Become a member",
        "For the latest news and stories from across the islands, sign up for our newsletters .",
        "Our website is the place for news. Please bookmark merrow.example and sign up for our daily newsletter.",
    ],
)
def test_an_appeal_is_a_promotion(text: str) -> None:
    assert kind_of(text) == "promo"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unsubscribe", "footer"),
        ("Unsubscribe from this newsletter.", "footer"),
        ("View this email in your browser", "footer"),
        ("Read more »", "related"),
        ("Read more: https://merrow.example/ferry", "related"),
        ("Read the full story →", "related"),
        ("Unsubscribe: https://lists.merrow.example/u/123", "footer"),
        ("Unsubscribe <https://merrow.example/u> | Privacy policy <https://merrow.example/p>", "footer"),
        ("View this email in your browser (https://merrow.example/v)", "footer"),
        ("To unsubscribe from this list, visit https://merrow.example/u", "footer"),
        ("To unsubscribe: https://merrow.example/u", "footer"),
        ("Update your preferences or unsubscribe: https://merrow.example/u", "footer"),
        ("You are receiving this email because you signed up at merrow.example.", "footer"),
        ("You can unsubscribe at any time: https://merrow.example/u", "footer"),
        ("To unsubscribe from this group and stop receiving emails from it, send an email to u@merrow.eu.", "footer"),
        ("If you no longer wish to receive these emails, please click here.", "footer"),
        ("You can unsubscribe at any time by clicking on the link below.", "footer"),
        ("To opt out of the scheme, residents must visit the town hall before June.", "body"),
        ("To stop receiving the benefit, pensioners have to send a letter to the office.", "body"),
        ("To unsubscribe, visit three offices and wait, Mr Bello says.", "body"),
        ("You can unsubscribe from the register at any time, said Anna Berg, who leads the office.", "body"),
        ("You received these messages because somebody sold the list, the judge told him.", "body"),
        ("If you do not want to receive any mail, the post office will keep it for you, she added.", "body"),
        ("If you do not want to receive these emails, she said, buy nothing.", "body"),
        ("Readers unsubscribe in droves.", "body"),
        ("For the latest ferries people queue, and many sign up for the crossing weeks ahead.", "body"),
        ("Unsubscribers have a page of their own: https://merrow.example/u", "body"),
        ("To unsubscribe a dead man took her three letters and a year.", "body"),
        ("https://merrow.example/ferry", "body"),
        ("Learn more about the ferry and you will not board it.", "body"),
    ],
)
def test_links_of_newsletters_that_stand_alone_are_no_story(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Want to know what the harbour pays? So did the auditors, and nobody would say.",
        "Readers who sign up for the ferry must wait an hour.",
        "She told members to subscribe to the new plan.",
        "Free ferries! That was what the mayor had promised them.",
        "He shares the boat with two cousins.",
        "Did you see the whale? Everybody on the pier did.",
        "The club has become a member of the league.",
        "Yes please, said the boy when the captain offered him the wheel.",
        "Become a member of the council and you learn to listen.",
        "Free trade was the aim. Britain would be a member of the bloc within ten years.",
        "Did you ever ask why? The answer was to become a member of the crew.",
        "Find me on the quay at noon.",
        "Like us on the mainland, islanders pay for their water.",
        "Download the app, the police told residents, and report what you see.",
        "Donate now, aid agencies urged, as the water rose.",
        "Here for free medical treatment, hundreds of islanders queued from dawn.",
        "Leave a comment in the visitors' book and the warden will read it.",
        "Signing up for the newsletter was the last thing anybody did that day.",
        "Subscribing to the theory that tides follow the moon, nobody looked at the wind.",
        "X X X",
        "About the author little is known, but the maps are still used.",
        "About Nora Quist – the harbour master's daughter – nobody had a bad word.",
        "Support for our work came from the harbour fund, " + "and so on, " * 40,
    ],
)
def test_a_story_about_offers_is_kept(text: str) -> None:
    assert kind_of(text) == "body"


def test_rows_of_buttons_and_links_are_recognised() -> None:
    assert kind_of("Pin 1.2K Share 88 Tweet") == "share"
    assert kind_of("Facebook | Twitter | Copy link") == "share"
    assert kind_of("E-mail this to a friend | Printable version") == "share"
    assert kind_of("Share Share") == "share"
    assert kind_of("Share") == "body"  # one word may be a heading
    assert kind_of("Unsubscribe | Privacy") == "footer"
    assert kind_of("Manage preferences · View in browser · Unsubscribe") == "footer"
    assert kind_of("Help") == "body"
    assert kind_of("About Nora Quist: sailor, mother of two.") == "author_box"
    assert kind_of("About Time is a film.") == "body"


def test_what_was_labelled_boilerplate_keeps_its_kind() -> None:
    assert kind_of("Sign up for our newsletter", "nav") == "nav"


def test_when_an_appeal_was_the_headline_the_first_line_of_the_story_becomes_it() -> None:
    lines = ["FREE chart! All the harbours, in your inbox. Yes please!", "I sailed alone for a month", "by Nora Quist"]
    text, labels, at = "\n".join(lines), [], 0
    for line, kind in zip(lines, ("headline", "deck", "byline"), strict=True):
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.5))
        at += len(line) + 1
    found = with_appeals(text, labels)
    assert [label.kind for label in found] == ["promo", "headline", "byline"]
    assert found[1].reasons == ("opens the story",)


def test_the_last_line_of_a_newsletter_is_not_the_story() -> None:
    story = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port. " * 3
    article = article_from_text(f"The ferry\n\n{story}\n\n{story}\n\nUnsubscribe | Privacy\n", "mail.txt")
    assert label_blocks(article).blocks[-1].boilerplate


def test_the_last_link_of_a_plain_mail_is_not_the_story() -> None:
    story = "The ferry left at noon with forty people aboard, and nobody knew when it would be back in port. " * 3
    mail = f"The ferry\n\n{story}\n\n{story}\n\nKind regards,\nJane\n\nUnsubscribe: https://merrow.example/u/123\n"
    *_, regards, link = label_blocks(article_from_text(mail, "mail.txt")).blocks
    assert (regards.boilerplate, link.boilerplate) == (False, True)


def test_an_appeal_is_short() -> None:
    assert is_appeal("Subscribe now")
    assert not is_appeal("Subscribe now " + "and row " * 40)


@pytest.mark.parametrize(
    "row", ["x " * 5000 + "of", "share, " * 3000 + "it", "pin | tweet 1,204 · " * 2000 + "of", "print " * 3000 + "of"]
)
def test_a_long_row_of_buttons_takes_linear_time(row: str) -> None:
    begun = time.process_time()
    assert kind_of(row) == "body"
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "line",
    [
        "want " + "?!" * 80 + "sign up" * 20,
        "loved " + "?" * 239 + "sign up",
        "free, they say! " + "sign up" * 20,
        ">" * 100_000 + "get it",
        "ah, " + "pin it for later " * 6 + "." * 9000 + "x",
    ],
    ids=["calls", "offers", "free", "arrows", "pins"],
)
def test_lines_that_almost_match_take_linear_time(line: str) -> None:
    begun = time.process_time()
    assert not any(is_appeal(line) for _ in range(1 + 100_000 // len(line)))
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("between", "appeal"),
    [(2, False), (3, True), (160, True), (161, False)],
    ids=["near", "nearest", "farthest", "far"],
)
def test_an_address_is_followed_by_its_question_and_then_its_offer(between: int, appeal: bool) -> None:
    assert is_appeal("Want " + "a" * (between - 1) + "?" + "b" * 80 + "donate now") is appeal
    assert not is_appeal("Want " + "a" * (between - 1) + "?" + "b" * 81 + "donate now")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Something went wrong, please try again later.", "promo"),
        ("Sorry, an error occurred. Please try again", "promo"),
        ("Thank you for subscribing!", "promo"),
        ("Please enter a valid email address", "promo"),
        ("Terms of Use, opens new tab", "nav"),
        ("Our complaints form (opens in a new window)", "nav"),
        ("Something went wrong.", "body"),
        ("Something went wrong, and nobody tried again for a year.", "body"),
        ("Thank you for signing the card", "body"),
        ("The shop opens a new window", "body"),
        ("The shop opens in a new street", "body"),
        ("An error occurred. Please try to keep calm, said the voice.", "body"),
        ("Thanks for signing", "body"),
        ("Amazon opens new site", "body"),
        ("Tesco opens a new site", "body"),
    ],
)
def test_messages_of_forms_and_links_to_new_tabs_are_not_the_story(line: str, kind: str) -> None:
    (label,) = with_appeals(line, [BlockLabel(start=0, end=len(line), kind="body", score=0.6)])
    assert label.kind == kind


def test_no_second_headline_is_made_where_one_exists() -> None:
    text = "View this email in your browser\nTunnel delayed\nThe tunnel will open in 2029, the city said."
    labels, at = [], 0
    for line, kind in zip(text.split("\n"), ("headline", "headline", "body"), strict=True):
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.6))
        at += len(line) + 1
    assert [label.kind for label in with_appeals(text, labels)] == ["footer", "headline", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Forward this to a friend | Unsubscribe", "footer"),
        ("View in browser · Manage preferences • Unsubscribe", "footer"),
        ("Forward this to a friend | said the mayor", "source"),
        ("Council | Unsubscribe", "source"),
    ],
)
def test_a_row_of_newsletter_links_is_a_footer(line: str, kind: str) -> None:
    assert kind_of(line, "source") == kind


@pytest.mark.parametrize(
    "line",
    [
        "View in browser",
        "View this email in your browser",
        "Read the newsletter online",
        "Trouble viewing this email? View it in your browser",
        "Can't see the images? Open in a web browser",
    ],
)
def test_the_link_to_a_newsletters_page_is_furniture(line: str) -> None:
    assert kind_of(line) == "footer"


def test_a_link_above_a_newsletter_is_no_headline_and_neither_is_its_first_sentence() -> None:
    lines = ("View in browser", "The swing bridge will shut to traffic from ten tonight, the county council said.")
    text, labels = "\n".join(lines), []
    for kind, start, line in (("headline", 0, lines[0]), ("body", len(lines[0]) + 1, lines[1])):
        labels.append(BlockLabel(start=start, end=start + len(line), kind=kind, score=0.5, reasons=("was so",)))
    assert [label.kind for label in with_appeals(text, labels)] == ["footer", "body"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ADVERTISEMENT: Sleep better with Cloudmat. Use code LEDGER for 20% off.", "ad"),
        ("A message from our sponsor: Cloudmat makes beds.", "ad"),
        ("Anzeige: Besser schlafen mit Cloudmat.", "ad"),
        ("Sent from my iPhone", "footer"),
        ("Get Outlook for iOS", "footer"),
        ("Sponsored bills: what the senate will vote on", "body"),
        ("Advertisements of the century: a walk through the museum", "body"),
        ("Sent from my home town to the coast, he never came back", "body"),
    ],
)
def test_a_label_with_its_words_on_one_line_tells_an_advertisement(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("You have read 2 of 3 free articles this month.", "promo"),
        ("You have 4 articles left this month", "promo"),
        ("We use your sign-up to provide content in the ways you've consented to.", "promo"),
        ("Listen to the best of the day on Harbour Sounds.", "promo"),
        ("Listen to the captain on deck and you hear a tired man.", "body"),
        ("You have read the letter, the judge told him, and you kept it.", "body"),
    ],
)
def test_what_a_publisher_says_of_its_offer_is_told_from_the_story(line: str, kind: str) -> None:
    assert kind_of(line) == kind
