"""average.py OUT PREPARED SHARE=FOLDER ...: the weights of several runs or pipelines, averaged, as one pipeline in OUT.

`python -m training.encoder.average OUT PREPARED 0.75=RUN 0.25=PIPELINE`. The shares are of 1. It helps where the runs
went on from the same weights: what they learnt adds up, what each has by chance does not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from annotators.encoder.wordpieces import WordPieces
from training.encoder.learning.evaluation import development_scores
from training.encoder.learning.network import Tagger
from training.encoder.shipping.export import export
from training.encoder.shipping.package import package
from training.encoder.steps import VERSION, start_weights

VOCABULARY = Path(__file__).parents[2] / "annotators/models/en_broadsheet_news/broadsheet_encoder/vocabulary.txt"


def main() -> None:
    """Average, score, export, package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("prepared", type=Path, help="the folder of prepared corpora, for scores and hashes")
    parser.add_argument("parts", nargs="+", metavar="SHARE=FOLDER")
    parser.add_argument("--build", choices=("plus", "strict"), default="plus")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    parts = {folder: float(share) for share, folder in (part.split("=", 1) for part in arguments.parts)}
    if abs(sum(parts.values()) - 1) > 1e-6:
        parser.error(f"the shares make {sum(parts.values()):g}, not 1")
    vocabulary = VOCABULARY.read_text(encoding="utf-8").split("\n")
    model = Tagger(len(vocabulary))
    model.load_state_dict(averaged({Path(folder): share for folder, share in parts.items()}))
    scores = development_scores(model, WordPieces(vocabulary), arguments.prepared, quotations=arguments.build == "plus")
    print(scores, flush=True)
    notes = {"average": {Path(folder).name: share for folder, share in parts.items()}}
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")
    export(model, vocabulary, arguments.out / "encoder", notes)
    package(
        arguments.out / "encoder", arguments.prepared, arguments.out / "en_broadsheet_news",
        arguments.build, scores, VERSION,
    )  # fmt: skip


def averaged(parts: dict[Path, float]) -> dict[str, torch.Tensor]:
    """The weighted sum of the folders' weights, by name."""
    total: dict[str, torch.Tensor] = {}
    for folder, share in parts.items():
        for name, weight in start_weights(folder).items():
            total[name] = total.get(name, torch.zeros_like(weight)) + share * weight
    return total


if __name__ == "__main__":
    main()
