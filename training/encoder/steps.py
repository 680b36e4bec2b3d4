"""The steps from corpora to the packaged pipeline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from annotators.encoder.wordpieces import WordPieces
from training.encoder.corpora.prepare import prepare
from training.encoder.learning.network import Tagger, load_pretrained
from training.encoder.learning.training_run import CHECKPOINT, Options, Run
from training.encoder.shipping.export import export
from training.encoder.shipping.package import package, source_table
from training.encoder.shipping.shipped import encoder_file, shipped_weights

__all__ = ["VERSION", "make", "start_weights"]

VERSION = "0.3.0"


def make(data: Path, out: Path, build: str, pretrained: Path, settings: Mapping[str, Any]) -> None:
    """Make `out/en_broadsheet_news` from the corpora in `data`; `settings` holds `Options`, and `start`."""
    prepared, run_folder = out / f"prepared-{build}", out / f"run-{build}"
    prepare(data, prepared, build)
    run_folder.mkdir(parents=True, exist_ok=True)
    model, vocabulary = load_pretrained(pretrained)
    if settings["start"]:
        model.load_state_dict(start_weights(settings["start"]))
    if not source_table()["quotations"][build]:
        settings = {**settings, "quotations": 0.0}
    options = Options(**{field.name: settings[field.name] for field in fields(Options) if field.name in settings})
    run = Run(model, WordPieces(vocabulary), prepared, source_table()["mix"][build], options)
    run.train(run_folder)
    scores = run.scores()
    print(f"development: {scores}", flush=True)
    (run_folder / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")
    export_run(run_folder, vocabulary, out / f"encoder-{build}")
    package(out / f"encoder-{build}", prepared, out / "en_broadsheet_news", build, scores, VERSION)
    print(f"packaged in {out / 'en_broadsheet_news'}", flush=True)


def export_run(run_folder: Path, vocabulary: list[str], target: Path) -> None:
    """Export the last checkpoint of a run as the encoder's files."""
    model = Tagger(len(vocabulary))
    model.load_state_dict(start_weights(run_folder))
    run = json.loads((run_folder / "run.json").read_text())
    if not run["options"]["quotations"]:
        model.leave_out(("content", "role"))
    export(model, vocabulary, target, {"run": run})


def start_weights(folder: Path) -> dict[str, Tensor]:
    """The averaged weights of an earlier run, or those of a packaged pipeline.

    Raises `FileNotFoundError` if the folder holds neither.
    """
    if (folder / CHECKPOINT).is_file():
        found: dict[str, Tensor] = torch.load(folder / CHECKPOINT, map_location="cpu")["average"]
        return found
    packaged = encoder_file(folder)
    if packaged is None:
        raise FileNotFoundError(f"{folder} holds neither a run ({CHECKPOINT}) nor a pipeline (encoder.onnx)")
    return {name: torch.from_numpy(array.copy()) for name, array in shipped_weights(packaged).items()}
