"""quotes.py DATA SCORE [PART ...]: the quotes room on handed-out texts, scored, with milliseconds per 1,000 words.

DATA holds `data/quotes` and `seeds`, SCORE is the folder of score.py. PART is any of `polnear`, `cases`, `seeds`,
`markkula`, `resolved`; all of them when none is given. Rules alone, unless `--model NAME` gives a pipeline (a
name or a folder; `shipped` for the one that ships), which adds names and the roles it reads. `--plain` takes
every line for body text; without it the structure annotator says what is quoted from.
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

PARTS = ("polnear", "cases", "seeds", "markkula", "resolved")


def main() -> None:
    """Annotates and scores each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--model")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leaves the predictions there")
    arguments = parser.parse_args()
    pipeline = load(arguments.model) if arguments.model else None
    with tempfile.TemporaryDirectory() as scratch:
        for part in arguments.parts or PARTS:
            out = (arguments.keep or Path(scratch)) / f"{part}.jsonl"
            annotate_part(part, arguments.data, out, pipeline, arguments.plain)
            score(part, arguments.data, arguments.score, out)


def load(model: str) -> Any:
    """The pipeline of that name; spaCy is imported only now."""
    from annotators.components import load_pipeline

    return load_pipeline(None if model == "shipped" else model)


def annotate_part(part: str, data: Path, out: Path, pipeline: Any, plain: bool) -> None:
    """Writes the predictions for one set, and says how long marks and statements took."""
    words = 0
    spent = 0.0
    with out.open("w", encoding="utf-8") as lines:
        for name, text in texts_of(part, data):
            article = article_from_text(text, f"{name}.txt")
            annotations, roles = prepare(article, pipeline, plain)
            began = time.process_time()
            annotations = annotations.replace(marks=find_marks(text, annotations.blocks))
            statements = find_statements(article, annotations, roles)
            spent += time.process_time() - began
            words += len(text.split())
            document = to_document(article, annotations.with_layer(Layer.QUOTES, statements=statements))
            lines.write(json.dumps(document) + "\n")
    print(f"== {part}: {1e6 * spent / max(1, words):.1f} ms per 1,000 words", flush=True)


def prepare(article: Article, pipeline: Any, plain: bool) -> tuple[AnnotationSet, Any]:
    """What the quotes room stands on: the structure, and where a pipeline runs its names and roles."""
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
    """Names and texts of one set."""
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
    """Prints the figures of a set."""
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


def score_resolved(gold: Path, out: Path) -> None:
    """How many pronoun and nominal speakers are put down to the right person."""
    documents = {}
    for line in out.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        documents[Path(document["source"]["path"]).stem] = document
    right = silent = 0
    items = json.loads(gold.read_text(encoding="utf-8"))
    for item in items:
        document = documents[item["doc"]]
        names = {entity["id"]: entity["name"] for entity in document["entity_index"]}
        near = [said for said in document["statements"] if said["speaker"] and touches(said["speaker"], item)]
        name = next((names[said["speaker_entity"]] for said in near if said["speaker_entity"]), None)
        right += name is not None and item["key"].split()[-1] in name
        silent += name is None
    print(f"pronoun and nominal speakers resolved right: {right} of {len(items)}, left open: {silent}")


def touches(span: dict[str, int], other: dict[str, int]) -> bool:
    """Whether two spans share a character."""
    return bool(span["start"] < other["end"] and other["start"] < span["end"])


if __name__ == "__main__":
    main()
