"""PolNeAR: news paragraphs with the source, cue and content of each attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotators.annotation import Span
from annotators.encoder.double_quotes import double_quote_spans
from annotators.encoder.quote_state import quote_states
from training.encoder.corpora.paragraphs import Paragraph

__all__ = ["quotation_paragraphs"]

ROLES = ("content", "cue", "source")
_NUMBERED = re.compile(r"\d+$")

Attribution = dict[str, list[Span]]


def quotation_paragraphs(folder: Path, nlp: Any) -> Iterator[Paragraph]:
    """The paragraphs of a split (`text/` and brat `attributions/`); of several annotators the first is used."""
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted(other for other in (folder / "attributions").iterdir() if _belongs(other.name, path.stem))
        if found:
            text = path.read_bytes().decode("utf-8")
            yield from _paragraphs(path.stem, text, read_attributions(found[0], text), nlp)


def _belongs(name: str, stem: str) -> bool:
    return re.fullmatch(re.escape(stem) + r"_....\.ann", name) is not None


def read_attributions(path: Path, text: str) -> list[Attribution]:
    """The attributions of a brat file that have content; spans of content separated only by white space are joined."""
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 2 and " " in columns[1]:
            offsets = columns[1].split(" ", 1)[1]
            spans[columns[0]] = [Span(*map(int, part.split())) for part in offsets.split(";")]
        elif line.startswith("E") and len(columns) > 1:
            events.append(columns[1].split()[1:])
    found = []
    for event in events:
        attribution: Attribution = {role: [] for role in ROLES}
        for argument in event:
            role, key = argument.split(":")
            role = _NUMBERED.sub("", role).lower()
            if role in attribution:
                attribution[role] += spans.get(key, [])
        if attribution["content"]:
            attribution["content"] = _joined(text, attribution["content"])
            found.append(attribution)
    return found


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _paragraphs(name: str, text: str, gold: Sequence[Attribution], nlp: Any) -> Iterator[Paragraph]:
    quoted = [Span(*span) for span in double_quote_spans(text)]
    for line in re.finditer(r"[^\n]+", text):
        doc = nlp.make_doc(line.group())
        tokens = [token for token in doc if not token.is_space]
        if not tokens:
            continue
        places = [Span(line.start() + one.idx, line.start() + one.idx + len(one)) for one in tokens]
        words = [token.text for token in tokens]
        roles = ["O"] * len(words)
        for role in ("cue", "source"):
            other = _tags(places, (span for one in gold for span in one[role]), role)
            roles = [new if tag == "O" else tag for tag, new in zip(roles, other, strict=True)]
        yield Paragraph(
            words,
            [bool(token.whitespace_) for token in tokens],
            _tags(places, (span for one in gold for span in one["content"]), "content"),
            roles,
            quote_states(words, [place.start for place in places], quoted),
            name,
        )


def _tags(places: Sequence[Span], spans: Iterable[Span], label: str) -> list[str]:
    """BIO tags of the spans; a span that overlaps an earlier or longer one is left out."""
    tags = ["O"] * len(places)
    first, last = places[0].start, places[-1].end
    clipped = [Span(max(one.start, first), min(one.end, last)) for one in spans if one.start < last and one.end > first]
    for span in sorted(clipped, key=lambda one: (one.start, -one.end)):
        inside = [at for at, place in enumerate(places) if place.start < span.end and place.end > span.start]
        if inside and all(tags[at] == "O" for at in inside):
            tags[inside[0]] = "B-" + label
            for at in inside[1:]:
                tags[at] = "I-" + label
    return tags
