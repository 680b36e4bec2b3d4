"""count_cues.py POLNEAR_DIR OUT.toml: the cue lexicon, counted from annotated articles.

POLNEAR_DIR holds `text/*.txt` and brat `attributions/*.ann` (the training part and nothing else).
What comes out is lemmas, kinds of following word and counts; no text.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from annotators.quotes.english.inflection import forms_of
from annotators.quotes.english.tokens import Token, tokenize
from annotators.quotes.marks.pairing import pair_marks
from annotators.quotes.saying.cues import CONTEXTS, frame_at, is_noun_use
from training.quotes.brat import Attribution, read_articles

Counts = dict[str, dict[str, list[int]]]

VERBS = tomllib.loads(Path(__file__).with_name("verbs.toml").read_text(encoding="utf-8"))
IRREGULAR: dict[str, str] = VERBS["irregular"]
LEFT_OUT = frozenset(VERBS["left_out"].split())
SAYING = frozenset(VERBS["saying"].split())
OTHER_WORDS = frozenset(VERBS["other_words"].split())
NOT_COUNTED = OTHER_WORDS | frozenset(VERBS["not_counted"].split())
PRIOR = (3, 4)
"""Occurrences as a cue, and in all, that are added to the counts of each verb in `SAYING`."""


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", metavar="POLNEAR_DIR", type=Path)
    parser.add_argument("out", metavar="OUT.toml", type=Path)
    arguments = parser.parse_args()
    source, out = arguments.source, arguments.out
    verbs: Counts = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    nouns: Counts = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    articles = list(read_articles(source))
    alone = solo_rates(articles)
    vocabulary = frozenset(token.lower for text, _ in articles for token in tokenize(text, 0, len(text)))
    lemmas = lemma_map(alone, vocabulary)
    for text, attributions in articles:
        heads = {head.start for said in attributions if (head := head_of(text, said, alone)) is not None}
        for tokens, at in outside_words(text):
            token = tokens[at]
            noun = is_noun_use(tokens, at)
            use, lemma = (nouns, noun_lemma(token.lower)) if noun else (verbs, lemmas.get(token.lower))
            if lemma is None or (token.lower in NOT_COUNTED and not noun):
                continue
            for key in ("all", frame_at(tokens, at)):
                use[lemma][key][0] += token.start in heads
                use[lemma][key][1] += 1
    for lemma in SAYING:
        verbs[lemma]["all"] = [prior + count for prior, count in zip(PRIOR, verbs[lemma]["all"], strict=True)]
    out.write_text(render(keep(verbs, 2, 0.2, SAYING), keep(nouns, 4, 0.1)), encoding="utf-8")


def outside_words(text: str) -> Iterator[tuple[list[Token], int]]:
    """Every word outside quotation marks: the tokens of its line, and its index."""
    start = 0
    for line in text.splitlines(keepends=True):
        inside = bytearray(len(line) + 1)
        for pair in pair_marks(text, start, start + len(line.rstrip())):
            if pair.width == 2 or text[pair.start] in '"“«„':
                inside[pair.start - start : pair.end - start] = b"\x01" * (pair.end - pair.start)
        tokens = tokenize(text, start, start + len(line))
        for at, token in enumerate(tokens):
            if token.kind == "word" and not inside[token.start - start]:
                yield tokens, at
        start += len(line)


def solo_rates(articles: list[tuple[str, list[Attribution]]]) -> dict[str, float]:
    """For each word the share of its occurrences outside quotation marks in which it is a whole cue."""
    solo: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text, attributions in articles:
        for said in attributions:
            words = cue_words(text, said)
            if len(words) == 1:
                solo[words[0].lower] += 1
        seen.update(tokens[at].lower for tokens, at in outside_words(text))
    return {word: solo[word] / max(seen[word], solo[word], 3) for word in solo}


def cue_words(text: str, said: Attribution) -> list[Token]:
    """The words of a cue."""
    return [token for start, end in said.cue for token in tokenize(text, start, end) if token.kind == "word"]


def head_of(text: str, said: Attribution, alone: dict[str, float]) -> Token | None:
    """The head of a cue: the word that is most often a cue by itself."""
    words = cue_words(text, said)
    return max(words, key=lambda token: (alone.get(token.lower, 0.0), token.start), default=None)


def lemma_map(alone: dict[str, float], vocabulary: frozenset[str]) -> dict[str, str]:
    """Verb lemmas by form, for the words seen as cues; `vocabulary` tells real lemmas from cut-off stems."""
    irregular = {lemma: tuple(forms.split()) for lemma, forms in IRREGULAR.items()}
    found = {form: lemma for lemma in irregular for form in forms_of(lemma, irregular)}
    stems = set()
    for word in alone:
        for ending, put in (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"),
                            ("ing", ""), ("ing", "e")):  # fmt: skip
            if word.endswith(ending) and len(word) - len(ending) > 2:
                stem = word[: len(word) - len(ending)] + put
                stems.add(stem)
                if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sle":
                    stems.add(stem[:-1])
    stems |= SAYING
    weight: dict[str, float] = {}
    for stem in stems:
        forms = forms_of(stem, irregular)
        weight[stem] = sum(form in alone for form in forms) + 2 * (stem in vocabulary) + 9 * (stem in SAYING)
    for stem in sorted(stems, key=lambda stem: (-weight[stem], len(stem), stem)):
        for form in forms_of(stem, irregular):
            if form in alone or stem in SAYING:
                found.setdefault(form, stem)
    return found


def noun_lemma(word: str) -> str:
    """A noun without its plural ending."""
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def keep(counts: Counts, least: int, rate: float, always: frozenset[str] = frozenset()) -> Counts:
    """The lemmas that are a cue often enough, and those in `always`."""
    return {
        lemma: frames
        for lemma, frames in counts.items()
        if lemma in always
        or (lemma not in LEFT_OUT and frames["all"][0] >= least and frames["all"][0] >= rate * frames["all"][1])
    }


def render(verbs: Counts, nouns: Counts) -> str:
    """The table as TOML, sorted."""
    lines = [
        "# Words that report speech: for each lemma and each kind of word after it, how often it was a cue there and",
        "# how often it stood there at all, outside quotation marks. Counted by training/quotes/count_cues.py from",
        "# the training part of PolNeAR 1.0 (Newell et al., LREC 2018); counts only, none of its text.",
        "# `all 83/109 of 8/18`: a cue in 83 of 109 places, and in 8 of the 18 with `of` after it.",
        "",
        "[irregular]",
        *(f'{lemma} = "{forms}"' for lemma, forms in sorted(IRREGULAR.items()) if lemma in verbs),
        "",
        "[other]",
        f'words = "{" ".join(sorted(OTHER_WORDS))}"',
    ]
    for name, counts in (("verbs", verbs), ("nouns", nouns)):
        lines += ["", f"[{name}]"]
        for lemma, frames in sorted(counts.items()):
            kept = [(key, frames[key]) for key in ("all", *CONTEXTS) if key in frames and frames[key][1] > 1]
            lines.append(f'"{lemma}" = "{" ".join(f"{key} {cue}/{seen}" for key, (cue, seen) in kept)}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
