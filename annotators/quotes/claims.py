"""A claim: what a rule has read from one sentence, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass

from annotators.annotation import Span

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what with which cue, as spans of the article, and the rule that found it.

    `carried`: the speaker is not named here but taken over from an earlier claim. `lemma` is that of the cue, empty
    where the rule does not know it. `part` is the part of a turn (see `Paragraph`) if the claim is a turn of an
    interview or transcript; `turn` is the label of the turn that the claim lies in, as when an answer quotes someone.
    `dashed`: a dash opens the content, without quotation marks.
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
        """Code point at which the first of its spans begins."""
        return min(span.start for span in (*self.content, self.cue, self.speaker) if span is not None)

    @property
    def end(self) -> int:
        """Code point after the last of its spans."""
        return max(span.end for span in (*self.content, self.cue, self.speaker) if span is not None)
