"""What can be said of a pipeline without loading it, and what is said of one that is not there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from annotators.model_catalogue import SHIPPED, installed_models, look_up
from annotators.pipeline import ModelUnavailable, load_model


def make_model(folder: Path, **meta: object) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.cfg").write_text("[nlp]\n", "utf-8")
    (folder / "meta.json").write_text(json.dumps({"lang": "en", "name": "x", "version": "1.2", **meta}), "utf-8")
    return folder


def make_package(site: Path, name: str, requires: str = "") -> None:
    """A package with a pipeline as `spacy package` makes it, installed in a folder."""
    make_model(site / name / f"{name}-1.2", labels={"ner": ["PER"]}, license="MIT", performance={"ents_f": 0.5})
    info = site / f"{name}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n{requires}", "utf-8")
    (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", "utf-8")


def test_the_one_that_ships_comes_first_and_can_be_used() -> None:
    first = installed_models()[0]
    assert (first.name, first.problem) == (SHIPPED, None)
    assert first == look_up(None) == look_up(SHIPPED)


def test_a_folder_tells_its_size_labels_and_licence(tmp_path: Path) -> None:
    folder = make_model(
        tmp_path / "m", labels={"ner": ["PER", "MISC"], "tagger": ["NN"]}, license="MIT", performance={"ents_f": 0.8}
    )
    found = look_up(str(folder))
    assert (found.version, found.labels, found.licence, found.score) == ("1.2", ("PER", "MISC"), "MIT", 0.8)
    assert found.size == sum(file.stat().st_size for file in folder.iterdir())
    assert found.problem is None


def test_the_pipeline_inside_an_unpacked_package_is_found(tmp_path: Path) -> None:
    inner = make_model(tmp_path / "en_x-1.2" / "en_x" / "en_x-1.2")
    assert look_up(str(tmp_path / "en_x-1.2")).folder == inner


def test_an_installed_package_is_listed_with_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_package(tmp_path, "en_tiny_news")
    make_package(
        tmp_path, "en_big_news", "Requires-Dist: no-such-package>=1.0\nRequires-Dist: absent; extra == 'gpu'\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    known = {info.name: info for info in installed_models()}
    assert known["en_tiny_news"].problem is None
    assert known["en_tiny_news"].labels == ("PER",)
    assert known["en_big_news"].problem == "it needs no-such-package; pip install no-such-package"
    assert look_up("en_tiny_news") == known["en_tiny_news"]
    assert "did you mean en_tiny_news?" in (look_up("en_tiny_new").problem or "")


@pytest.mark.parametrize("model", ["no_such_model", "en_core_web_huge", "./nowhere", "a/b", "--", "x y", ""])
def test_a_model_that_is_not_there_is_one_line_with_what_to_do(model: str) -> None:
    with pytest.raises(ModelUnavailable) as unavailable:
        load_model(model or " ")
    said = str(unavailable.value)
    assert "\n" not in said
    assert "E0" not in said
    assert "broadsheet models" in said or "spacy download" in said


def test_folders_without_a_model_are_reported(tmp_path: Path) -> None:
    assert "no config.cfg" in (look_up(str(tmp_path)).problem or "")
    broken = make_model(tmp_path / "broken")
    (broken / "meta.json").write_text("[", "utf-8")
    assert "no usable meta.json" in (look_up(str(broken)).problem or "")
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    assert "is a file" in (look_up(str(file)).problem or "")


def test_a_model_that_spacy_cannot_load_is_one_line_without_a_code(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as unavailable:
        load_model(str(make_model(tmp_path / "empty")))
    said = str(unavailable.value)
    assert said.startswith(f"the model {tmp_path / 'empty'} cannot be used: ")
    assert "\n" not in said
    assert "[E" not in said
