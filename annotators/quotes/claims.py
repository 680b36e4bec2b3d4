"""A statement in the making: what a rule read out of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from annotators.annotation import Span

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what by which words, as spans of the article, with the rule that found it.

    `carried` says that the speaker is not named here but taken over from before; `lemma` is that
    of the cue where a rule knows it. `part` is that of the turn of an interview or a transcript
    which the claim is, and `turn` the label of one which it lies in, as when an answer quotes someone.
    `dashed` says that what is said has a dash before it and no marks around it.
    """

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    rule: str
    score: float
    carried: bool = False
    addressee: Span | None = None
    medium: Span | None = None
    lemma: str = ""
    part: str = ""
    turn: Span | None = None
    dashed: bool = False

    @property
    def start(self) -> int:
        """Code point at which the first of its parts begins."""
        return min(span.start for span in (*self.content, self.cue, self.speaker) if span is not None)

    @property
    def end(self) -> int:
        """Code point after the last of its parts."""
        return max(span.end for span in (*self.content, self.cue, self.speaker) if span is not None)
