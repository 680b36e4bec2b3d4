"""Corpora to paragraphs: words joined as printed, labels mapped, what nobody vouches for masked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy

from training.encoder.corpora.chunks import paragraphs
from training.encoder.corpora.columns import bio_spans, read_columns
from training.encoder.corpora.detokenise import blanks_after
from training.encoder.corpora.own_news import own_news_paragraphs, unmark
from training.encoder.corpora.paragraphs import (
    OTHER,
    UNKNOWN,
    Reading,
    Sentence,
    Source,
    read_paragraphs,
    write_paragraphs,
)
from training.encoder.corpora.quotations import quotation_paragraphs
from training.encoder.learning.augment import restyle

NLP = spacy.blank("en")


class Always:
    """A chance that always falls below the threshold and takes the first choice."""

    def random(self) -> float:
        return 0.0

    def choice(self, options: Sequence[object]) -> object:
        return options[0]


def joined(words: str) -> str:
    split = words.split()
    blanks = blanks_after(split, hyphens_join=True)
    return "".join(word + " " * blank for word, blank in zip(split, blanks, strict=True)).rstrip()


def test_words_are_joined_as_they_are_printed() -> None:
    assert joined('He said , " I do n\'t ( really ) know . "') == 'He said, "I don\'t (really) know."'
    assert joined("the workers ' well - known union 's") == "the workers' well-known union's"


def test_tags_become_spans_whatever_their_scheme() -> None:
    assert bio_spans(["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "S-ORG"]) == [
        (0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC"), (5, 6, "ORG"),
    ]  # fmt: skip


def test_columns_become_documents_of_sentences() -> None:
    documents = read_columns("-DOCSTART- O\n\nIran B-LOC\nwon O\n\nYes O\n")
    assert documents == [[Sentence(["Iran", "won"], [(0, 1, "LOC")]), Sentence(["Yes"], [])]]


def read(label: str, words: Sequence[str]) -> Reading:
    return Reading({"LOC": "GPE", "MISC": UNKNOWN}.get(label, label), skip=label == "PER")


def test_labels_that_a_corpus_lacks_are_masked() -> None:
    sentence = Sentence(
        ["Mr.", "Zarif", "saw", "Iranians", "with", "Oscars", "in", "Iran", "'s", "Parliament", "."],
        [(0, 2, "PER"), (5, 6, "MISC"), (7, 8, "LOC")],
    )
    source = Source("x", [[sentence]], read, "capitals", sizes=(1,))
    (found,) = paragraphs(source, frozenset({"Iranians"}), NLP, seed=1)
    assert dict(zip(found.words, found.tags, strict=True)) == {
        "Mr.": "O", "Zarif": "B-PER", "saw": "O", "Iranians": "B-NORP", "with": "O", "Oscars": UNKNOWN, "in": "O",
        "Iran": "B-GPE", "'s": "O", "Parliament": UNKNOWN, ".": "O",
    }  # fmt: skip


def test_a_corpus_that_marks_every_person_body_and_place_says_what_a_word_is_not() -> None:
    sentence = Sentence(["He", "saw", "the", "Oscars", "in", "Iran"], [(5, 6, "LOC")])
    (found,) = paragraphs(Source("x", [[sentence]], read, "kinds", sizes=(1,)), frozenset(), NLP, seed=1)
    assert list(found.tags) == ["O", "O", "O", OTHER, "O", "B-GPE"]


def test_marked_news_becomes_tags(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[[Ann Lee|PERSON]] left\n[[Bath|GPE]].\n\nBye.\n", encoding="utf-8")
    first, second = own_news_paragraphs(tmp_path, NLP)
    assert list(first.tags) == ["B-PERSON", "I-PERSON", "O", "B-GPE", "O"]
    assert first.text.rstrip() == "Ann Lee left Bath."
    assert list(second.words) == ["Bye", "."]


@pytest.mark.parametrize("marked", ["[[Ann|PERSONS]]", "[[Ann|PERSON]", "Ann]]"])
def test_a_slip_in_marked_news_is_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match=r"Ann"):
        unmark(marked)


def test_our_own_news_is_marked_without_slips() -> None:
    folder = Path(__file__).parents[4] / "training" / "data" / "news"
    assert sum(len(one.words) for one in own_news_paragraphs(folder, NLP)) > 10_000


def test_attributions_become_roles(tmp_path: Path) -> None:
    text = "Zarif said “we will\nstay”.\n"
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "attributions" / "one_anna.ann").write_text(
        "T1\tSource 0 5\tZarif\nT2\tCue 6 10\tsaid\nT3\tContent 11 19;20 25\t“we will stay”\n"
        "E1\tAttribution:T3 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    first, second = quotation_paragraphs(tmp_path, NLP)
    assert list(first.roles) == ["B-source", "B-cue", "O", "O", "O"]
    assert list(first.tags) == ["O", "O", "B-content", "I-content", "I-content"]
    assert list(first.quotes) == [0, 0, 2, 1, 1]
    assert list(second.tags) == ["B-content", "I-content", "O"]


def test_quotation_marks_of_another_style() -> None:
    (words,) = restyle([(['"', "no", '"', "he"], [2, 1, 2, 0])], Always())  # type: ignore[arg-type]
    assert words == ["“", "no", "”", "he"]


def test_paragraphs_survive_their_file(tmp_path: Path) -> None:
    found = list(own_news_paragraphs(Path(__file__).parents[4] / "training" / "data" / "news", NLP))[:3]
    write_paragraphs(tmp_path / "x.jsonl", found)
    assert [one.tags for one in read_paragraphs(tmp_path / "x.jsonl")] == [one.tags for one in found]
