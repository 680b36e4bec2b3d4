"""parser.py TREEBANKS OUT: the parse that the other ways to find quotations stand on.

TREEBANKS is a folder with the CoNLL-U files of UD English EWT and GUM in it, however deep; OUT gets
a spaCy pipeline with tags, lemmas and trees. `--minutes` is how long it may train. The trees are
Universal Dependencies and the pipeline is small: it stands for what a reader without a download of
gigabytes has, and every system that is measured gets the same. Neither it nor the treebanks are part
of broadsheet.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.converters import conllu_to_docs
from spacy.util import compounding, minibatch

PARTS = ("morphologizer", "trainable_lemmatizer", "parser")
HELD_BACK = 20
"""One file in so many is held out to measure the parser."""


def main() -> None:
    """Read the treebanks, train, score and write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=12.0)
    arguments = parser.parse_args()
    files = sorted(arguments.treebanks.rglob("*.conllu"))
    random.Random(13).shuffle(files)
    kept = files[::HELD_BACK]
    train = [doc for file in files if file not in kept for doc in documents(file)]
    held = [doc for file in kept for doc in documents(file)]
    print(f"{len(train)} stretches to train on, {len(held)} held back", flush=True)
    nlp = fit(train, arguments.minutes)
    scores = nlp.evaluate([example(nlp, doc) for doc in held])
    print({name: round(100 * float(scores[name] or 0), 1) for name in ("pos_acc", "lemma_acc", "dep_uas", "dep_las")})
    nlp.to_disk(arguments.out)


def documents(file: Path) -> Iterator[Doc]:
    """A treebank's sentences, several to a Doc, so that the parser learns sentence boundaries."""
    text = file.read_text(encoding="utf-8")
    yield from conllu_to_docs(text, n_sents=random.Random(len(text)).choice((1, 2, 4, 8)), no_print=True)


def example(nlp: Language, gold: Doc) -> Example:
    """A Doc without annotation, paired with the treebank's."""
    words = [token.text for token in gold]
    bare = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in gold])
    known = {
        "words": words,
        "pos": [token.pos_ for token in gold],
        "morphs": [str(token.morph) for token in gold],
        "lemmas": [token.lemma_ for token in gold],
        "heads": [token.head.i for token in gold],
        "deps": [token.dep_ for token in gold],
        "sent_starts": [token.is_sent_start for token in gold],
    }
    return Example.from_dict(bare, known)


def fit(docs: list[Doc], minutes: float) -> Language:
    """A pipeline of one small network that tags, lemmatises and parses, trained for so many minutes."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listening = {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}}
    for part in PARTS:
        nlp.add_pipe(part, config={"model": {**nlp.get_factory_meta(part).default_config["model"], **listening}})
    examples = [example(nlp, doc) for doc in docs]
    optimizer = nlp.initialize(lambda: examples)
    until = time.monotonic() + 60 * minutes
    sizes = compounding(4.0, 32.0, 1.001)
    rounds = 0
    while time.monotonic() < until:
        random.Random(rounds).shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, size=sizes):
            nlp.update(batch, sgd=optimizer, drop=0.1, losses=losses)
            if time.monotonic() > until:
                break
        rounds += 1
        print(f"round {rounds}: {losses}", flush=True)
    return nlp


if __name__ == "__main__":
    main()
