"""`broadsheet eval` on the command line: annotations compared with marked documents."""

import json

import pytest

from tests.unit.tui.test_cli import ARTICLE, run


def test_annotations_are_compared_with_a_marked_document(capfd, tmp_path):
    article, marked = tmp_path / "bridge.txt", tmp_path / "marked.json"
    article.write_text(ARTICLE, encoding="utf-8")
    marked.write_text(run(capfd, "annotate", "--no-entities", article)[1], encoding="utf-8")
    status, out, _ = run(capfd, "eval", "--no-entities", marked)
    table = [line.split("\t") for line in out.splitlines()]
    assert status == 0
    assert table[0] == ["what", "precision", "recall", "F", "marked", "found"]
    assert {row[3] for row in table[1:] if row[4] != "0"} == {"1.000"}
    document = json.loads(marked.read_text(encoding="utf-8"))
    for block in document["blocks"]:
        block["kind"], block["boilerplate"] = "nav", True
    document["statements"] = []
    marked.write_text(json.dumps(document), encoding="utf-8")
    scores = {
        row[0]: row[1:]
        for row in (line.split("\t") for line in run(capfd, "eval", "--no-entities", marked)[1].splitlines())
    }
    assert float(scores["kinds of block"][2]) < 1
    assert scores["statements"][3:] == ["0", scores["statements"][4]]
    assert run(capfd, "eval", article)[0] == 1


def test_labels_that_no_document_marks_are_named(capfd, tmp_path):
    marked = tmp_path / "marked.json"
    text = "Angela Merkel met @jack in Berlin.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    document = json.loads(run(capfd, "annotate", tmp_path / "a.txt")[1])
    assert {one["label"] for one in document["entities"]} == {"PERSON", "HANDLE", "GPE"}
    marked.write_text(json.dumps(document), encoding="utf-8")
    assert run(capfd, "eval", marked)[2] == []
    document["entities"] = [one for one in document["entities"] if one["label"] == "PERSON"]
    document["entity_index"] = [one for one in document["entity_index"] if one["label"] == "PERSON"]
    document["statements"] = []
    marked.write_text(json.dumps(document), encoding="utf-8")
    (told,) = run(capfd, "eval", marked)[2]
    assert "GPE 1, HANDLE 1" in told
    assert "PERSON" not in told


def test_a_folder_among_the_documents_to_evaluate_is_said_in_one_line_and_without_a_table(capfd, tmp_path):
    status, out, err = run(capfd, "eval", "--no-entities", tmp_path)
    assert (status, out, len(err)) == (1, "", 1)
    assert "it is a folder" in err[0]
    assert "Errno" not in err[0]
    status, out, err = run(capfd, "eval", "--no-entities", tmp_path / "none.json")
    assert (status, out, len(err)) == (1, "", 1)
    assert "Errno" not in err[0]


def test_documents_one_a_line_may_have_line_separators_in_them_and_brackets_without_end_are_no_document(
    capfd, tmp_path
):
    article, lines, nested = tmp_path / "a.txt", tmp_path / "lines.jsonl", tmp_path / "nested.json"
    article.write_text("The gates\u2028were closed at noon.\n", encoding="utf-8")
    document = json.loads(run(capfd, "annotate", "--no-entities", article)[1])
    lines.write_text(f"{json.dumps(document, ensure_ascii=False)}\n" * 2, encoding="utf-8")
    status, out, _ = run(capfd, "eval", "--no-entities", lines)
    assert (status, out.splitlines()[1].split("\t")[4]) == (0, "2")
    nested.write_text("[" * 200_000, encoding="utf-8")
    status, _, err = run(capfd, "eval", "--no-entities", nested)
    assert status == 1
    assert "holds no broadsheet/1 documents" in err[0]


@pytest.mark.parametrize("content", ["", "\n", "[]"])
def test_a_file_without_any_document_is_no_document_that_agrees_with_everything(capfd, tmp_path, content):
    empty = tmp_path / "empty.jsonl"
    empty.write_text(content)
    status, out, err = run(capfd, "eval", "--no-entities", empty)
    assert (status, out) == (1, "")
    assert "holds no broadsheet/1 documents (it is empty)" in err[0]
