"""The spaCy pipelines that can be used here, described by their own files; spaCy is not imported.

A model is named `en_broadsheet_news` (the one that ships), or by its package or folder. `importlib.metadata` is
imported inside functions, because it takes longer to import than everything else here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import Distribution

__all__ = ["ENCODER", "SHIPPED", "ModelInfo", "installed_models", "look_up", "shipped_folder"]

SHIPPED = "en_broadsheet_news"
ENCODER = "broadsheet_encoder"
"""The folder of the encoder in the pipeline that ships, and the name of its component."""

_CONFIG, _META = "config.cfg", "meta.json"
_GROUP = "spacy_models"
"""The group of entry points under which packages register their pipelines."""
_NAMES_OF_REQUIREMENTS = "<>=!~;[( "
_OFFICIAL = re.compile(r"[a-z]{2}_[a-z]+_[a-z]+_(?:sm|md|lg|trf)")
"""The form of the names of pipelines published by spaCy's makers."""
_DEPTH = 2
"""How many folders deep a pipeline may lie in an unpacked package."""
_MOST = 100
"""The most folders that are searched; a package has only a few."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A pipeline as its files describe it.

    `size` is in bytes, `score` the F1 of its names as its makers state it, 0 to 1, and `labels` the types of names
    that it finds. `problem` is one line that says why it cannot be used and what to do, or `None`.
    """

    name: str
    folder: Path | None = None
    version: str = ""
    size: int = 0
    licence: str = ""
    score: float | None = None
    labels: tuple[str, ...] = ()
    problem: str | None = None


def shipped_folder() -> Path:
    """The folder of the pipeline that ships."""
    return Path(str(files("annotators") / "models" / SHIPPED))


def installed_models() -> tuple[ModelInfo, ...]:
    """The pipeline that ships, then those that are installed as packages, by name."""
    packages = _packages()
    return (look_up(None), *(_of_package(name, packages[name]) for name in sorted(packages)))


def look_up(model: str | None) -> ModelInfo:
    """The pipeline with that name or path; for `None`, the one that ships."""
    if model in (None, SHIPPED):
        return _of_folder(SHIPPED, shipped_folder(), missing="install broadsheet again")
    assert model is not None
    if (package := _distribution(model)) is not None:
        return _of_package(model, package)
    folder = Path(model).expanduser()
    if folder.is_dir():
        return _of_folder(model, folder, missing="it holds no spaCy pipeline")
    if folder.is_file():
        return ModelInfo(model, problem=f"{model} is a file; a model is a folder or an installed package")
    return ModelInfo(model, problem=_not_there(model))


def _not_there(model: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(model, [SHIPPED, *_packages()], n=1)
    advice = f"did you mean {close[0]}?" if close else "broadsheet models lists those that are"
    if not close and _OFFICIAL.fullmatch(model):
        advice = f"python -m spacy download {model} may install it"
    return f"there is no model {model}, neither as a package nor as a folder; {advice}"


def _of_package(name: str, package: Distribution | None) -> ModelInfo:
    if package is None:
        return ModelInfo(name, problem=f"the package of {name} is gone; install it again")
    folder = Path(str(package.locate_file(name.replace("-", "_"))))
    found = _of_folder(name, folder, missing="install it again")
    if found.problem is None and (lacking := _lacking(package.requires or ())):
        return replace(found, problem=lacking)
    return found


def _of_folder(name: str, folder: Path, missing: str) -> ModelInfo:
    inner = _pipeline_in(folder)
    if inner is None:
        return ModelInfo(name, folder, problem=f"no {_CONFIG} in {folder}; {missing}")
    try:
        meta = json.loads((inner / _META).read_text(encoding="utf-8"))
        info = _described(name, inner, meta)
    except (OSError, ValueError, TypeError, AttributeError):
        return ModelInfo(name, inner, problem=f"no usable {_META} in {inner}; {missing}")
    return replace(info, problem=_lacking(meta.get("requirements", ())))


def _pipeline_in(folder: Path) -> Path | None:
    """The folder of the pipeline: this one, or the only one inside it, as in a package."""
    level = [folder]
    for _ in range(_DEPTH + 1):
        found = [one for one in level if (one / _CONFIG).is_file()]
        if found:
            return found[0] if len(found) == 1 else None
        level = [inner for one in level for inner in _folders_in(one)][:_MOST]
    return None


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [inner for inner in folder.iterdir() if inner.is_dir()]
    except OSError:
        return []


def _described(name: str, folder: Path, meta: dict[str, Any]) -> ModelInfo:
    score = (meta.get("performance") or {}).get("ents_f")
    return ModelInfo(
        name=name,
        folder=folder,
        version=str(meta.get("version", "")),
        size=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()),
        licence=str(meta.get("license", "")),
        score=float(score) if score is not None else None,
        labels=tuple(dict.fromkeys(_labels(meta.get("labels") or {}))),
    )


def _labels(by_component: dict[str, list[str]]) -> Iterator[str]:
    """The labels of the components that find names; such components are recognised by their names."""
    for component, labels in by_component.items():
        if "ner" in component.split("_") or component.startswith("entit"):
            yield from map(str, labels)


def _lacking(requirements: Iterable[str]) -> str | None:
    """A sentence about the required packages that are not installed; empty if there are none."""
    missing = [name for requirement in requirements if (name := _name_of(requirement)) and _distribution(name) is None]
    return f"it needs {' and '.join(missing)}; pip install {' '.join(missing)}" if missing else None


def _name_of(requirement: str) -> str:
    """The name of the package in a requirement; empty for a requirement of an extra."""
    if "extra" in requirement.partition(";")[2]:
        return ""
    end = next((at for at, char in enumerate(requirement) if char in _NAMES_OF_REQUIREMENTS), len(requirement))
    return requirement[:end]


def _distribution(package: str) -> Distribution | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution(package)
    except (PackageNotFoundError, ValueError):  # ValueError: not a valid name of a package
        return None


def _packages() -> dict[str, Distribution | None]:
    """The installed packages that contain pipelines, by the names of the pipelines."""
    from importlib.metadata import entry_points

    return {entry.name: entry.dist for entry in entry_points(group=_GROUP)}
