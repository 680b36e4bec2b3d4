"""A forwarded mail shows the article as its own, and keeps what the sender wrote above it."""

from __future__ import annotations

import pytest

from annotators.article import Article, Metadata
from annotators.boilerplate import label_blocks
from annotators.loaders.mail import load_mail
from annotators.metadata import with_metadata
from annotators.pipeline import annotate_structure

TITLE = "Ferry to Ronan Island stops for good"
STORY = (
    "The last ferry to Ronan Island left on Sunday with nine passengers and a piano, the harbour office said.",
    "“We knew every wave of it,” said Edda Morgan, who has been its captain since 1998.",
    "The council wants to pay for a water taxi, but has not yet found anybody who would drive it in the winter.",
)
FIELDS = {
    "From": "Ronan Herald <news@herald.example>",
    "Date": "10 March 2025 07:30",
    "Subject": "Herald: the ferry",
    "To": "Ida Brandt",
}
WORDS = "Lena, see below. They really did it!"


def mail(body: str, kind: str = "plain", subject: str = "Fwd: Herald: the ferry") -> Article:
    head = f"From: Ida Brandt <ida@example.org>\nTo: lena@example.org\nSubject: {subject}\nMessage-ID: <1@example.org>"
    head += "\nDate: Tue, 11 Mar 2025 08:15:00 +0100\nMIME-Version: 1.0"
    head += f"\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return load_mail(f"{head}\n\n{body}".encode(), "a.eml")


def kinds(article: Article) -> dict[str, str]:
    return {article.text[one.start : one.end]: one.kind for one in label_blocks(article).blocks}


def told(article: Article) -> Metadata:
    return with_metadata(article, annotate_structure(article)).metadata


def plain(marker: str, mark: str = "") -> str:
    fields = "\n".join(f"{name}: {value}" for name, value in FIELDS.items())
    story = "\n\n".join((TITLE, "By Jon Vasquez", *STORY)).replace("\n", f"\n{mark}")
    above = f"{WORDS}\n\nIda\n\nSent from my iPhone\n\n{marker}\n{fields}"
    return f"{above}\n\n{mark}{story}\n\n{mark}---\n{mark}Unsubscribe\n"


def page(above: str, wrap: str = "<blockquote>{}</blockquote>") -> str:
    story = f"<h1>{TITLE}</h1><p>By Jon Vasquez</p>" + "".join(f"<p>{one}</p>" for one in STORY)
    return f"<html><body><p>{WORDS}</p><p>Ida</p>{above}{wrap.format(story)}</body></html>"


def escaped() -> dict[str, str]:
    return {name: value.replace("<", "&lt;").replace(">", "&gt;") for name, value in FIELDS.items()}


OUTLOOK = "<div>" + "<br>".join(f"<b>{name}:</b> {value}" for name, value in escaped().items()) + "</div>"
APPLE = "<div>Begin forwarded message:</div>" + "".join(
    f'<div style="margin:0"><span><b>{name}: </b></span><span>{value}<br></span></div>'
    for name, value in escaped().items()
)
GMAIL = (
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>'
    + "<br>".join(f"{name}: <strong>{value}</strong>" for name, value in escaped().items())
    + "<br></div></div>"
)
FORWARDS = {
    "apple": ("Begin forwarded message:\n", "plain"),
    "outlook": ("-----Original Message-----", "plain"),
    "rule": ("________________________________", "plain"),
    "gmail": ("---------- Forwarded message ---------", "plain"),
}


def forwards() -> list[tuple[str, str]]:
    texts = [(plain(marker), kind) for marker, kind in FORWARDS.values()]
    texts.append((plain("-----Original Message-----", "> "), "plain"))
    texts += [(page(one), "html") for one in (OUTLOOK, APPLE, GMAIL)]
    return [*texts, (page(OUTLOOK.replace("<div>", '<p class="MsoNormal">').replace("</div>", "</p>"), "{}"), "html")]


@pytest.mark.parametrize(("body", "kind"), forwards())
def test_the_forwarded_article_is_the_article(body: str, kind: str) -> None:
    article = mail(body, kind)
    found = kinds(article)
    assert [said for said, one in found.items() if one == "headline"] == [TITLE]
    assert (found["By Jon Vasquez"], found[WORDS], found["Ida"]) == ("byline", "note", "note")
    assert all(found[one] == "body" for one in STORY)
    for said, one in found.items():
        if said.startswith(("From:", "Subject:", "To:", "Date:", "Begin", "--", "Sent from")):
            assert one == "other", said
    known = told(article)
    assert (known.title, known.byline, known.published) == (TITLE, "Jon Vasquez", "2025-03-10")


def test_a_letter_without_title_keeps_the_subject_and_the_sender() -> None:
    body = plain("Begin forwarded message:\n").replace(TITLE, "Dear Mr Brandt,").replace("By Jon Vasquez\n\n", "")
    article = mail(body)
    assert kinds(article)["Dear Mr Brandt,"] != "headline"
    known = told(article)
    assert (known.title, known.byline) == ("Herald: the ferry", "Ida Brandt")


@pytest.mark.parametrize("greeting", ["Dear Mr Brandt", "Hi Ann and Bob", "Good morning Ida", "Dear Mr Brandt,"])
def test_the_greeting_of_a_forwarded_letter_is_no_headline(greeting: str) -> None:
    letter = page(OUTLOOK, "{}").replace(f"<h1>{TITLE}</h1><p>By Jon Vasquez</p>", f"<p>{greeting}</p>")
    article = mail(letter, "html")
    assert kinds(article)[greeting] == "body"
    assert told(article).title == "Herald: the ferry"


def test_a_heading_may_begin_like_a_greeting() -> None:
    article = mail(page(OUTLOOK).replace(TITLE, "Dear winter ferry"), "html")
    assert kinds(article)["Dear winter ferry"] == "headline"


INNOCENT = (
    "From: the bank <help@bank.example>\nDate: 3 March 2025\nSubject: your account\nTo: you",
    "From: Monday\nTo: Friday\nSubject: Herald: the ferry",
    "From: the archive, in 1998\nSubject: Herald: the ferry",
)


@pytest.mark.parametrize("quoted", INNOCENT)
def test_a_header_that_an_article_shows_forwards_nothing(quoted: str) -> None:
    article = mail("\n\n".join((TITLE, "By Jon Vasquez", STORY[0], quoted, *STORY[1:])))
    assert "is written by who forwarded the message" not in str(label_blocks(article).blocks)
    known = told(article)
    assert known.byline == "Ida Brandt"


def test_a_long_answer_above_a_short_mail_is_the_text() -> None:
    answer = page(OUTLOOK, "<p>Shall we?</p><!--{}-->").replace(WORDS, "</p><p>".join(STORY * 2))
    article = mail(answer, "html", "Re: Herald: the ferry")
    assert "note" not in kinds(article).values()
