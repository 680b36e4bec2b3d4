"""The training: names and quotations together, seeded, resumable, within a fixed time.

AdamW, bfloat16. The learning rate rises over 40 steps and falls linearly to zero with the share of time spent, so that
a run ends on time with a rate of zero. The result is the average of the weights over the last steps. An interrupted run
continues from its last checkpoint with the time that it had left.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from annotators.encoder.wordpieces import WordPieces
from training.encoder.learning.evaluation import development_scores
from training.encoder.learning.losses import name_loss
from training.encoder.learning.network import NEW, Tagger
from training.encoder.learning.streams import IGNORED, ROLE_STEP, Batch, Streams

__all__ = ["Options", "Run"]

CHECKPOINT = "checkpoint.pt"
_WARM_UP = 40
_REPORT = 20
_SAVE = 120.0
"""Seconds between checkpoints."""

_AVERAGE_EVERY, _AVERAGE_KEPT = 4, 0.98
"""Every four steps the average keeps 98 % of itself, so it spans about the last 200 steps."""


@dataclass(frozen=True)
class Options:
    """`quotations` is the share of steps that train quotations, `pieces` the number of pieces per step."""

    minutes: float = 60.0
    seed: int = 1
    rate: float = 1.2e-4
    head_rate: float = 1.2e-3
    quotations: float = 0.35
    pieces: int = 1152
    threads: int = 1


class Run:
    """One training run into `out`; `folder` holds the prepared files, `mix` the share of each source."""

    def __init__(
        self, model: Tagger, split: WordPieces, folder: Path, mix: Mapping[str, float], options: Options
    ) -> None:
        torch.set_num_threads(options.threads)
        torch.manual_seed(options.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = model.to(self.device)
        self.average = deepcopy(self.model)
        self.split = split
        self.folder = folder
        self.options = options
        self.chance = random.Random(options.seed)
        streams = Streams(split, folder, mix, self.chance, options.pieces)
        self._streams: dict[str, Iterator[Batch]] = {"ner": streams.names(), "quote": streams.quotations()}
        self._optimizer = self._make_optimizer()
        self.step = 0
        self.spent = 0.0
        self.used: Counter[str] = Counter()
        self._losses: dict[str, float] = {}

    def _make_optimizer(self) -> torch.optim.Optimizer:
        slow = [weight for name, weight in self.model.named_parameters() if not name.startswith(NEW)]
        fast = [weight for name, weight in self.model.named_parameters() if name.startswith(NEW)]
        groups: list[dict[str, Any]] = [
            {"params": slow, "lr": self.options.rate, "peak": self.options.rate},
            {"params": fast, "lr": self.options.head_rate, "peak": self.options.head_rate},
        ]
        return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)

    def train(self, out: Path) -> None:
        """Train until the time is up; progress is printed, checkpoints go to `out`."""
        self._resume(out)
        limit = self.options.minutes * 60
        last = saved = time.monotonic()
        quarter = int(4 * self.spent / limit)
        self.model.train()
        while self.spent < limit:
            self._step(self.spent / limit)
            now = time.monotonic()
            self.spent += now - last
            last = now
            if self.step % _REPORT == 0:
                self._report(limit)
            if int(4 * self.spent / limit) > quarter and self.spent < limit:
                quarter += 1
                print(f"  development: {self.scores()}", flush=True)
                last = time.monotonic()
            if now - saved > _SAVE:
                self.save(out)
                saved = last = time.monotonic()
        self.save(out)

    def _step(self, done: float) -> None:
        scale = min(1.0, (self.step + 1) / _WARM_UP) * (1.0 - done)
        for group in self._optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        task = "quote" if self.chance.random() < self.options.quotations else "ner"
        batch = Batch(*(tensor.to(self.device) for tensor in next(self._streams[task])))
        loss = self._loss(task, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % _AVERAGE_EVERY == 0:
            self._take_into_average()
        self.used[task] += int(batch.mask.sum())
        self._losses[task] = 0.95 * self._losses.get(task, loss.item()) + 0.05 * loss.item()

    @torch.no_grad()
    def _take_into_average(self) -> None:
        kept = min(_AVERAGE_KEPT, 1 - _AVERAGE_EVERY / self.step)
        torch._foreach_lerp_(list(self.average.parameters()), list(self.model.parameters()), 1 - kept)

    def _loss(self, task: str, batch: Batch) -> Tensor:
        with torch.autocast(self.device.type, torch.bfloat16):
            vectors = self.model.encode(batch.ids, batch.case, batch.quote, batch.mask)
            kept = batch.gold.view(-1) != IGNORED
            vectors, gold = vectors.view(-1, vectors.shape[-1])[kept], batch.gold.view(-1)[kept]
            heads = self.model.heads
            if task == "ner":
                return name_loss(heads["ner"](vectors).float(), gold)
            content = functional.cross_entropy(heads["content"](vectors).float(), gold // ROLE_STEP)
            return content + functional.cross_entropy(heads["role"](vectors).float(), gold % ROLE_STEP)

    def scores(self) -> dict[str, float]:
        """The development scores of the averaged weights."""
        quotations = self.options.quotations > 0
        return development_scores(self.average, self.split, self.folder, quotations=quotations)

    def _report(self, limit: float) -> None:
        losses = ", ".join(f"{task} {loss:.3f}" for task, loss in sorted(self._losses.items()))
        print(
            f"{self.spent / 60:.1f} of {limit / 60:.0f} min, step {self.step},"
            f" {sum(self.used.values()):,} pieces, loss {losses}",
            flush=True,
        )

    def save(self, out: Path) -> None:
        """Write a checkpoint from which the run can continue."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "step": self.step,
            "spent": self.spent,
            "used": dict(self.used),
            "options": asdict(self.options),
        }
        scratch = out / f"{CHECKPOINT}.new"
        torch.save(state, scratch)
        scratch.replace(out / CHECKPOINT)
        (out / "run.json").write_text(json.dumps({key: state[key] for key in ("step", "used", "options")}, indent=1))

    def _resume(self, out: Path) -> None:
        """Continue from a checkpoint; raises `ValueError` if its options differ. The data is drawn with a new seed."""
        path = out / CHECKPOINT
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device)
        if state["options"] != asdict(self.options):
            raise ValueError(f"{path} is of a run with other options; remove it or choose another folder")
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self.step, self.spent = state["step"], state["spent"]
        self.used.update(state["used"])
        self.chance.seed(f"{self.options.seed} {self.step}")
        print(f"going on at step {self.step}", flush=True)
