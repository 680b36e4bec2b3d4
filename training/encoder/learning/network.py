"""The encoder as a network: a small BERT with inputs for casing and quotation, and one linear head per task."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from annotators.encoder.casing import CLASSES
from annotators.encoder.quote_state import STATES
from training.encoder.heads import HEADS, TAGS

WIDTH, DEPTH, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
CASE_WIDTH, QUOTE_WIDTH = 16, 8
NEW = ("case", "quote", "heads")
"""Prefixes of the weights that are not in the pretrained file."""


class Layer(nn.Module):
    """One transformer layer with normalisation after each half, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.ln1, self.ln2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is (batch, pieces, width); `bias` is added to the attention scores."""
        batch, pieces, width = x.shape
        size = width // ATTENTION_HEADS
        q, k, v = self.qkv(x).view(batch, pieces, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            seen = ((q @ k.transpose(-1, -2)) * size**-0.5 + bias).softmax(-1) @ v
        else:
            seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.ln1(x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, pieces, width))))
        return self.ln2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Maps pieces, casing classes and quotation states to the scores of every head for every piece."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(vocabulary, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case, self.case2 = nn.Embedding(CLASSES, WIDTH), nn.Embedding(CLASSES, CASE_WIDTH)
        self.quote, self.quote2 = nn.Embedding(STATES, WIDTH), nn.Embedding(STATES, QUOTE_WIDTH)
        self.ln, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(DEPTH))
        width = WIDTH + CASE_WIDTH + QUOTE_WIDTH
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(tags)) for head, tags in TAGS.items()})
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)

    def encode(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor) -> Tensor:
        """Vectors of shape (batch, pieces, input width of the heads)."""
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.case(case) + self.quote(quote)
        x = self.drop(self.ln(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return torch.cat([self.drop(x), self.case2(case).to(x.dtype), self.quote2(quote).to(x.dtype)], -1)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The logits of each head, in the order of `outputs`, then the vectors of the pieces."""
        x = self.encode(ids, case, quote, mask)
        return (*(self.heads[head](x) for head in self.outputs), x[..., :WIDTH])

    @property
    def outputs(self) -> list[str]:
        """The names of the heads, in the order of `HEADS`."""
        return [head for head in HEADS if head in self.heads]

    def leave_out(self, heads: Iterable[str]) -> None:
        """Remove heads that were not trained."""
        for head in heads:
            del self.heads[head]


def load_pretrained(folder: Path) -> tuple[Tagger, list[str]]:
    """A tagger with the weights of all-MiniLM-L6-v2 and untrained heads, and the vocabulary.

    `folder` holds `model.safetensors` and `vocab.txt`. Raises `ValueError` if the weights do not fit.
    """
    weights = load_file(str(folder / "model.safetensors"))
    model = Tagger()
    missing, extra = model.load_state_dict(_renamed(weights), strict=False)
    if extra or not all(name.startswith(NEW) for name in missing):
        raise ValueError(f"not the weights of all-MiniLM-L6-v2: {sorted(missing)}, {sorted(extra)}")
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return model, vocabulary[: len(model.word.weight)]


def _renamed(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    table = "embeddings."
    state = {
        "word.weight": weights[table + "word_embeddings.weight"],
        "pos.weight": weights[table + "position_embeddings.weight"]
        + weights[table + "token_type_embeddings.weight"][0],
        "ln.weight": weights[table + "LayerNorm.weight"],
        "ln.bias": weights[table + "LayerNorm.bias"],
    }
    names = {
        "o": "attention.output.dense",
        "ln1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "ln2": "output.LayerNorm",
    }
    for number in range(DEPTH):
        theirs = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
            for ours, name in names.items():
                state[f"layers.{number}.{ours}.{kind}"] = weights[f"{theirs}{name}.{kind}"]
    return state
