"""quotes.py DATA SCORE [PART ...]: the quotes room on handed-out texts, scored, with milliseconds per 1,000 words.

DATA holds `data/quotes` and `seeds`, SCORE is the folder of score.py. PART is any of `polnear`, `cases`, `seeds`,
`markkula`, `resolved`; all of them when none is given. Rules alone, unless `--model NAME` gives a pipeline (a
name or a folder; `shipped` for the one that ships), which adds names and the roles it reads. `--plain` takes
every line for body text; without it the structure annotator says what is quoted from.

`--peers PARSER` measures others beside ours on PolNeAR: textacy's direct quotations and rules over clauses as the
GenderGapTracker describes them, both on the parse of one spaCy pipeline (`benchmarks/quotes/peers/parser.py` makes
one), in an environment that has textacy (`pip install textacy`). `resolved` is how many pronouns and descriptions
are put down to the right person: of all of them in statements that were found, and again where whoever speaks is
given.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotators.annotation import AnnotationSet, BlockLabel, Layer
from annotators.article import Article
from annotators.boilerplate import label_blocks
from annotators.document import to_document
from annotators.loaders.text import article_from_text
from annotators.quotes import find_marks, find_statements
from annotators.quotes.speakers.unnamed import with_unnamed_speakers
from annotators.quotes.speakers.untagged import with_untagged_speakers
from benchmarks.quotes.speakers import score_resolved

PARTS = ("polnear", "cases", "seeds", "markkula", "resolved")


def main() -> None:
    """Annotate and score each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--model")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--peers", type=Path, metavar="PARSER")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leaves the predictions there")
    arguments = parser.parse_args()
    pipeline = load(arguments.model) if arguments.model else None
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        if arguments.peers:
            measure_peers(arguments.data, arguments.score, arguments.peers, pipeline, folder)
            return
        for part in arguments.parts or PARTS:
            out = folder / f"{part}.jsonl"
            annotate_part(part, arguments.data, out, pipeline, arguments.plain)
            score(part, arguments.data, arguments.score, out)


def measure_peers(data: Path, score: Path, parser: Path, pipeline: Any, folder: Path) -> None:
    """Score ours, with and without a model, and the peers on the development part of PolNeAR."""
    from benchmarks.quotes.peers import clause_rules, measure, textacy_quotes

    articles = [article_from_text(text, f"{name}.txt") for name, text in texts_of("polnear", data)]
    docs = measure.parse(articles, parser)
    files = {name: folder / f"{name.replace(' ', '-')}.jsonl" for name in ("textacy", "clause rules", "our rules")}
    measure.annotate_with("textacy", textacy_quotes.quotations, articles, docs, files["textacy"])
    measure.annotate_with("clause rules", clause_rules.quotations, articles, docs, files["clause rules"])
    annotate_part("polnear", data, files["our rules"], None, plain=False)
    ours = "our rules"
    if pipeline is not None:
        ours = "ours"
        files[ours] = folder / "ours.jsonl"
        annotate_part("polnear", data, files[ours], pipeline, plain=False)
    tallies = measure.compare(score, data / "data" / "quotes" / "polnear" / "dev", files)
    measure.print_paired(tallies, ours)


def load(model: str) -> Any:
    """The pipeline of that name; spaCy is imported only here."""
    from annotators.components import load_pipeline

    return load_pipeline(None if model == "shipped" else model)


def annotate_part(part: str, data: Path, out: Path, pipeline: Any, plain: bool) -> None:
    """Write the predictions for one set, and print the time of marks and statements."""
    words = 0
    spent = 0.0
    with out.open("w", encoding="utf-8") as lines:
        for name, text in texts_of(part, data):
            article = article_from_text(text, f"{name}.txt")
            annotations, roles = prepare(article, pipeline, plain)
            began = time.process_time()
            annotations = annotations.replace(marks=find_marks(text, annotations.blocks))
            annotations = annotations.with_layer(Layer.QUOTES, statements=find_statements(article, annotations, roles))
            annotations = with_unnamed_speakers(text, with_untagged_speakers(text, annotations))
            spent += time.process_time() - began
            words += len(text.split())
            document = to_document(article, annotations)
            lines.write(json.dumps(document) + "\n")
    print(f"== {part}: {1e6 * spent / max(1, words):.1f} ms per 1,000 words", flush=True)


def prepare(article: Article, pipeline: Any, plain: bool) -> tuple[AnnotationSet, Any]:
    """The input of the quotes annotator: the structure and, with a pipeline, names and roles."""
    structure = label_blocks(article)
    blocks = structure.blocks
    if plain:
        blocks = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    annotations = AnnotationSet(blocks=blocks, inline=structure.inline)
    if pipeline is None:
        return annotations, ()
    from annotators.components import analyse

    annotations = annotations.replace(marks=find_marks(article.text, blocks))
    analysis = analyse(pipeline, article, annotations)
    return annotations.replace(mentions=analysis.mentions, entities=analysis.entities), analysis.roles


def texts_of(part: str, data: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of one set."""
    quotes = data / "data" / "quotes"
    if part == "cases":
        for case in json.loads((quotes / "torture" / "cases.json").read_text(encoding="utf-8")):
            yield case["id"], case["text"]
        return
    dev = quotes / "polnear" / "dev" / "text"
    folder = {"polnear": dev, "resolved": dev, "seeds": data / "seeds", "markkula": quotes / "markkula"}[part]
    for path in sorted(folder.glob("*.txt")):
        yield path.stem, path.read_bytes().decode("utf-8")


def score(part: str, data: Path, folder: Path, out: Path) -> None:
    """Print the scores of a set."""
    quotes = data / "data" / "quotes"
    if part == "resolved":
        score_resolved(quotes / "polnear_resolved" / "resolved_dev.json", out)
        return
    arguments = {
        "polnear": [quotes / "polnear", "dev", out],
        "cases": [quotes / "torture" / "cases.json", out],
        "seeds": [data / "seeds", out],
        "markkula": [quotes / "markkula", out, "--ids", "1-21"],
    }[part]
    subprocess.run([sys.executable, folder / "score.py", part, *map(str, arguments)], check=False)


if __name__ == "__main__":
    main()
