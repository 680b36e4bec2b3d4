"""Counts what an extractor loses at the opening of a story, and what it leaves in that is not part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["kept_text", "leaks", "segments"]

_WORDS = re.compile(r"\w+")
_OPENS = frozenset(("summary", "paragraph", "p", "body"))
"""Names of standfirsts and paragraphs in the sets."""
_LEAST = 3
"""The fewest words of a caption or headline, so that it is not confused with the story; of a credit two."""


def leaks(gold: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """By name the number of hits and of items: `opening` kept; `headline`, `captions`, `credits` left in the body.

    An item is in a text if its words occur there in sequence. It is left in if it occurs more often than in the story
    itself. The opening is the standfirst or the first paragraph, whichever comes first; it is kept if four fifths of
    its runs of four words are. Items that a set does not state are not counted.
    """
    counts = {name: [0, 0] for name in ("opening", "headline", "captions", "credits")}
    for name, page in gold.items():
        body, found = _spaced(page["body"]), _spaced(texts.get(name, ""))
        opening = next((text for kind, text in page.get("blocks") or () if kind in _OPENS), None)
        if opening is not None:
            counts["opening"][1] += 1
            counts["opening"][0] += _is_kept(opening, found)
        for kind, item in _unwanted(page):
            words = _spaced(item)
            if len(words.split()) >= (_LEAST if kind != "credits" else 2):
                counts[kind][1] += 1
                counts[kind][0] += found.count(words) > body.count(words)
    return {name: (hits, total) for name, (hits, total) in counts.items()}


def segments(gold: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 in percent over strings that must be in a text (`with`) or must not (`without`)."""
    found = missed = wrong = 0
    for name, page in gold.items():
        text = _spaced(texts.get(name, ""))
        hits = [_spaced(item) in text for item in page["with"]]
        found += sum(hits)
        missed += len(hits) - sum(hits)
        wrong += sum(_spaced(item) in text for item in page["without"])
    cells = {"P": (found, wrong), "R": (found, missed), "F1": (2 * found, missed + wrong)}
    return {label: 100 * right / max(1, right + other) for label, (right, other) in cells.items()}


def _unwanted(page: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if page.get("title") or page.get("headline"):
        yield "headline", page.get("title") or " ".join(page["headline"])
    for image in page.get("images") or ():
        if image.get("caption"):
            yield "captions", image["caption"]
        credit = image.get("credit") or ()
        yield from (("credits", one) for one in ([credit] if isinstance(credit, str) else credit) if one)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.lower()))} "


def _is_kept(unit: str, found: str) -> bool:
    words = _WORDS.findall(unit.lower())
    runs = [words[at : at + 4] for at in range(max(1, len(words) - 3))]
    return sum(f" {' '.join(run)} " in found for run in runs) >= 0.8 * len(runs)


def kept_text(document: Mapping[str, Any], kinds: Sequence[str]) -> str:
    """The text of the blocks of these kinds, one per line, without the parts cut out of them."""
    cut = [(part["start"], part["end"]) for part in document.get("inline", ()) if part.get("boilerplate")]
    lines = []
    for block in document["blocks"]:
        if block["boilerplate"] or block["kind"] not in kinds:
            continue
        at = block["start"]
        pieces = []
        for start, end in sorted(cut):
            if start < block["end"] and end > at:
                pieces.append(document["text"][at : max(at, start)])
                at = end
        pieces.append(document["text"][at : block["end"]])
        lines.append("".join(pieces))
    return "\n".join(lines)
