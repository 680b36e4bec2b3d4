"""The components in a pipeline of anyone's: registered, kept on disk, telling what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from annotators.components import analyse, load_pipeline, shipped_folder
from annotators.components.long_runs import LONGEST_RUN
from annotators.encoder.session import EncoderError
from tests.unit.components.stub import article, pipeline

SHIPS = (shipped_folder() / "config.cfg").exists()


def test_a_doc_gets_names_values_ids_and_roles() -> None:
    nlp, _ = pipeline(Zarif="PERSON", said="cue")
    doc = nlp("Zarif said on Sunday that Zarif left.")
    assert [(ent.text, ent.label_, ent.id_) for ent in doc.ents] == [
        ("Zarif", "PERSON", "e1"), ("Sunday", "DATE", ""), ("Zarif", "PERSON", "e1"),
    ]  # fmt: skip
    assert doc._.entity_names == {"e1": "Zarif"}
    assert [(span.text, span.label_) for span in doc.spans["quote_roles"]] == [("said", "cue")]
    assert doc.ents[0]._.score > 0.9


def test_a_pipeline_that_learnt_no_quotations_finds_names_all_the_same() -> None:
    nlp, _ = pipeline(Zarif="PERSON", said="cue")
    nlp.remove_pipe("broadsheet_quote_roles")
    found = analyse(nlp, *article(("body", "Zarif said on Sunday that he left.")))
    assert [mention.label for mention in found.mentions] == ["PERSON", "DATE"]
    assert found.roles == ()


def test_no_name_stands_in_an_address() -> None:
    nlp, _ = pipeline(**dict.fromkeys(("Ann", "ann.lee@example.com", "a...@x.org", "www.lee.org/ann"), "PERSON"))
    doc = nlp("Ann (ann.lee@example.com, a...@x.org) writes at www.lee.org/ann and so does Ann.")
    assert [ent.text for ent in doc.ents] == ["Ann", "Ann"]
    known, _ = pipeline(**{"Space.com": "ORG"})
    assert [ent.text for ent in known("Space.com is at home @ www.space.com.").ents] == ["Space.com"]


def test_blocks_marks_and_statements_are_components_too() -> None:
    nlp = spacy.blank("en")
    for name in ("broadsheet_blocks", "broadsheet_quote_marks", "broadsheet_statements"):
        nlp.add_pipe(name)
    doc = nlp("Some headline\n\nShe said “we will go home and stay there” on Sunday.\n")
    assert len(doc.spans["blocks"]) == 2
    assert [span.text for span in doc.spans["quote_marks"]] == ["“we will go home and stay there”"]
    assert doc._.statements is not None


def test_a_doc_keeps_its_text_whatever_it_is() -> None:
    nlp, _ = pipeline()
    for text in ("", " \n", "a" * (LONGEST_RUN + 1), "x " + "(" * 500 + " y\n\n", "\u202e\x1b[0m"):
        assert nlp(text).text == text


def test_an_encoder_without_a_model_says_so() -> None:
    nlp, _ = pipeline()
    nlp.get_pipe("broadsheet_encoder").encoder = None
    with pytest.raises(ValueError, match="no model"):
        nlp("Hello")


def test_a_folder_without_an_encoder_says_what_is_missing(tmp_path: Path) -> None:
    nlp, _ = pipeline()
    with pytest.raises(EncoderError, match=r"encoder\.onnx"):
        nlp.get_pipe("broadsheet_encoder").load(tmp_path)


def test_a_pipeline_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


@pytest.mark.skipif(not SHIPS, reason="no model is shipped with this checkout")
def test_the_shipped_pipeline_finds_people_bodies_and_places(tmp_path: Path) -> None:
    nlp = load_pipeline()
    text = "Norway wants Microsoft to open its books, Angela Merkel told Reuters in Berlin on Sunday."
    labels = {ent.text: ent.label_ for ent in nlp(text).ents}
    assert labels == {
        "Norway": "GPE", "Microsoft": "ORG", "Angela Merkel": "PERSON", "Reuters": "ORG", "Berlin": "GPE",
        "Sunday": "DATE",
    }  # fmt: skip
    nlp.to_disk(tmp_path / "copy")
    again = spacy.load(tmp_path / "copy")
    assert {ent.text: ent.label_ for ent in again(text).ents} == labels
