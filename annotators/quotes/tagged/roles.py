"""What a tagging model says about a stretch of text: it is a source, a cue or content."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ROLES", "RoleSpan"]

ROLES: tuple[str, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A stretch of the article, `[start, end)` in code points, with its role (one of `ROLES`).

    `score` is how sure the model is of it, 0 to 1.
    """

    start: int
    end: int
    role: str
    score: float
