"""Decides which lines of an extracted text belong to the story, by the gold text of its page."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["RUN", "WORD", "Line", "story_lines"]

WORD = re.compile(r"\w+")
RUN = 4
"""Words that must follow one another in both the gold text and the extracted one."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: its span, its number of words, and the starts of the story's words, in code points."""

    start: int
    end: int
    words: int
    story: tuple[int, ...]

    @property
    def junk(self) -> bool:
        """Whether less than half of its words are the story's."""
        return 2 * len(self.story) < self.words


def story_lines(text: str, body: str) -> list[Line]:
    """The lines of an extracted text, compared with the body in the gold text.

    A word is the story's if a run of four words around it is in the body too. Runs go across line ends, so that a
    subhead of one word is recognised by its surroundings, and a button of one word is not.
    """
    wanted = WORD.findall(body.lower())
    runs = {tuple(wanted[at : at + RUN]) for at in range(max(1, len(wanted) - RUN + 1))}
    words = list(WORD.finditer(text))
    said = [match.group().lower() for match in words]
    covered = [False] * len(said)
    for at in range(max(1, len(said) - RUN + 1)):
        run = said[at : at + RUN]
        if tuple(run) in runs:
            covered[at : at + len(run)] = [True] * len(run)
    lines, at = [], 0
    for line in _LINE.finditer(text):
        first = at
        while at < len(words) and words[at].start() < line.end():
            at += 1
        if at > first:
            story = tuple(words[number].start() for number in range(first, at) if covered[number])
            lines.append(Line(line.start(), line.end(), at - first, story))
    return lines
