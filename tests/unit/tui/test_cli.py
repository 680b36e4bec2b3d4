"""The command line: data on standard output, one line an error on standard error, and an exit status."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotators.annotation import KINDS, Note
from annotators.cleaning import clean_text
from annotators.loaders import load
from annotators.pipeline import annotate_structure
from tui import cli
from tui.library import open_database
from tui.library.notebook import Notebook

ARTICLE = """\
Home
Sport
Weather

Harbour bridge to close for a year

By Nadia Ferrow

The old harbour bridge will close in May for repairs that the city has put off since the flood of 2011.

“We have waited too long,” Mayor Ilse Brandt told reporters on Monday.

Photo: Tom Hale / Northern Wire

Sign up for our newsletter
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, list[str]]:
    """Exit status, standard output and the lines of standard error."""
    try:
        status = cli.main([str(word) for word in words])
    except SystemExit as leaving:
        status = leaving.code
    found = capfd.readouterr()
    return status, found.out, found.err.splitlines()


def clean(path: Path) -> str:
    opened = load(str(path))
    return clean_text(opened, annotate_structure(opened))


def test_without_a_terminal_the_clean_article_is_printed(capfd, article):
    printed = clean(article).lstrip("\n").replace("\n\n\n", "\n\n")
    assert run(capfd, article) == (0, printed, [])
    assert run(capfd, article, "--plain") == (0, printed, [])


def test_the_clean_article_has_no_menu_in_it(article):
    assert "Weather" not in clean(article)
    assert "We have waited too long" in clean(article)


def test_the_lines_of_an_old_mac_are_lines(capfd, article, tmp_path):
    old = tmp_path / "old.txt"
    old.write_bytes(ARTICLE.replace("\n", "\r").encode())
    status, out, err = run(capfd, "export", old, "--format", "txt")
    assert (status, err) == (0, [])
    assert out.rstrip("\n").replace("\r", "\n").split() == clean(article).split()
    assert "Weather" not in out


def test_export_writes_the_clean_article_to_standard_output(capfd, article):
    assert run(capfd, "export", article, "--format", "txt") == (0, clean(article), [])


def test_keep_and_strip_change_what_is_left_out(capfd, article):
    assert "Tom Hale" in run(capfd, "export", "--format", "txt", "--keep", "credit", article)[1]
    assert "Tom Hale" in run(capfd, "export", article, "--format", "txt", "--keep", "caption,credit")[1]
    assert "Tom Hale" not in run(capfd, "export", article, "--format", "txt")[1]
    assert "Nadia" not in run(capfd, "export", article, "--format", "txt", "--strip", "byline")[1]


def test_keep_and_strip_hold_for_plain_reading_and_leave_files_be(capfd, article):
    assert "Tom Hale" in run(capfd, "--plain", "--keep", "credit", article)[1]
    assert "Nadia" not in run(capfd, article, "--strip", "byline", "--plain")[1]
    assert run(capfd, "--keep", "captoin", article)[0] == 2


def test_the_command_line_overrides_the_kinds_in_the_settings(capfd, article, home):
    (home / "broadsheet").mkdir()
    (home / "broadsheet" / "config.toml").write_text('keep = ["credit"]\n')
    assert "Tom Hale" in run(capfd, "export", "--format", "txt", article)[1]
    assert "Tom Hale" in run(capfd, "--plain", article)[1]
    assert "Tom Hale" not in run(capfd, "--plain", article, "--strip", "credit")[1]


def test_plain_reading_says_layers_in_words(capfd, article):
    status, out, err = run(capfd, "--plain", "--say", "structure,quotes", article)
    assert (status, err) == (0, [])
    assert "Headline: Harbour bridge to close for a year" in out
    assert "Quote, Ilse Brandt: “We have waited too long,”" in out
    assert "stripped: nav" in out
    assert out == run(capfd, "--say", "quotes", "structure", article)[1]
    assert "did you mean 'quotes'?" in run(capfd, "--say", "quots", article)[2][-1]


def test_quotes_and_pages_name_the_speakers_that_everything_else_names(capfd, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE.replace("Photo:", "The mayor’s critics had left. “It is late,” Brandt said.\n\nPhoto:"))
    said = json.loads(run(capfd, "annotate", path)[1])["statements"]
    assert len(said) == 2
    everything, quotes = (run(capfd, "--say", layers, path)[1] for layers in ("all", "quotes"))
    lines = [line for line in everything.splitlines() if line.startswith("Quote, ")]
    assert [line for line in quotes.splitlines() if line.startswith("Quote, ")] == lines
    assert [line.partition(":")[0] for line in lines] == ["Quote, Ilse Brandt"] * 2
    page = run(capfd, "export", "--format", "html", path)[1]
    assert page.count("Ilse Brandt") > run(capfd, "export", "--format", "html", "--no-entities", path)[1].count(
        "Ilse Brandt"
    )


def test_notes_are_said_where_they_are_asked_for(capfd, article, home):
    database = open_database(home / "broadsheet" / "library.sqlite")
    start = ARTICLE.index("since the flood")
    note = Note(start=start, end=start + 15, id="n1", text="look this up", created=1.0)
    Notebook(database).keep_note(load(str(article)), note)
    database.close()
    assert "Your note on “since the flood”: look this up" in run(capfd, "--say", "notes", "--", article)[1]
    assert "look this up" not in run(capfd, "--say", "quotes", "--", article)[1]
    assert run(capfd, "--say", "notes", "--no-corrections", article)[1].count("look this up") == 1


def test_annotate_prints_one_object_for_one_article_and_an_array_for_several(capfd, article, tmp_path):
    status, out, _ = run(capfd, "annotate", "--no-entities", article)
    document = json.loads(out)
    assert (status, document["format"], document["text"]) == (0, "broadsheet/1", ARTICLE)
    assert document["marks"]
    (tmp_path / "second.txt").write_text(ARTICLE)
    status, out, _ = run(capfd, "annotate", "--no-entities", tmp_path)
    assert [Path(one["source"]["path"]).name for one in json.loads(out)] == ["bridge.txt", "second.txt"]


def test_annotate_prints_a_line_an_article_as_jsonl(capfd, article):
    status, out, _ = run(capfd, "annotate", "--no-entities", "--format", "jsonl", article, article)
    assert status == 0
    assert [json.loads(line)["text"] for line in out.splitlines()] == [ARTICLE, ARTICLE]


def test_which_language_few_names_are_told_of_is_said_once(capfd, tmp_path):
    german = "Der Rat hat am Montag nicht über die neue Brücke gesprochen, die der Stadt zu teuer ist."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(german, encoding="utf-8")
    code, printed, said = run(capfd, "annotate", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "jsonl")
    why = (
        "this article reads as German: only names that are near certain are shown, "
        "since names are found best in English"
    )
    assert (code, said) == (0, [f"broadsheet: {tmp_path / 'a.txt'}: {why}"])
    assert [json.loads(line)["layers"]["unavailable"] for line in printed.splitlines()] == [{"entities": why}] * 2


def test_one_failed_source_does_not_stop_the_rest(capfd, article):
    status, out, err = run(capfd, "export", "gone.txt", article, "--format", "txt")
    assert (status, out) == (1, f"==> {article} <==\n{clean(article)}")
    assert err == ["broadsheet: gone.txt does not exist; check the path"]


def test_several_articles_in_one_text_stand_below_their_names_as_head_writes_them(capfd, article, tmp_path):
    evil = tmp_path / "a\nb.txt"
    evil.write_text(ARTICLE)
    for asked in (("--plain",), ("export", "--format", "txt")):
        lines = run(capfd, *asked, article, evil)[1].splitlines()
        assert lines[0] == f"==> {article} <=="
        second = lines.index(f"==> {tmp_path}/a b.txt <==")
        assert lines[second - 1] == ""
        assert "==>" not in run(capfd, *asked, article)[1]


def test_several_articles_in_one_markdown_have_a_rule_between_them(capfd, article):
    status, out, _ = run(capfd, "export", article, article)
    assert status == 0
    one, other = out.split("\n\n---\n\n")
    assert one.strip() == other.strip() == run(capfd, "export", article)[1].strip()


def test_a_table_of_several_articles_has_one_head_and_the_sum_of_layers_is_counted(capfd, article):
    status, out, _ = run(capfd, "annotate", "--no-entities", "--format", "csv", article, article)
    lines = out.splitlines()
    assert (status, lines[0]) == (0, "source,layer,label,start,end,text,who,score,note")
    assert len(lines) % 2 == 1
    assert lines[1 : 1 + len(lines) // 2] == lines[1 + len(lines) // 2 :]
    status, out, _ = run(capfd, "layers", "--no-entities", article)
    counted = {tuple(line.split("\t")[1:3]): int(line.split("\t")[3]) for line in out.splitlines()}
    assert status == 0
    assert sum(counted.values()) == len(lines) // 2
    assert counted["structure", "headline"] == 1


def test_footnotes_call_whoever_speaks_by_name_unless_names_are_left_out(capfd, tmp_path):
    article = tmp_path / "a.txt"
    text = "Maria Jensen runs the harbour of Norwick. The gates were old.\n\n“We will not wait,” she said on Friday.\n"
    article.write_text(text, encoding="utf-8")
    assert "[^1]: Maria Jensen, quoted" in run(capfd, "export", "--format", "footnotes", article)[1]
    assert "[^1]: she, quoted" in run(capfd, "export", "--format", "footnotes", "--no-entities", article)[1]


def test_the_manual_page_has_every_command_and_option(capfd):
    status, out, _ = run(capfd, "man")
    assert status == 0
    assert out.startswith(".TH BROADSHEET 1")
    for words in ("annotate", "export", "\\-\\-keep", "\\-\\-no\\-corrections", "NO_COLOR", "next_annotation"):
        assert words in out
    assert not [line for line in out.splitlines() if line.startswith("'")]


def test_several_that_all_fail_still_make_a_valid_array(capfd):
    status, out, err = run(capfd, "annotate", "gone.txt", "lost.txt")
    assert (status, json.loads(out), len(err)) == (1, [], 2)


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", bytes(range(256)) * 4])
def test_bad_input_is_one_line_and_status_1(capfd, tmp_path, data):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    status, out, err = run(capfd, path)
    assert (status, out, len(err)) == (1, "", 1)
    assert str(path) in err[0]


def test_a_file_name_cannot_send_control_characters_to_the_terminal(capfd):
    _, _, err = run(capfd, "a\x1b]0;owned\x07\n\u202eb.txt")
    assert len(err) == 1
    assert not any(char in err[0] for char in "\x1b\x07\u202e")


@pytest.mark.parametrize(
    "words",
    [
        ["annotate"],
        ["export"],
        ["annotate", "a.txt", "--format", "pdf"],
        ["export", "a.txt", "--keep", "captoin"],
        ["--nonsense"],
        ["keys", "now"],
    ],
)
def test_wrong_usage_is_status_2(capfd, words):
    status, out, err = run(capfd, *words)
    assert (status, out) == (2, "")
    assert err[-1].startswith("broadsheet")


def test_a_misspelt_kind_is_answered_with_the_nearest(capfd):
    assert "did you mean 'caption'?" in run(capfd, "export", "a.txt", "--keep", "captoin")[2][-1]


def test_output_goes_to_a_file_and_never_over_another_unasked(capfd, article, tmp_path):
    target = tmp_path / "out.md"
    assert run(capfd, "export", article, "-o", target) == (0, "", [f"broadsheet: wrote {target}"])
    written = target.read_text(encoding="utf-8")
    assert "# Harbour bridge to close for a year" in written
    target.write_text("mine")
    status, _, err = run(capfd, "export", article, "-o", target)
    assert (status, target.read_text()) == (1, "mine")
    assert "exists already" in err[0]
    assert run(capfd, "export", article, "-o", target, "--force")[0] == 0
    assert target.read_text(encoding="utf-8") == written


def test_a_dash_as_the_output_is_standard_output(capfd, article, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    there = {path.name for path in tmp_path.iterdir()}
    assert run(capfd, "export", article, article, "-o", "-") == run(capfd, "export", article, article)
    assert {path.name for path in tmp_path.iterdir()} == there


def test_several_articles_go_to_a_folder_under_names_of_their_own(capfd, article, tmp_path):
    other = tmp_path / "elsewhere" / "bridge.txt"
    other.parent.mkdir()
    other.write_text(ARTICLE)
    folder = tmp_path / "out"
    assert run(capfd, "export", article, other, "-o", folder, "--format", "html")[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["bridge-2.html", "bridge.html"]


def test_an_article_from_a_pipe(capfd, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    status, out, _ = run(capfd, "annotate", "--no-entities", "-")
    assert (status, json.loads(out)["source"]["path"]) == (0, "-")


def test_a_model_that_was_asked_for_has_to_be_there(capfd, article):
    status, out, err = run(capfd, "annotate", article, "--model", "no_such_model")
    assert (status, out, len(err)) == (1, "", 1)
    assert "no_such_model" in err[0]


@pytest.mark.parametrize(
    "words",
    [
        ("--plain", "ARTICLE"),
        ("--say=quotes", "ARTICLE"),
        ("export", "ARTICLE"),
        ("annotate", "--no-entities", "ARTICLE"),
        ("compare", "ARTICLE", "ARTICLE"),
    ],
)
def test_a_model_that_is_not_there_is_one_error_everywhere(capfd, article, words):
    words = [article if word == "ARTICLE" else word for word in words]
    asked = [*words[:1], "--model", "no_such_model", *words[1:]]
    status, out, err = run(capfd, *asked)
    assert (status, out, len(err)) == (1, "", 1)
    assert "there is no model no_such_model" in err[0]


def test_printed_text_has_no_runs_of_blank_lines(capfd, tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("\n\n\nOne sentence stands here.\n\n\n\nAnother one stands there.\n")
    assert run(capfd, "--plain", page)[1] == "One sentence stands here.\n\nAnother one stands there.\n"
    assert run(capfd, "export", "--format", "txt", page)[1].startswith("\n\n\nOne")


def test_a_folder_is_no_article_to_compare(capfd, article, tmp_path):
    status, out, err = run(capfd, "compare", article, tmp_path)
    assert (status, out, len(err)) == (1, "", 1)
    assert f"compare takes two articles; {tmp_path} is a folder" in err[0]


def test_an_error_that_nobody_foresaw_is_one_line_and_the_rest_goes_on(capfd, article, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("odd\nerror")

    monkeypatch.setattr("tui.command_line.batch.annotate_structure", fail)
    monkeypatch.delenv("BROADSHEET_DEBUG", raising=False)
    status, _, err = run(capfd, "export", article, article)
    assert (status, len(err)) == (1, 2)
    assert "something went wrong" in err[0]


def test_version_help_keys_and_paths_are_printed(capfd, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run(capfd, "--version")[1].startswith("broadsheet ")
    assert "annotate" in run(capfd, "--help")[1]
    assert "next_annotation" in run(capfd, "keys")[1]
    assert str(tmp_path) in run(capfd, "paths")[1]


def test_a_broken_setting_is_named_by_keys(capfd, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "broadsheet").mkdir()
    (tmp_path / "broadsheet" / "config.toml").write_text('[keys]\nlin_down = "n"\n')
    status, _, err = run(capfd, "keys")
    assert (status, len(err)) == (1, 1)
    assert "did you mean line_down?" in err[0]


def test_a_reader_that_stops_early_is_no_error(article):
    program = [sys.executable, "-m", "tui", "annotate", "--no-entities", *[str(article)] * 200, "--format", "jsonl"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line(article):
    with Path("/dev/full").open("wb") as full:
        program = [sys.executable, "-m", "tui", "export", str(article), str(article)]
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "standard output cannot be written (No space left on device)" in done.stderr


def test_an_article_of_which_nothing_is_kept_is_reported(capfd, tmp_path):
    path = tmp_path / "menu.txt"
    path.write_text("Home\nSport\n")
    status, out, err = run(capfd, "export", path, "--format", "txt", "--strip", *KINDS)
    assert (status, out.strip(), len(err)) == (0, "", 1)
    assert "nothing in it was taken for the article" in err[0]


def test_an_article_of_which_most_sentences_are_left_out_is_reported(capfd, tmp_path):
    path = tmp_path / "article.txt"
    story = "The council met on Monday and voted for the new bridge over the river."
    path.write_text(
        "\n\n".join(["Council votes for bridge", story, story.replace("Monday", "Tuesday"), story[:-1] + " again."])
    )
    status, _, err = run(capfd, "export", path, "--format", "txt", "--strip", "body", "deck")
    assert (status, len(err)) == (0, 1)
    assert "most of its sentences were not taken for the article; --keep body keeps more" in err[0]
    assert run(capfd, "export", path, "--format", "txt")[2] == []
    assert run(capfd, "export", path, "--format", "json", "--no-entities")[2] == []


def test_a_closed_standard_output_is_no_traceback(article):
    command = f'"{sys.executable}" -m tui export --format txt "{article}" >&-'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("word", "told"),
    [("keyz", "did you mean broadsheet keys?"), ("docter", "did you mean broadsheet doctor?"), ("article.txt", "")],
)
def test_a_word_that_is_nearly_a_command_and_no_file_is_answered_with_the_command(
    capfd, tmp_path, monkeypatch, word, told
):
    monkeypatch.chdir(tmp_path)
    status, _, err = run(capfd, word)
    assert status == 1
    assert err == [f"broadsheet: {word} does not exist; check the path", *([f"broadsheet: {told}"] if told else [])]


def test_options_that_only_a_command_has_suggest_that_command(capfd, article):
    status, _, err = run(capfd, "exprt", article, "--format", "md")
    assert status == 2
    assert err[-2:] == [
        "broadsheet: error: unrecognized arguments: --format md",
        "broadsheet: did you mean broadsheet export?",
    ]
    assert not any("did you mean" in line for line in run(capfd, "--model")[2])  # an option without its value


def test_using_a_sample_in_place_of_a_source_is_reported(capfd, monkeypatch):
    monkeypatch.setattr("tui.reading._is_piped_in", lambda: False)
    status, out, err = run(capfd, "--plain")
    assert status == 0
    assert out.startswith("Ferry strike")
    assert err == [
        "broadsheet: no article was given, and this is a sample; broadsheet SOURCE reads one, --help says more"
    ]


def test_a_file_address_is_compared_and_exported_as_its_file(capfd, article):
    assert run(capfd, "export", "--format", "txt", article.as_uri())[1] == clean(article)
    status, out, _ = run(capfd, "compare", "--no-entities", article.as_uri(), article)
    assert status == 0
    assert out


def test_the_footnotes_of_several_articles_in_one_stream_are_told_apart(capfd, article, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("# Ferry\n\n“We waited all night,” Tom Vale told reporters on Sunday.[^1]\n\n[^1]: On the quay.\n")
    out = run(capfd, "export", "--format", "footnotes", "--no-entities", article, other)[1]
    labels = re.findall(r"^\[\^(.+?)\]: (\S+ \S+)", out, re.M)
    assert labels == [("1-1", "Mayor Ilse"), ("2-1", "On the"), ("2-2", "Tom Vale,")]
    assert all(out.count(f"[^{label}]") == 2 for label, _ in labels)
    alone = run(capfd, "export", "--format", "footnotes", "--no-entities", other)[1]
    assert alone.count("[^1]") == alone.count("[^2]") == 2
