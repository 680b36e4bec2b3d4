"""entities.py DATA SCORE [PART ...]: the names and amounts that the shipped model finds, scored and timed.

DATA holds `data/entities`, `data/ner` and `seeds`, SCORE is the folder of score.py. PART is any of `paragraphs`,
`seeds`, `newswire`, `web`, `casing`, `cost`; all of them when none is given. `newswire` (Worldwide newswire dev, six
classes) and `web` (Universal NER EWT test, three classes) need `data/ner/raw.tar.xz`, unpacked to `--raw`.
`--model` names another pipeline. Exact spans and labels; in newswire and web a leading "the" is forgiven.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from annotators.analysis import analyse
from annotators.annotation import AnnotationSet, BlockLabel
from annotators.article import Article, Source
from annotators.document import to_document
from annotators.loaders.segmentation import segment
from annotators.model_catalogue import look_up
from annotators.pipeline import annotate, load_model
from annotators.quotes import find_marks
from training.encoder.corpora.columns import read_uner
from training.encoder.corpora.detokenise import blanks_after
from training.encoder.corpora.newswire import newswire_documents
from training.encoder.corpora.paragraphs import Sentence

PARTS = ("paragraphs", "seeds", "newswire", "web", "casing", "cost")
NEWSWIRE = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility",
    "NORP": "NORP", "PRODUCT": "Product",
}  # fmt: skip
WEB = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
SMALL = frozenset(["of", "the", "a", "an", "in", "on", "to", "for", "and", "at", "by", "with", "from", "as"])
CASED_CHUNKS = 80

Span = tuple[int, int, str]


class Chunk(NamedTuple):
    """A text of up to eight sentences, with its gold spans."""

    text: str
    spans: set[Span]


def main() -> None:
    """Score and time the parts named by the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART", default=[])
    parser.add_argument("--raw", type=Path, help="the unpacked corpora (DATA/data/ner/raw)")
    parser.add_argument("--model", help="name or path of a pipeline")
    arguments = parser.parse_args()
    raw = arguments.raw or arguments.data / "data" / "ner" / "raw"
    parts = arguments.parts or PARTS
    nlp = load_model(arguments.model)
    if "paragraphs" in parts:
        score_paragraphs(nlp, arguments.data / "data/entities/entities.json", arguments.score)
    if "seeds" in parts:
        score_seeds(arguments.model, arguments.data / "seeds", arguments.score)
    if "newswire" in parts:
        report("Worldwide newswire dev", *measure(nlp, newswire_chunks(raw), NEWSWIRE))
    if "web" in parts:
        report("UNER EWT test", *measure(nlp, web_chunks(raw), WEB))
    if "casing" in parts:
        score_casing(nlp, list(newswire_chunks(raw))[:CASED_CHUNKS])
    if "cost" in parts:
        print_cost(arguments.model)


def as_article(name: str, text: str) -> tuple[Article, AnnotationSet]:
    """A text as an article in which every block is body."""
    article = Article(text=text, blocks=segment(text), source=Source(name))
    labels = tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    return article, AnnotationSet(blocks=labels, marks=find_marks(text, labels))


def score_paragraphs(nlp: Any, gold: Path, score: Path) -> None:
    """Score the paragraphs, with eighteen labels and clusters, by score.py."""
    documents = []
    for item in json.loads(gold.read_text(encoding="utf-8")):
        article, annotations = as_article(item["id"], item["text"])
        found = analyse(nlp, article, annotations)
        documents.append(to_document(article, annotations.replace(mentions=found.mentions, entities=found.entities)))
    run_score(score, ["entities", str(gold)], documents)


def score_seeds(model: str | None, folder: Path, score: Path) -> None:
    """Score the two seed articles, run through the whole pipeline, by score.py."""
    documents = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        article = Article(text=text, blocks=segment(text), source=Source(path.name))
        documents.append(to_document(article, annotate(article, model=model)))
    run_score(score, ["seeds", str(folder)], documents)


def run_score(score: Path, command: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None:
    """Print the scores of the documents by score.py."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(document) + "\n" for document in documents)
        file.flush()
        subprocess.run([sys.executable, str(score / "score.py"), *command, file.name], check=False)


def newswire_chunks(raw: Path) -> Iterator[Chunk]:
    """The chunks of the development articles."""
    for document in newswire_documents(raw)["dev"]:
        yield from chunks(document, set(NEWSWIRE.values()))


def web_chunks(raw: Path) -> Iterator[Chunk]:
    """The chunks of the test documents."""
    text = (raw / "UniversalNER+UNER_English-EWT/en_ewt-ud-test.iob2").read_text("utf-8")
    for document in read_uner(text):
        yield from chunks(document, set(WEB.values()), hyphens_join=True)


def chunks(document: Sequence[Sentence], labels: set[str], *, hyphens_join: bool = False) -> Iterator[Chunk]:
    """Chunks of eight sentences as running text."""
    for first in range(0, len(document), 8):
        text, spans = "", set()
        for words, marked in document[first : first + 8]:
            starts = []
            for word, blank in zip(words, blanks_after(words, hyphens_join=hyphens_join), strict=True):
                starts.append(len(text))
                text += word + " " * blank
            spans |= {
                (starts[start], starts[end - 1] + len(words[end - 1]), label)
                for start, end, label in marked
                if label in labels
            }
        yield Chunk(text, spans)


def measure(
    nlp: Any, texts: Iterator[Chunk] | Sequence[Chunk], scheme: Mapping[str, str]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """The numbers of right, found and wanted spans by label."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for chunk in texts:
        article, annotations = as_article("chunk", chunk.text)
        said = {place for one in analyse(nlp, article, annotations).mentions if (place := placed(one, chunk, scheme))}
        right.update(label for _, _, label in said & chunk.spans)
        found.update(label for _, _, label in said)
        wanted.update(label for _, _, label in chunk.spans)
    return right, found, wanted


def placed(mention: Any, chunk: Chunk, scheme: Mapping[str, str]) -> Span | None:
    """A mention as a gold span: relabelled, and with "the" if the gold has it; `None` for other labels."""
    label = scheme.get(mention.label)
    if label is None:
        return None
    start = mention.start
    if chunk.text[start - 4 : start].lower() == "the " and (start - 4, mention.end, label) in chunk.spans:
        start -= 4
    return start, mention.end, label


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in percent."""
    return 200 * right / max(1, found + wanted)


def report(name: str, right: Counter[str], found: Counter[str], wanted: Counter[str]) -> None:
    """Print a line of scores."""
    total = f1(right.total(), found.total(), wanted.total())
    by_label = "  ".join(f"{label} {f1(right[label], found[label], wanted[label]):.1f}" for label in sorted(wanted))
    precision, recall = 100 * right.total() / max(1, found.total()), 100 * right.total() / max(1, wanted.total())
    print(f"{name}: F {total:.1f} (P {precision:.1f}, R {recall:.1f})  {by_label}", flush=True)


def score_casing(nlp: Any, texts: Sequence[Chunk]) -> None:
    """Print the scores on copies in capitals and in Title Case."""
    copies: dict[str, Callable[[str], str]] = {"as is": str, "ALL CAPS": capitals, "Title Case": title_case}
    for name, change in copies.items():
        changed = [Chunk(change(chunk.text), chunk.spans) for chunk in texts]
        report(f"{len(texts)} newswire chunks, {name}", *measure(nlp, changed, NEWSWIRE))


def capitals(text: str) -> str:
    """The text in capitals, with the same number of code points."""
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


def title_case(text: str) -> str:
    """The text with a capital on every word except `SMALL`."""
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in text.split(" "))


COST = """
import pathlib, sys, time
start = time.process_time()
from annotators.analysis import analyse
from annotators.pipeline import load_model
imported = time.process_time()
nlp = load_model(*sys.argv[1:])
loaded = time.process_time()
from benchmarks.entities import as_article
line = "Iran's foreign minister, Javad Zarif, told Reuters in Tehran on Sunday that 40 million people had left. "
article, annotations = as_article("x", "\\n\\n".join([line * 6] * 80))
analyse(nlp, *as_article("x", line))
begun = time.process_time()
analyse(nlp, article, annotations)
spent = time.process_time() - begun
status = dict(line.split(":", 1) for line in pathlib.Path("/proc/self/status").read_text().splitlines())
peak = int(status["VmHWM"].split()[0]) / 1024
words = len(article.text.split())
print(f"seconds of processor: import {imported - start:.2f} s, load {loaded - imported:.2f} s,"
      f" {words / spent:,.0f} words/s over {words:,} words, peak {peak:.0f} MB")
"""


def print_cost(model: str | None) -> None:
    """Print the size and, from a process of its own, import, load, speed and peak memory on one core."""
    print(f"size {look_up(model).size / 1e6:.1f} MB", flush=True)
    subprocess.run([sys.executable, "-c", COST, *([model] if model else [])], check=True)


if __name__ == "__main__":
    main()
