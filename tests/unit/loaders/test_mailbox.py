"""A mailbox is its messages, each an article under a name that stays."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from annotators.loaders import LoadError, expand, load
from annotators.loaders.mailbox import member_of, messages_in

SENT = "From ann@paper.example Mon Mar  2 09:00:00 2026\n"


def message(subject: str, body: str, more: str = "") -> str:
    head = f"From: Ann <ann@paper.example>\nSubject: {subject}\nMessage-ID: <{subject}@paper.example>\n{more}"
    return f"{SENT}{head}\n{body}\n\n"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "inbox.mbox"
    words = ("The ferry is late again.", "The bridge is shut.\n\n>From where I stand it looks shut.", "Nothing else.")
    path.write_text("".join(message(f"n{number}", body) for number, body in enumerate(words)), encoding="utf-8")
    return path


def test_each_message_is_an_article_of_its_own(box: Path) -> None:
    articles = [load(source) for source in expand([str(box)])]
    assert [article.metadata.title for article in articles] == ["n0", "n1", "n2"]
    assert articles[1].text.strip() == "The bridge is shut.\n\nFrom where I stand it looks shut."
    assert not any(article.notices for article in articles)
    assert [article.source.location for article in articles] == messages_in(str(box))


def test_a_message_keeps_its_id_when_another_is_deleted_or_its_status_changes(box: Path) -> None:
    second = list(expand([str(box)]))[1]
    text = box.read_text(encoding="utf-8")
    read = message("n1", "The bridge is shut.\n\n>From where I stand it looks shut.", "Status: RO\nX-Status: A\n")
    box.write_text(message("new", "Something new.") + read + text[text.rindex(SENT) :], encoding="utf-8")
    os.utime(box, ns=(1, 1))
    assert list(expand([str(box)]))[1] == second
    assert load(second).metadata.title == "n1"


def test_a_message_keeps_its_name_with_the_line_breaks_of_windows(box: Path) -> None:
    names = list(expand([str(box)]))
    head, _, _ = box.read_text(encoding="utf-8").rpartition(SENT)
    box.write_text(head.rstrip("\n") + "\n", encoding="utf-8", newline="\r\n")
    os.utime(box, ns=(3, 3))
    assert list(expand([str(box)])) == names[:2]


def test_a_missing_message_is_reported(box: Path) -> None:
    first = next(iter(expand([str(box)])))
    box.write_text(message("new", "Something new.") * 2, encoding="utf-8")
    os.utime(box, ns=(2, 2))
    with pytest.raises(LoadError, match="no longer has this message"):
        load(first)
    box.unlink()
    with pytest.raises(LoadError, match="does not exist"):
        load(first)


def test_in_a_folder_a_mailbox_is_its_messages(box: Path) -> None:
    (box.parent / "note.txt").write_text("A note.", encoding="utf-8")
    assert [load(source).text.strip()[:9] for source in expand([str(box.parent)])] == [
        "The ferry", "The bridg", "Nothing e", "A note.",
    ]  # fmt: skip


def test_a_file_of_one_message_and_a_text_that_begins_like_a_mailbox_stay_one(tmp_path: Path) -> None:
    one, text = tmp_path / "one.mbox", tmp_path / "letter"
    one.write_text(
        message("n0", f"Quoted:\n{SENT}Subject: no message, since no blank line is before it"), encoding="utf-8"
    )
    text.write_text("From here on 2026 was a good year.\n\nFrom there on 2027 was not.\n", encoding="utf-8")
    assert list(expand([str(one), str(text)])) == [str(one), str(text)]
    assert load(str(text)).text.startswith("From here")


def test_a_file_named_like_a_message_is_that_file(box: Path) -> None:
    name = next(iter(expand([str(box)])))
    assert member_of(name) is not None
    Path(name).write_text("A file of that name.", encoding="utf-8")
    assert member_of(name) is None
    assert load(name).text == "A file of that name."


def test_nothing_is_read_from_a_pipe_to_see_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mbox"
    os.mkfifo(pipe)
    assert list(expand([str(pipe), "-", "https://a.example/x.mbox"])) == [str(pipe), "-", "https://a.example/x.mbox"]


@pytest.mark.parametrize("noise", ["From ", "From a 2026\n", "From " + "1" * 300_000 + "\n\n", "\n\nFrom x 2026\nA:\n"])
def test_a_hostile_mailbox_takes_linear_time(noise: str, tmp_path: Path) -> None:
    path = tmp_path / "noise.mbox"
    path.write_text("From " + noise * (600_000 // len(noise)), encoding="utf-8")
    begun = time.process_time()
    messages_in(str(path))
    assert time.process_time() - begun < 3
