"""The spans that a tagging model predicts: source, cue or content."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ROLES", "RoleSpan"]

ROLES: tuple[str, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A span `[start, end)` of the article, in code points, with its role, one of `ROLES`.

    `score` is the model's confidence, 0 to 1.
    """

    start: int
    end: int
    role: str
    score: float
