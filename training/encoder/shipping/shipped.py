"""The weights of a packaged pipeline as floats, so that training can continue from the shipped model.

A weight that `export` rounded to int8 is restored as int8 times its scale: the error is half a rounding step at most,
1/254 of the largest weight of a row (the word table) or of a column (the matrices).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from training.encoder.heads import HEADS

__all__ = ["encoder_file", "shipped_weights"]

Weights = dict[str, NDArray[np.float32]]


def encoder_file(folder: Path) -> Path | None:
    """The ONNX file in the folder of a pipeline or of its encoder; `None` if there is none."""
    places = (folder / "broadsheet_encoder" / "encoder.onnx", folder / "encoder.onnx")
    return next((path for path in places if path.is_file()), None)


def shipped_weights(path: Path) -> Weights:
    """The weights of `network.Tagger` by name, from a file that `export` wrote.

    Raises `ValueError` for any other file.
    """
    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights: Weights = {name: array for name, array in stored.items() if name.endswith((".weight", ".bias"))}
    try:
        weights["word.weight"] = stored["word.rows"].astype(np.float32) * stored["word.scale"]
        for node in graph.node:
            if node.op_type == "MatMulInteger":
                weights[_name(node.name) + ".weight"] = _matrix(stored, node.input[1])
    except KeyError as error:
        raise ValueError(f"{path} is not a file that this training exported: it has no {error}") from error
    return weights


def _name(node: str) -> str:
    """`/layers.0/qkv/MatMul_quant` to `layers.0.qkv`, `/ner/MatMul_quant` to `heads.ner`."""
    module = node.rsplit("/", 1)[0].lstrip("/").replace("/", ".")
    return f"heads.{module}" if module in HEADS else module


def _matrix(stored: dict[str, Any], quantised: str) -> NDArray[np.float32]:
    """An int8 matrix (in, out) with one scale per column and no offset, as floats in torch's layout (out, in)."""
    scale = stored[quantised.removesuffix("_quantized") + "_scale"]
    return np.ascontiguousarray((stored[quantised].astype(np.float32) * scale).T)
