"""The model that ships, read without spaCy: the same names in the same places."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from annotators.analysis import analyse
from annotators.analysis.encoder_reader import EncoderReader
from annotators.annotation import Span
from annotators.encoder.session import EncoderError, Scores
from annotators.encoder.windows import Window
from annotators.loaders import load
from annotators.model_catalogue import ENCODER, shipped_folder
from annotators.pipeline import annotate_structure, load_model

FOLDER = shipped_folder() / ENCODER
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="no model is shipped with this checkout")


def names(reader: EncoderReader, text: str, *passages: Span) -> list[tuple[str, str]]:
    found = reader.read(text, passages or [Span(0, len(text))], ())
    return [(text[one.start : one.end], one.label) for one in found.names]


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return EncoderReader(FOLDER)


def test_names_lie_where_they_are_named(reader: EncoderReader) -> None:
    text = "Menu\n\nMohammad Javad Zarif told Reuters in Tehran.\n\nGermany's\ngovernment said no."
    assert names(reader, text, Span(6, len(text))) == [
        ("Mohammad Javad Zarif", "PERSON"), ("Reuters", "ORG"), ("Tehran", "GPE"), ("Germany", "GPE"),
    ]  # fmt: skip


def test_nothing_is_read_outside_the_passages(reader: EncoderReader) -> None:
    text = "Angela Merkel left Berlin. Emmanuel Macron left Paris."
    assert names(reader, text, Span(27, len(text))) == [("Emmanuel Macron", "PERSON"), ("Paris", "GPE")]
    assert names(reader, text, Span(27, len(text)), Span(0, 26))[0] == ("Angela Merkel", "PERSON")
    assert names(reader, "") == []
    assert names(reader, " \n\n ") == []


def test_endless_white_space_takes_linear_time(reader: EncoderReader) -> None:
    text = f"Angela Merkel{' ' * 100_000}left Berlin."
    begun = time.process_time()
    assert names(reader, text) == [("Angela Merkel", "PERSON"), ("Berlin", "GPE")]
    assert time.process_time() - begun < 4


def test_quotation_roles_have_their_places(reader: EncoderReader) -> None:
    text = "The ministry said that the bridge would stay closed until May."
    found = {(text[one.start : one.end], one.role) for one in reader.read(text, [Span(0, len(text))], ()).roles}
    assert ("said", "cue") in found
    assert ("The ministry", "source") in found


def test_no_name_stands_in_an_address(reader: EncoderReader) -> None:
    text = "Write to Angela Merkel (angela.merkel@berlin.de, www.merkel.de/Berlin) in Berlin."
    assert names(reader, text) == [("Angela Merkel", "PERSON"), ("Berlin", "GPE")]


def test_a_folder_without_an_encoder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="missing"):
        EncoderReader(tmp_path)


@pytest.mark.parametrize(("bad", "growth"), [(("(", ")!", "x"), 1), (("( ", ") ! ", "x "), 4)])
def test_hostile_text_takes_linear_time_in_the_encoder(
    reader: EncoderReader, monkeypatch: pytest.MonkeyPatch, bad: tuple[str, str, str], growth: int
) -> None:
    pieces: list[int] = []
    run = reader._encoder._run

    def watched(windows: Sequence[Window], found: Mapping[str, list[Scores]]) -> None:
        pieces.extend(len(window) for window in windows)
        run(windows, found)

    monkeypatch.setattr(reader._encoder, "_run", watched)

    def cost(times: int) -> int:
        pieces.clear()
        assert ("Berlin", "GPE") in names(
            reader, bad[0] * times + " Angela Merkel left Berlin. " + bad[1] * times + bad[2] * times
        )
        return sum(pieces)

    times = 400 * 4 // growth  # a run so long that it is not cut, or a thousand words
    assert cost(4 * times) <= 1.2 * growth * cost(times)


def test_a_pipeline_of_spacy_finds_the_same_with_the_same_model() -> None:
    from annotators.components import SpacyReader, load_pipeline

    ours, theirs = load_model(), SpacyReader(load_pipeline())
    same = there = 0
    for path in sorted(Path("sample_articles").glob("0[1-7]*.txt")):
        article = load(str(path))
        structure = annotate_structure(article)
        one, other = (
            {(found.start, found.end, found.label) for found in analyse(reader, article, structure).mentions}
            for reader in (ours, theirs)
        )
        same += 2 * len(one & other)
        there += len(one) + len(other)
    assert same / there > 0.99


def test_spacy_is_not_imported_for_it() -> None:
    program = (
        "import sys; from annotators.pipeline import annotate; from annotators.loaders import load\n"
        "found = annotate(load(sys.argv[1])); assert found.mentions; assert not {'spacy', 'thinc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, "sample_articles/02-starter-blog.txt"], check=True)
