"""The interviewer and the interviewed, and whom a label means: a letter, a given name, initials or a surname."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from annotators.annotation import AnnotationSet, Entity, Span
from annotators.quotes.claims import Claim
from annotators.quotes.turns.labels import ANSWERS, QUESTIONS
from annotators.rows import column

__all__ = ["Parties", "parties_of"]

_WEIGHTS: Final = {"headline": 3, "deck": 3, "subhead": 1, "caption": 1, "body": 1}
"""The weight of a mention in a block of each kind as evidence for the person interviewed."""
_SURELY: Final = 2
"""How many times the weight of the next person the person interviewed must have."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The ids of the entities that ask and that answer, `None` where the article does not show it."""

    asks: str | None = None
    answers: str | None = None

    def speaker(self, text: str, label: Span, part: str, entities: Iterable[Entity]) -> str | None:
        """The id of the person whose turn begins at a label; `None` if it is not known."""
        words = text[label.start : label.end].casefold().replace(".", " ").split()
        if " ".join(words).rstrip("0123456789") in QUESTIONS | ANSWERS:
            return self.asks if part == "question" else self.answers
        found = {one.id for one in entities if one.label == "PERSON" and _is_called(one.name, words)}
        return found.pop() if len(found) == 1 else None


def _is_called(name: str, words: Sequence[str]) -> bool:
    """Whether a label is a name, or its surname, given name or initials; titles before a surname are ignored."""
    parts = name.casefold().replace(".", " ").split()
    joined = "".join(words)
    return (
        parts == [*words]
        or (len(words) == 1 and words[0] in (parts[0], parts[-1]))
        or (len(words) > 1 and words[-1] == parts[-1] and len(words[0]) < 5 and words[0] not in parts)
        or (len(parts) > 1 and len(joined) <= len(parts) and joined in (_initials(parts), parts[0][0] + parts[-1][0]))
    )


def _initials(parts: Sequence[str]) -> str:
    return "".join(part[0] for part in parts)


def parties_of(annotations: AnnotationSet, claims: Sequence[Claim]) -> Parties:
    """The parties of an interview; empty if no claim is a turn of one."""
    first = min((claim.start for claim in claims if claim.part in ("question", "answer")), default=None)
    if first is None or not annotations.mentions:
        return Parties()
    writers: set[str] = set()
    weights: Counter[str] = Counter()
    starts = list(column(annotations.blocks, "start"))
    for mention in annotations.mentions:
        at = bisect_right(starts, mention.start) - 1
        if mention.label != "PERSON" or mention.entity is None or at < 0:
            continue
        block = annotations.blocks[at]
        if mention.start >= block.end:
            continue
        if block.kind in ("byline", "author_box"):
            writers.add(mention.entity)
        elif block.start < first:
            weights[mention.entity] += _WEIGHTS.get(block.kind, 0)
    for writer in writers:
        del weights[writer]
    best = weights.most_common(2)
    sure = best and best[0][1] and (len(best) < 2 or best[0][1] >= _SURELY * best[1][1])
    return Parties(writers.pop() if len(writers) == 1 else None, best[0][0] if sure else None)
