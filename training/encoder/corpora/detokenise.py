"""Joins the words of a corpus to running text, so that it can be tokenised as at run time."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["BRACKETS", "blanks_after"]

BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"',
}  # fmt: skip
"""The spellings of marks in treebanks, and the marks."""

_NO_BLANK_BEFORE = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
        "%",
        ")",
        "]",
        "}",
        "'",
        "’",
        "”",
        "'s",
        "’s",
        "'S",
        "n't",
        "n’t",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "’re",
        "’ve",
        "’ll",
        "’d",
        "’m",
        "…",
        "...",
        "''",
    ]
)
_NO_BLANK_AFTER = frozenset(["(", "[", "{", "$", "#", "£", "€", "“", "‘", "``", "@"])


def blanks_after(words: Sequence[str], *, hyphens_join: bool = False) -> list[bool]:
    """Whether a space follows each word; `hyphens_join` for corpora that split `well-known` in three."""
    blanks = [True] * len(words)
    quoted = False
    for position, word in enumerate(words):
        if word in _NO_BLANK_BEFORE and position:
            blanks[position - 1] = False
        if word in _NO_BLANK_AFTER:
            blanks[position] = False
        if word == '"':
            if not quoted:
                blanks[position] = False
            elif position:
                blanks[position - 1] = False
            quoted = not quoted
        if word == "'":
            _place_apostrophe(words, blanks, position)
        if hyphens_join and word in ("-", "–", "/") and 0 < position < len(words) - 1:
            blanks[position - 1] = blanks[position] = False
    if blanks:
        blanks[-1] = True
    return blanks


def _place_apostrophe(words: Sequence[str], blanks: list[bool], position: int) -> None:
    if position and words[position - 1].endswith("s"):
        blanks[position - 1] = False
    else:
        blanks[position] = False
