"""fit_ranker.py POLNEAR_DIR OUT.toml: the weights by which claims of speech outside quotation marks are judged.

Every clause that could report speech in the training articles is a case, right when an annotated
attribution has half of its content and a word of its speaker; a logistic regression with an L2
penalty weighs their signs. What comes out is names of signs and weights; no text.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from annotators.annotation import Span
from annotators.quotes.claims import Claim
from annotators.quotes.english.sentences import read_paragraph
from annotators.quotes.marks import find_marks
from annotators.quotes.saying.reading import read_claims
from annotators.quotes.turns.claims import in_turns
from training.quotes.brat import Attribution, read_articles

LEAST_SEEN = 6
EPOCHS = 40
RATE = 0.08
PENALTY = 0.0006
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WORD = re.compile(r"\w+")
_STOP = frozenset("the a an of s and".split())

Case = tuple[tuple[str, ...], bool]


def main() -> None:
    """Collect the cases, fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", metavar="POLNEAR_DIR", type=Path)
    parser.add_argument("out", metavar="OUT.toml", type=Path)
    arguments = parser.parse_args()
    source, out = arguments.source, arguments.out
    cases = [case for text, attributions in read_articles(source) for case in cases_of(text, attributions)]
    weights = fit(cases)
    print(f"{len(cases)} cases, {sum(right for _, right in cases)} right, {len(weights)} weights")
    out.write_text(render(weights), encoding="utf-8")


def cases_of(text: str, attributions: Sequence[Attribution]) -> Iterator[Case]:
    """The features of every candidate in an article, and whether it is right."""
    found: list[tuple[Claim, tuple[str, ...]]] = []

    def judge(claim: Claim, signs: Sequence[str]) -> Claim | None:
        found.append((claim, tuple(signs)))
        return replace(claim, score=0.9) if is_right(text, claim, attributions) else None

    blocks = [Span(*line.span()) for line in _LINE.finditer(text)]
    marks = find_marks(text, blocks)
    read_claims(text, in_turns(text, [read_paragraph(text, *block, "body", marks) for block in blocks], marks), judge)
    for claim, signs in found:
        yield signs, is_right(text, claim, attributions)


def is_right(text: str, claim: Claim, attributions: Sequence[Attribution]) -> bool:
    """Whether an attribution shares half of the content and a word of the speaker."""
    content = letters(text, claim.content)
    speaker = words(text, [claim.speaker] if claim.speaker else [])
    for said in attributions:
        wanted = letters(text, said.content)
        if 2 * len(content & wanted) >= len(content | wanted):
            source = words(text, said.source)
            if source & speaker or not (source or speaker):
                return True
    return False


def letters(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The offsets of the letters and digits inside the spans."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def words(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The offsets at which words begin inside the spans, without stop words."""
    return {
        start + word.start()
        for start, end in spans
        for word in _WORD.finditer(text[start:end])
        if word.group().lower() not in _STOP
    }


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by stochastic gradient descent (AdaGrad)."""
    seen = Counter(sign for signs, _ in cases for sign in signs)
    kept = [([sign for sign in (*signs, "always") if seen[sign] >= LEAST_SEEN or sign == "always"], right)
            for signs, right in cases]  # fmt: skip
    weights: dict[str, float] = {"always": 0.0}
    squares: Counter[str] = Counter()
    shuffled = random.Random(13)
    for _ in range(EPOCHS):
        shuffled.shuffle(kept)
        for signs, right in kept:
            total = sum(weights.get(sign, 0.0) for sign in signs)
            error = 1 / (1 + math.exp(-total)) - right
            for sign in signs:
                gradient = error + (PENALTY * weights.get(sign, 0.0) if sign != "always" else 0.0)
                squares[sign] += gradient * gradient  # type: ignore[assignment]
                weights[sign] = weights.get(sign, 0.0) - RATE * gradient / (math.sqrt(squares[sign]) + 1e-6)
    return weights


def render(weights: dict[str, float]) -> str:
    """The table as TOML, sorted."""
    lines = [
        "# Weights of the signs by which a claim of speech outside quotation marks is judged (log odds).",
        "# Fitted by training/quotes/fit_ranker.py on the training part of PolNeAR 1.0; no text of it is here.",
        "",
        "[weights]",
    ]
    lines += [f'"{sign}" = {weight:.3f}' for sign, weight in sorted(weights.items()) if abs(weight) >= 0.02]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
