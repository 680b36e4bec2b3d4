"""Compares several systems on the same texts: scores, time, and the significance of differences.

The test is a paired bootstrap: articles are drawn with replacement, each with the results of all systems, and the
difference is taken within each draw.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotators.annotation import AnnotationSet, BlockLabel, Statement
from annotators.article import Article
from annotators.document import to_document
from benchmarks.quotes.peers.clause_rules import Quotation

__all__ = ["Peer", "annotate_with", "compare", "parse", "print_paired"]

Peer = Callable[[Any], list[Quotation]]
Tallies = dict[str, Mapping[str, float]]

DRAWS = 2000
ROWS = (
    ("reported speech F1", "reported", "f1"), ("precision", "reported", "p"),
    ("direct segments F1", "direct.segments", "f1"),
    ("recall of direct", "reported.recall.direct", "rate"), ("recall of mixed", "reported.recall.mixed", "rate"),
    ("recall of indirect", "reported.recall.indirect", "rate"), ("speaker in part", "speaker.overlap", "rate"),
    ("speaker exactly", "speaker.exact", "rate"),
)  # fmt: skip


def parse(articles: Sequence[Article], parser: Path) -> list[Any]:
    """Each text as a spaCy Doc of that pipeline; prints the time taken."""
    import spacy

    nlp = spacy.load(parser)
    began = time.process_time()
    docs = [nlp(article.text) for article in articles]
    _say("the parse itself", began, articles)
    return docs


def annotate_with(name: str, peer: Peer, articles: Sequence[Article], docs: Sequence[Any], out: Path) -> None:
    """Write one system's documents; an article on which it raises `ValueError` gets no statements and is counted."""
    failed = 0
    began = time.process_time()
    found: list[list[Quotation]] = []
    for doc in docs:
        try:
            found.append(peer(doc))
        except ValueError:
            found.append([])
            failed += 1
    _say(name, began, articles, f", raises on {failed} of {len(articles)}" if failed else "")
    with out.open("w", encoding="utf-8") as lines:
        for article, quoted in zip(articles, found, strict=True):
            blocks = tuple(BlockLabel(start=one.start, end=one.end, kind="body") for one in article.blocks)
            annotations = AnnotationSet(blocks=blocks, statements=tuple(_statements(quoted)))
            lines.write(json.dumps(to_document(article, annotations)) + "\n")


def _statements(quoted: Iterable[Quotation]) -> Iterable[Statement]:
    for number, one in enumerate(quoted, 1):
        content = tuple(sorted(one.content))
        yield Statement(
            id=f"s{number}", type="mixed", start=content[0].start, end=max(span.end for span in content),
            content=content, cue=one.cue, speaker=one.speaker,
        )  # fmt: skip


def _say(name: str, began: float, articles: Sequence[Article], more: str = "") -> None:
    words = sum(len(article.text.split()) for article in articles)
    print(f"{name}: {1e6 * (time.process_time() - began) / words:.1f} ms per 1,000 words{more}", flush=True)


def compare(score: Path, gold: Path, predictions: Mapping[str, Path]) -> dict[str, Tallies]:
    """Print a column of scores for each system; returns the counts of each by article."""
    sys.path.insert(0, str(score))
    task = importlib.import_module("scorekit.tasks.polnear")
    corpus = importlib.import_module("scorekit.corpus")
    articles = task.load_gold(gold)
    texts = {name: article.text for name, article in articles.items()}
    tallies: dict[str, Tallies] = {}
    for system, path in predictions.items():
        documents = corpus.load_corpus(path, texts).documents
        tallies[system] = {name: task.tally_article(articles[name], document) for name, document in documents.items()}
    print(f"\n{'':22}" + "".join(f"{system:>18}" for system in tallies))
    for label, metric, value in ROWS:
        print(f"{label:22}" + "".join(f"{_value(per.values(), metric, value):18.1f}" for per in tallies.values()))
    return tallies


def _value(tallies: Iterable[Mapping[str, float]], metric: str, value: str) -> float:
    tallies = list(tallies)

    def total(column: str) -> float:
        return sum(one.get(f"{metric}:{column}", 0.0) for one in tallies)

    def share(hits: str, all_: str) -> float:
        return 100 * total(hits) / total(all_) if total(all_) else 0.0

    if value == "rate":
        return share("hits", "total")
    precision, recall = share("hit_pred", "pred"), share("hit_gold", "gold")
    if value == "p":
        return precision
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def print_paired(tallies: Mapping[str, Tallies], ours: str) -> None:
    """Print the lead over each other system with a 95 % interval: in all, by type, by publisher."""
    names = sorted(tallies[ours])
    groups = {"all": names}
    for name in names:
        groups.setdefault(name.split("_")[0], []).append(name)
    for other in tallies:
        if other == ours:
            continue
        print(f"\n{ours} ahead of {other} by")
        for label, metric, value in ROWS[:1] + ROWS[3:6]:
            print(f"  {label:28}{_ahead(tallies[ours], tallies[other], names, metric, value)}")
        for group, members in list(groups.items())[1:]:
            line = _ahead(tallies[ours], tallies[other], members, "reported", "f1")
            print(f"  {f'F1, {group} ({len(members)})':28}{line}")


def _ahead(left: Tallies, right: Tallies, names: Sequence[str], metric: str, value: str) -> str:
    def difference(drawn: Sequence[str]) -> float:
        return _value([left[name] for name in drawn], metric, value) - _value(
            [right[name] for name in drawn], metric, value
        )

    chance = random.Random(13)
    draws = sorted(difference(chance.choices(names, k=len(names))) for _ in range(DRAWS))
    low, high = draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS)]
    return f"{difference(names):6.1f}  [{low:5.1f}, {high:5.1f}]"
