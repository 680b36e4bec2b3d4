"""Why a statement is taken for one, in words for the card and the JSON."""

from __future__ import annotations

from typing import Final

__all__ = ["AGREES", "reason_of"]

AGREES: Final = ", and the model agrees"
"""The end of the rule of a claim that the model makes as well."""

_WORDED: Final = {
    " and clause": "comes after speaker and verb: {}",
    " and quotation": "the quotation comes after speaker and verb: {}",
    "clause after": "stands beside speaker and verb: {}",
    "inverted clause": "stands beside verb and speaker: {}",
    "its source stands in front": "comes after its source, with “{}”",
    "read by the model": "the model found it, by “{}”",
}
"""By the end of a rule's name: what it says of the words that it went by."""


def reason_of(rule: str) -> str:
    """The rule of a claim, `clause after: Mora said`, in words: `stands beside speaker and verb: Mora said`."""
    told = rule.removesuffix(AGREES)
    name, _, words = told.partition(": ")
    worded = next((one for ending, one in _WORDED.items() if words and name.endswith(ending)), "")
    if worded:
        told = worded.format(words)
    return told + ("; the model agrees" if rule.endswith(AGREES) else "")
