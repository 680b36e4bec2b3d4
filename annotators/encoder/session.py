"""The encoder at run time: an int8 ONNX file, its vocabulary and the names of its outputs."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from annotators.encoder.decoding import Scores, TaggedSpan, decode, log_softmax, tag_names, transitions
from annotators.encoder.windows import Window, pack
from annotators.encoder.wordpieces import WordPieces

__all__ = ["FILES", "VECTORS", "Encoder", "EncoderError"]

FILES = ("encoder.json", "encoder.onnx", "vocabulary.txt")

VECTORS = "vectors"
WIDTH = 384

BATCH = 4
"""Windows in a batch: more do not fit into the processor's cache, fewer leave it idle."""


class EncoderError(OSError):
    """The encoder's files are missing or do not match; the message says which."""


@dataclass(frozen=True)
class _Head:
    labels: tuple[str, ...]

    @cached_property
    def tags(self) -> list[str]:
        return tag_names(self.labels)

    @cached_property
    def moves(self) -> Scores:
        return transitions(self.tags)


class Encoder:
    """Scores words for every head; `folder` has `FILES`.

    Raises `EncoderError` if a file is missing or damaged. It uses one thread, without spinning, so that the reader's
    keys come first.
    """

    def __init__(self, folder: Path) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise EncoderError(f"no encoder in {folder}: {', '.join(missing)} missing")
        self.folder = folder
        self.settings: Mapping[str, Any] = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        self._heads = {name: _Head(tuple(labels)) for name, labels in self.settings["heads"].items()}
        self._split = WordPieces((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
        self._session = _open_session(folder / "encoder.onnx")

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the heads."""
        return tuple(self._heads)

    def labels(self, head: str) -> tuple[str, ...]:
        """The labels of a head."""
        return self._heads[head].labels

    def score(
        self,
        paragraphs: Sequence[Sequence[str]],
        quotes: Sequence[Sequence[int]],
        *,
        vectors: bool = False,
        between: Callable[[], object] | None = None,
    ) -> dict[str, list[Scores]]:
        """For each head, log probabilities of shape (words, tags) for each paragraph.

        With `vectors` there is an entry of that name with vectors of shape (words, 384), those of the words' first
        pieces. `between` is called between two runs of the network.
        """
        widths = {name: len(head.tags) for name, head in self._heads.items()}
        if vectors:
            widths[VECTORS] = WIDTH
        found = {
            name: [np.zeros((len(words), width), np.float32) for words in paragraphs] for name, width in widths.items()
        }
        windows = pack(self._split, paragraphs, quotes, max_pieces=self.settings["max_pieces"])
        windows.sort(key=len)
        for first in range(0, len(windows), BATCH):
            if first and between is not None:
                between()
            self._run(windows[first : first + BATCH], found)
        return found

    def _run(self, windows: Sequence[Window], found: Mapping[str, list[Scores]]) -> None:
        outputs = self._session.run(list(found), _inputs(windows))
        for name, output in zip(found, outputs, strict=True):
            for rows, window in zip(output, windows, strict=True):
                scores = rows[window.heads] if name == VECTORS else log_softmax(rows[window.heads])
                for paragraph, first, last in _runs(window):
                    word = window.words[first][1]
                    found[name][paragraph][word : word + last - first] = scores[first:last]

    def spans(self, head: str, scores: Scores) -> list[TaggedSpan]:
        """The spans of one paragraph from its scores."""
        known = self._heads[head]
        return decode(scores, known.tags, known.moves)

    def save(self, folder: Path) -> None:
        """Copy the encoder's files to another folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            if (folder / name).resolve() != (self.folder / name).resolve():
                shutil.copyfile(self.folder / name, folder / name)


def _open_session(path: Path) -> Any:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read at the import; from 1.32 on it reports to its makers
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises a class of its own for every fault
        raise EncoderError(f"the encoder in {path} cannot be read: {error}") from error


def _inputs(windows: Sequence[Window]) -> dict[str, Any]:
    width = max(len(window) for window in windows)
    names = ("ids", "case", "quote", "mask")
    arrays = {name: np.zeros((len(windows), width), np.int64) for name in names}
    for row, window in enumerate(windows):
        size = len(window)
        arrays["ids"][row, :size] = window.ids
        arrays["case"][row, :size] = window.case
        arrays["quote"][row, :size] = window.quote
        arrays["mask"][row, :size] = 1
    return arrays


def _runs(window: Window) -> list[tuple[int, int, int]]:
    """(paragraph, first, last) for each run of words of one paragraph."""
    runs: list[tuple[int, int, int]] = []
    first = 0
    for position in range(1, len(window.words) + 1):
        if position == len(window.words) or window.words[position][0] != window.words[first][0]:
            runs.append((window.words[first][0], first, position))
            first = position
    return runs
