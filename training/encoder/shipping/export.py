"""Exports a trained network to the shipped files: an int8 ONNX graph, the vocabulary, the settings.

The word table is stored as int8 rows with one scale per row, matrices by onnxruntime's dynamic quantisation with one
scale per column. No accuracy is lost (see docs/names.md).
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from annotators.encoder.windows import MAX_PIECES
from training.encoder.heads import HEADS
from training.encoder.learning.network import Tagger

INPUTS = ("ids", "case", "quote", "mask")


class Int8Rows(nn.Module):
    """An embedding table of int8 rows, each with its own scale."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of the pieces, as floats."""
        return self.rows[ids].float() * self.scale[ids]


def export(model: Tagger, vocabulary: Sequence[str], folder: Path, notes: Mapping[str, Any]) -> None:
    """Write `encoder.onnx`, `vocabulary.txt` and `encoder.json` to `folder`; the model cannot be used afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    model.word = Int8Rows(model.word.weight.data)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _to_onnx(model, plain)
        quantize_dynamic(
            str(plain),
            str(folder / "encoder.onnx"),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    settings = {
        "max_pieces": MAX_PIECES,
        "heads": {head: HEADS[head] for head in model.outputs},
        "sha256": hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest(),
        **notes,
    }
    (folder / "encoder.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _to_onnx(model: Tagger, path: Path) -> None:
    example = torch.randint(1000, 2000, (2, 16))
    flags = torch.ones_like(example)
    axes = {0: "batch", 1: "pieces"}
    outputs = [*model.outputs, "vectors"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (example, flags, flags, flags),
            str(path),
            input_names=list(INPUTS),
            output_names=outputs,
            dynamic_axes=dict.fromkeys((*INPUTS, *outputs), axes),
            opset_version=17,
            dynamo=False,
        )
