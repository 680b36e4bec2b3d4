"""Agreement of block labels with gold labels, counted like the score script does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotators.annotation import BOILERPLATE_KINDS

__all__ = ["Agreement", "Judged", "agreement"]


class Judged(NamedTuple):
    """A block: the kind found, the true one, and its text."""

    found: str
    true: str
    text: str


class Agreement(NamedTuple):
    """In percent: blocks rightly kept or stripped, F1 of the stripped ones, of the body's characters, exact kinds.

    `wrong` says each block of another kind in a line; `headlines` those that are one, or were taken for one.
    """

    sides: float
    stripped: float
    body: float
    kinds: float
    wrong: tuple[str, ...]
    headlines: tuple[str, ...]


def agreement(blocks: Iterable[Judged]) -> Agreement:
    """The agreement over some blocks, at least one."""
    judged = list(blocks)
    wrong = [one for one in judged if one.found != one.true]
    crossed = [one for one in wrong if _stripped(one.found) != _stripped(one.true)]
    return Agreement(
        100 - 100 * len(crossed) / len(judged),
        _f1([(_stripped(one.found), _stripped(one.true), 1) for one in judged]),
        _f1([(one.found == "body", one.true == "body", len(one.text)) for one in judged]),
        100 - 100 * len(wrong) / len(judged),
        tuple(map(_said, wrong)),
        tuple(_said(one) for one in wrong if "headline" in (one.found, one.true)),
    )


def _stripped(kind: str) -> bool:
    return kind in BOILERPLATE_KINDS


def _f1(pairs: list[tuple[bool, bool, int]]) -> float:
    both = sum(size for found, true, size in pairs if found and true)
    either = sum(size * (found + true) for found, true, size in pairs)
    return 200 * both / either if either else 100.0


def _said(one: Judged) -> str:
    return f"{one.found}, not {one.true}: {one.text[:60]}"
