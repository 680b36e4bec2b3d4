"""Mail and saved pages open as the page or the text in them, however damaged."""

import base64
import io
import random
from email.header import decode_header
from email.message import EmailMessage, Message

import pytest

from annotators.article import Article
from annotators.loaders import LoadError, load
from annotators.loaders.mail import headers as mail_headers
from annotators.loaders.mail import load_mail
from annotators.loaders.mail import parts as mail_parts
from annotators.loaders.mail.headers import AS_WRITTEN, header, is_saved_page, parts_of
from annotators.loaders.mail.parts import how_sealed
from annotators.loaders.mail.quoting import without_quoting
from annotators.loaders.mailbox import first_message
from annotators.loaders.media_type import media_type_of, sniff
from tests.growth import calls, growth

PAGE = "<html><body><h1>Ferry strike – week two</h1><p>The talks with Zoë go on.</p></body></html>"
PLAIN = "Ferry strike, in plain words.\n\nThe talks go on.\n"
HEADERS = b"From: a@b.example\r\nMIME-Version: 1.0\r\n"
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/ferry\r\n"
    b"Subject: =?utf-8?Q?Ferry=20strike=20=E2=80=93=20The=20Post?=\r\nDate: Mon, 2 Mar 2026 10:00:00 -0000\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n'
    b"----b--\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/ferry\r\n\r\n"
    b'<html><head><meta charset=3D"UTF-8"></head><body><p>The strike =E2=80=93 it goes =\r\non.</p></body></html>\r\n'
    b"----b--\r\nContent-Type: text/html\r\nContent-Location: cid:frame-2@blink\r\n\r\n<p>An advert in a frame</p>\r\n"
    b"----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n----b----\r\n"
)


def newsletter(plain: str = PLAIN, page: str | None = PAGE) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Morning Wire <news@wire.example>"
    message["To"] = "me@home.example"
    message["Subject"] = "Ferry strike – week two"
    message["Date"] = "Mon, 02 Mar 2026 08:00:00 +0100"
    message.set_content(plain)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message


def opened(message: EmailMessage | bytes) -> Article:
    return load_mail(message if isinstance(message, bytes) else message.as_bytes(), "a.eml")


def texts(message: EmailMessage | bytes) -> list[str]:
    article = opened(message)
    return [article.text_of(block) for block in article.blocks]


def test_the_page_of_a_newsletter_is_read_and_not_its_plain_version():
    assert texts(newsletter()) == ["Ferry strike – week two", "The talks with Zoë go on."]


def test_headers_complete_the_metadata_of_the_page():
    metadata = opened(newsletter()).metadata
    assert (metadata.title, metadata.byline) == ("Ferry strike – week two", "The Morning Wire")
    assert metadata.published == "2026-03-02T08:00:00+01:00"
    page = PAGE.replace("<html>", '<html><meta name="author" content="Ana Ruiz"><title>The Wire</title>')
    metadata = opened(newsletter(page=page)).metadata
    assert (metadata.title, metadata.byline) == ("Ferry strike – week two", "Ana Ruiz")


FORWARDED = """\
Read this.

---------- Forwarded message ---------
> Council to close three pools
>
> By Rob Hale
>
> Three swimming pools will close in June to save money, the
> council said on Monday.
>
> Swimmers plan a protest.
"""


def test_forwarded_text_loses_its_quotation_marks():
    blocks = texts(newsletter(FORWARDED, page=None))
    assert blocks[:4] == [
        "Read this.",
        "---------- Forwarded message ---------",
        "Council to close three pools",
        "By Rob Hale",
    ]
    assert blocks[-1] == "Swimmers plan a protest."
    twice = "\n".join(f"> {line}" for line in FORWARDED.split("\n")[3:])
    assert "Swimmers plan a protest." in texts(newsletter(twice, page=None))


def test_quoted_text_in_a_reply_keeps_its_marks():
    reply = "> Is it true?\n> They say so.\n\nIt is.\n\n> And the pools?\n> All three?\n> When?\n\nIn June.\n\nAll.\n"
    assert [line for line in texts(newsletter(reply, page=None)) if line.startswith(">")]


def test_a_page_without_a_word_leaves_the_plain_version():
    assert texts(newsletter(page="<img src='all.png'>")) == ["Ferry strike, in plain words.", "The talks go on."]


def test_the_order_of_the_versions_does_not_matter():
    message = EmailMessage()
    message.set_content(PAGE, subtype="html")
    message.add_alternative(PLAIN)
    assert texts(message) == ["Ferry strike – week two", "The talks with Zoë go on."]


def test_attachments_are_left_alone_as_long_as_there_is_anything_else():
    message = newsletter(page=None)
    message.add_attachment("An attached text\n", filename="a.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert texts(message) == ["Ferry strike, in plain words.", "The talks go on."]
    alone = EmailMessage()
    alone.add_attachment("<p>The page that was attached</p>", subtype="html", filename="a.html")
    assert texts(alone) == ["The page that was attached"]


def test_the_pictures_of_a_page_do_not_hide_it():
    message = newsletter()
    message.get_payload()[1].add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a>")
    assert texts(message)[0] == "Ferry strike – week two"


def test_a_forwarded_message_follows_the_comment_on_it():
    outer = EmailMessage()
    outer["Subject"] = "Fwd: Look at this"
    outer.set_content("You will like it.\n")
    outer.add_attachment(newsletter())
    article = opened(outer)
    assert [article.text_of(one) for one in article.blocks] == [
        "You will like it.",
        "Ferry strike – week two",
        "The talks with Zoë go on.",
    ]
    assert article.metadata.title == "Look at this"
    only = EmailMessage()
    only["Subject"] = "Fwd: Look at this"
    only.add_attachment(newsletter())
    assert opened(only).metadata.title == "Ferry strike – week two"


def test_a_page_that_a_browser_has_saved_is_read_without_its_frames_and_pictures():
    article = opened(SAVED)
    assert article.text == "The strike – it goes on."
    assert article.source.media_type == "multipart/related"
    metadata = article.metadata
    assert (metadata.title, metadata.url) == ("Ferry strike – The Post", "https://post.example/ferry")
    assert (metadata.published, metadata.byline) == (None, None)


@pytest.mark.parametrize("charset", ["iso-8859-15", "windows-1252", "utf-8", "koi8-r"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_text_is_read_in_the_character_set_and_coding_it_says(charset, coding):
    words = "Тирана" if charset == "koi8-r" else "Zoë’s café".replace("’", "'")
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_content(words + "\n", charset=charset, cte=coding)
    assert texts(message) == [words]


def test_a_character_set_that_nobody_knows_is_no_reason_to_give_up():
    assert texts(HEADERS + b'Content-Type: text/plain; charset="x-made-up"\r\n\r\nZo\xc3\xab.\r\n') == ["Zoë."]
    assert texts(HEADERS + b'Content-Type: text/plain; charset="a\0b"\r\n\r\nZo\xc3\xab.\r\n') == ["Zoë."]


def test_malformed_headers_are_decoded_as_far_as_possible():
    body = b"\r\n\r\nText.\r\n"
    assert opened(b"Subject: Zo\xeb\r\nMIME-Version: 1.0" + body).metadata.title == "Zoë"
    assert opened(b"Subject: Zo\xc3\xab\r\nMIME-Version: 1.0" + body).metadata.title == "Zoë"
    assert opened(b"Subject: =?x-none?Q?Zo=C3=AB?=\r\nMIME-Version: 1.0" + body).metadata.title == "Zoë"
    assert opened(b"Subject: =?utf-8?B?a?= x\r\nMIME-Version: 1.0" + body).metadata.title
    assert opened(b"Date: once upon a time\r\nMIME-Version: 1.0" + body).metadata.published == "once upon a time"


def test_format_flowed_lines_are_joined():
    body = b"The talks \r\ngo on \r\ntoday.\r\n\r\n> a quote \r\n> in lines\r\nAn answer.\r\n"
    kind = b"Content-Type: text/plain; format=flowed\r\n\r\n"
    assert opened(HEADERS + kind + body).text == "The talks go on today.\n\n> a quote in lines\nAn answer.\n"
    assert opened(HEADERS + b"\r\n" + body).text.startswith("The talks \ngo on \n")


def test_parts_without_end_boundary_or_name_are_found():
    cut = newsletter().as_bytes()
    cut = cut[: cut.rindex(b"</h1>") + 5]
    assert texts(cut) == ["Ferry strike – week two"]
    lost = (
        HEADERS
        + b"Content-Type: multipart/mixed\r\n\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>Found</p>\r\n--b1--\r\n"
    )
    assert texts(lost) == ["Found"]


@pytest.mark.parametrize("damage", [lambda data: data[:-7], lambda data: data[:40] + b"!" + data[40:-3]])
def test_damaged_base64_is_decoded_as_far_as_possible(damage):
    packed = base64.encodebytes(PLAIN.encode() * 3)
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: BASE64\r\n\r\n"
    assert PLAIN[:20] in opened(HEADERS + head + damage(packed)).text


def test_text_that_only_claims_to_be_encoded_is_read_as_it_is():
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    assert opened(HEADERS + head + b"The ferries stay in port.\r\n").text.strip() == "The ferries stay in port."


def test_text_outside_all_parts_is_shown_with_a_notice():
    article = opened(HEADERS + b"Content-Type: multipart/mixed; boundary=x\r\n\r\nNo part begins here.\r\n")
    assert article.text.strip() == "No part begins here."
    assert "damaged" in article.notices[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (HEADERS + b"Content-Type: application/pkcs7-mime\r\n\r\nAAAA\r\n", "is encrypted"),
        (
            HEADERS + b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nAAAA\r\n",
            "is packed into its signature",
        ),
        (
            HEADERS + b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n",
            "no text in it",
        ),
    ],
)
def test_a_message_without_text_is_refused_in_one_line(data, message):
    with pytest.raises(LoadError, match=message) as caught:
        opened(data)
    assert caught.value.what_to_do
    assert "\n" not in str(caught.value)


def test_a_mailbox_shows_its_first_message_and_says_that_there_are_more():
    one = newsletter(page=None).as_bytes()
    box = b"From a@b Mon Mar  2 08:00:00 2026\n" + one + b"\nFrom c@d Tue Mar  3 08:00:00 2026\n" + one
    article = opened(box)
    assert article.metadata.title == "Ferry strike – week two"
    assert "2 messages" in article.notices[0]


def test_mail_and_saved_pages_are_known_by_name_and_by_their_first_lines(tmp_path):
    assert media_type_of("a.EML") == "message/rfc822"
    assert media_type_of("a.mht") == media_type_of("a.mhtml") == "multipart/related"
    assert sniff(SAVED) == sniff(newsletter().as_bytes()) == "message/rfc822"
    assert load("-", stdin=io.BytesIO(SAVED)).text == "The strike – it goes on."
    path = tmp_path / "page.mht"
    path.write_bytes(SAVED)
    assert load(str(path)).text == "The strike – it goes on."


@pytest.mark.parametrize(
    "text",
    [
        "From: the editor\nSubject: floods\nDate: 3 March\n\nAn article that begins like a letter.\n",
        "Home:\nNews:\n\nReceived: with thanks\n",
        "Note: a line\nThe message-id: is no header here\n",
    ],
)
def test_a_text_that_only_looks_like_mail_stays_a_text(text):
    assert sniff(text.encode()) == "text/plain"


def test_a_file_that_is_only_named_eml_is_read_by_its_content():
    assert texts(b"<html><body><p>A page</p></body></html>") == ["A page"]
    assert texts(b"Just a line.\n") == ["Just a line."]


def test_no_damage_makes_it_fail_or_show_nothing():
    whole = [newsletter().as_bytes(), SAVED]
    generator = random.Random(11)
    for number in range(1500):
        data = bytearray(whole[number % 2])
        for _ in range(generator.randint(1, 6)):
            at = generator.randrange(len(data))
            match generator.randrange(3):
                case 0:
                    data[at] = generator.randrange(256)
                case 1:
                    del data[at : at + generator.randint(1, 40)]
                case _:
                    data[at:at] = generator.choice([b'"', b"\0", b"=?", b"*0*=", b"\n", b";", b"''", b"--"])
        assert opened(bytes(data)).text.strip()


def test_endlessly_nested_messages_do_no_harm():
    deep = b"Content-Type: message/rfc822\n\n" * 3000 + b"Subject: x\n\nThe text inside.\n"
    assert "The text inside." in opened(deep).text


SENT = b"From a@b Mon Mar  2 08:00:00 2026\n"


def test_a_mailbox_is_counted_by_lines_with_a_year():
    one = newsletter(page=None).as_bytes()
    box = SENT + one + b"\nFrom here on, it rained.\nHear: this\n"
    assert not any("messages" in notice for notice in opened(box).notices)


@pytest.mark.parametrize("break_", [b"\n", b"\r\n"])
def test_only_the_first_message_of_a_mailbox_in_a_pipe_is_read(break_):
    first = b"Subject: One\n\nIt rained.\nFrom here 2026 on it was dry.\n\n>From here, too.\n\n"
    box = SENT + first + SENT + b"Subject: Two\n\nIt snowed.\n"
    read = opened(box.replace(b"\n", break_))
    assert read.text.split() == "It rained. From here 2026 on it was dry. From here, too.".split()
    assert read.notices == ("2 messages are in this file; the first is shown",)


def test_a_mailbox_of_one_message_is_read_as_it_was_sent():
    assert opened(SENT + b"Subject: One\n\nIt rained.\n\n>From here on.\n").text.split()[-3:] == ["From", "here", "on."]


def test_a_long_line_of_digits_in_a_mailbox_takes_linear_time():
    assert growth(lambda size: first_message(b"From x " + b"1" * size), 4000) < 8


def test_only_the_start_of_a_very_long_subject_is_decoded(monkeypatch):
    taken = []

    def counted(written):
        taken.append(len(written))
        return decode_header(written)

    monkeypatch.setattr(mail_headers, "decode_header", counted)

    def words(number: int) -> EmailMessage:
        message = Message(policy=AS_WRITTEN)
        message["Subject"] = "=?utf-8?Q?f=C3=A9rry?= " * number
        return message

    assert header(words(3000), "Subject") == ("férry" * 100)[:500]
    header(words(12_000), "Subject")
    assert taken[0] == taken[1]


def test_a_long_subject_of_letters_that_take_four_bytes_is_read_to_its_length():
    message = Message(policy=AS_WRITTEN)
    message["Subject"] = "\n ".join(["=?utf-8?Q?" + "=F0=9F=98=80" * 5 + "?="] * 110)
    assert header(message, "Subject") == "😀" * 500


@pytest.mark.parametrize("delsp", ["yes", "no"])
def test_a_flowed_paragraph_of_many_lines_is_copied_once(delsp, monkeypatch):
    copied = 0

    class Counted(str):
        def __add__(self, other):
            nonlocal copied
            copied += len(self) + len(other)
            return Counted(str(self) + other)

        def __radd__(self, other):
            nonlocal copied
            copied += len(self) + len(other)
            return Counted(other + str(self))

        def __getitem__(self, place):
            nonlocal copied
            piece = Counted(super().__getitem__(place))
            copied += len(piece)
            return piece

        def removeprefix(self, prefix):
            return Counted(super().removeprefix(prefix))

    class Breaks:
        def split(self, text):
            return [Counted(line) for line in text.split("\n")]

    monkeypatch.setattr(mail_parts, "_BREAK", Breaks())
    part = Message(policy=AS_WRITTEN)
    part["Content-Type"] = f"text/plain; format=flowed; delsp={delsp}"

    def cost(lines: int) -> int:
        nonlocal copied
        copied = 0
        assert mail_parts._plain(part, "ferry \n" * lines).count("ferry") == lines
        return copied

    assert cost(800) <= 4 * cost(200)


def test_a_flowed_quotation_is_put_together_line_by_line():
    head = HEADERS + b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
    body = b"> The fer \r\n> ry sails \r\n> \r\nNot here.\r\n-- \r\nAna\r\n"
    assert opened(head + body).text.split("\n")[0] == "> The ferry sails"


def test_brackets_in_brackets_in_the_sender_leave_the_message():
    data = b"From: " + b"(" * 500 + b"\r\nSubject: Floods\r\n\r\nThe river rose.\r\n"
    article = opened(data)
    assert (article.text.strip(), article.metadata.title, article.metadata.byline) == (
        "The river rose.",
        "Floods",
        None,
    )


def test_nested_parts_are_read_at_any_depth():
    message = leaf = Message(policy=AS_WRITTEN)
    for _ in range(3000):
        inner = Message(policy=AS_WRITTEN)
        leaf["Content-Type"] = "multipart/mixed"
        leaf.set_payload([inner])
        leaf = inner
    leaf["Content-Location"] = "https://post.example/ferry"
    assert sum(1 for _ in parts_of(message)) == 3001
    assert is_saved_page(message)
    assert not how_sealed(message)


def test_only_an_answer_loses_the_start_of_its_subject():
    for written, title in (("Re: AW: Floods", "Floods"), ("Software: what comes next", "Software: what comes next")):
        data = b"Subject: " + written.encode() + b"\r\nFrom: a@b.example\r\n\r\nThe river rose.\r\n"
        assert opened(data).metadata.title == title


def test_marks_of_many_levels_take_time_in_proportion():
    assert calls(lambda: without_quoting([">" * 4000 + " deep"] * 6)) < 2000
