"""What is written of several sources is called by names that a reader knows, or refused with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import cli


def test_several_articles_are_not_put_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, other, file = (tmp_path / name for name in ("a.txt", "b.txt", "c.md"))
    for path in (article, other, file):
        path.write_text("Pumps hold\n\nAll night.\n", "utf-8")
    assert cli.main(["export", str(article), str(other), "-o", str(file)]) == 1
    advice = f"broadsheet: {file} is a file, and several articles need a folder: name one after -o\n"
    assert capsys.readouterr().err == advice
    assert file.read_text("utf-8") == "Pumps hold\n\nAll night.\n"


def test_messages_of_a_mailbox_are_called_by_their_subjects(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    box = tmp_path / "in.mbox"
    mail = "From a@example.org Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nSubject: {}\n\n{}\n\n"
    messages = (("Pumps hold", "All night they held."), ("Trams stop", "All day they stood."))
    box.write_text("".join(mail.format(*message) for message in messages), "utf-8")
    assert cli.main(["--plain", str(box)]) == 0
    assert [line for line in capfd.readouterr().out.splitlines() if line.startswith("==>")] == [
        f"==> Pumps hold ({box}) <==",
        f"==> Trams stop ({box}) <==",
    ]
