"""The lines of `key: value` at the top of a Markdown file: YAML between `---`, TOML between `+++`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from annotators.article import Metadata

__all__ = ["FrontMatter", "read_front_matter"]

_YAML_LINE: Final = re.compile(r"([A-Za-z_][\w -]*?)\s*:\s*(.*)")
_YAML_ITEM: Final = re.compile(r"\s*-\s+(.+)")
_FIELDS: Final = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline"),
    "published": ("date", "published", "pubdate"),
    "site": ("site", "source", "publisher", "publication"),
    "language": ("lang", "language"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
}
_LONGEST: Final = 500


class FrontMatter(NamedTuple):
    """What it says, and how many lines it takes up with its fences; 0 where there is none."""

    metadata: Metadata
    lines: int


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter of a file, given as its lines without their breaks."""
    fence = lines[0].rstrip() if lines else ""
    if fence not in {"---", "+++"}:
        return FrontMatter(Metadata(), 0)
    ends = ("---", "...") if fence == "---" else ("+++",)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ends:
            inner = lines[1:number]
            values = _yaml(inner) if fence == "---" else _toml(inner)
            return FrontMatter(_metadata(values), number + 1) if values else FrontMatter(Metadata(), 0)
    return FrontMatter(Metadata(), 0)


def _yaml(lines: Sequence[str]) -> dict[str, list[str]]:
    """Keys with their values: texts and lists of texts, which is all that front matter needs."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        pair, item = _YAML_LINE.fullmatch(line), _YAML_ITEM.fullmatch(line)
        if pair:
            key = pair.group(1).lower()
            found[key] = [_unquoted(part) for part in _split(pair.group(2))]
        elif item and key:
            found[key].append(_unquoted(item.group(1)))
    return found


def _split(value: str) -> list[str]:
    inner = value.strip()
    if inner.startswith("[") and inner.endswith("]"):
        return [part for part in inner[1:-1].split(",") if part.strip()]
    return [inner] if inner else []


def _unquoted(value: str) -> str:
    text = value.strip()
    return text[1:-1] if len(text) >= 2 and text[0] == text[-1] and text[0] in "'\"" else text


def _toml(lines: Sequence[str]) -> dict[str, list[str]]:
    try:
        data: Mapping[str, Any] = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        key.lower(): [str(part) for part in value] if isinstance(value, list) else [str(value)]
        for key, value in data.items()
    }


def _metadata(values: Mapping[str, Sequence[str]]) -> Metadata:
    known = Metadata()
    for name, keys in _FIELDS.items():
        text = next((", ".join(values[key]) for key in keys if values.get(key)), "")
        if text:
            known = replace(known, **{name: " ".join(text.split())[:_LONGEST]})
    return known
