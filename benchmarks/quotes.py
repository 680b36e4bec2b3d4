"""quotes.py DATA SCORE [PART ...]: the quotes room on handed-out texts, scored, with milliseconds per 1,000 words.

DATA holds `data/quotes` and `seeds`, SCORE is the folder of score.py. PART is any of `polnear`, `cases`,
`seeds`, `markkula`; all of them when none is given. Rules only; `--roles FILE.jsonl` adds a tagger's roles
(one object a line: `doc`, `roles` as [start, end, role, score]).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotators.annotation import AnnotationSet, BlockLabel, Layer
from annotators.article import Article, Block, Source
from annotators.document import to_document
from annotators.quotes import RoleSpan, find_marks, find_statements

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
Roles = dict[str, list[RoleSpan]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("parts", nargs="*", default=[])
    parser.add_argument("--roles", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder to leave the predictions in")
    arguments = parser.parse_args()
    roles = read_roles(arguments.roles) if arguments.roles else {}
    with tempfile.TemporaryDirectory() as folder:
        keep = arguments.keep or Path(folder)
        for part in arguments.parts or ("polnear", "cases", "seeds", "markkula"):
            run(part, arguments.data, arguments.score, keep / f"{part}.jsonl", roles)


def run(part: str, data: Path, score: Path, out: Path, roles: Roles) -> None:
    """Annotates one set, prints its scores and its speed."""
    words = 0
    spent = 0.0
    with out.open("w", encoding="utf-8") as lines:
        for name, text in texts_of(part, data):
            article = article_of(name, text)
            began = time.perf_counter()
            annotations = annotate(article, roles.get(name, []))
            spent += time.perf_counter() - began
            words += len(text.split())
            lines.write(json.dumps(to_document(article, annotations)) + "\n")
    print(f"== {part}: {1e6 * spent / max(1, words):.1f} ms per 1,000 words", flush=True)
    quotes = data / "data" / "quotes"
    arguments = {
        "polnear": ["polnear", quotes / "polnear", "dev", out],
        "cases": ["cases", quotes / "torture" / "cases.json", out],
        "seeds": ["seeds", data / "seeds", out],
        "markkula": ["markkula", quotes / "markkula", out, "--ids", "1-21"],
    }[part]
    subprocess.run([sys.executable, score / "score.py", *map(str, arguments)], check=False)


def texts_of(part: str, data: Path) -> Iterator[tuple[str, str]]:
    """Names and texts of one set."""
    quotes = data / "data" / "quotes"
    if part == "cases":
        for case in json.loads((quotes / "torture" / "cases.json").read_text(encoding="utf-8")):
            yield case["id"], case["text"]
        return
    folder = {"polnear": quotes / "polnear" / "dev" / "text", "seeds": data / "seeds", "markkula": quotes / "markkula"}
    for path in sorted(folder[part].glob("*.txt")):
        yield path.stem, path.read_bytes().decode("utf-8")


def article_of(name: str, text: str) -> Article:
    """An article with one block a line."""
    blocks = tuple(Block(*line.span()) for line in _LINE.finditer(text))
    return Article(text, blocks, Source(f"{name}.txt"))


def annotate(article: Article, roles: list[RoleSpan]) -> AnnotationSet:
    """Marks and statements, every line taken for body text."""
    annotations = AnnotationSet(
        blocks=tuple(BlockLabel(start=block.start, end=block.end, kind="body") for block in article.blocks)
    )
    annotations = annotations.replace(marks=find_marks(article.text, annotations.blocks))
    return annotations.with_layer(Layer.QUOTES, statements=find_statements(article, annotations, roles))


def read_roles(path: Path) -> Roles:
    """A tagger's roles by the name of the text."""
    found: Roles = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found[item["doc"]] = [RoleSpan(*role) for role in item["roles"]]
    return found


if __name__ == "__main__":
    main()
