"""Reads front matter at the top of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, Final, NamedTuple

from annotators.article import Metadata

__all__ = ["FrontMatter", "read_front_matter"]

_YAML_LINE: Final = re.compile(r"([A-Za-z_](?:[\w -]*[\w-])?)\s*:\s*(.*)")
_YAML_ITEM: Final = re.compile(r"\s*-\s+(.+)")
_YAML_NAMED: Final = re.compile(r"(?:\s+|\s*-\s+)name\s*:\s*(.+)", re.I)
_YAML_FOLDED: Final = re.compile(r"[>|][+-]?\d?[+-]?\s*(?:#.*)?")
_YAML_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#")
_YAML_ESCAPED: Final = re.compile(r"""\\(["\\/])""")
_NONE: Final = frozenset(("", "~", "null"))
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
    """The metadata, and the number of lines of the front matter with its fences; 0 if there is none."""

    metadata: Metadata
    lines: int


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter of a file, given as its lines without their breaks."""
    fence = lines[0].rstrip() if lines else ""
    if fence.startswith("{"):
        return _json(lines)
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
    """Keys with their values: strings, lists of strings, and names of people; other YAML is not supported."""
    found: dict[str, list[str]] = {}
    key, folded = "", False
    for line in lines:
        pair, item, named = _YAML_LINE.fullmatch(line), _YAML_ITEM.fullmatch(line), _YAML_NAMED.fullmatch(line)
        if pair:
            key, value = pair.group(1).lower(), pair.group(2)
            folded = _YAML_FOLDED.fullmatch(value) is not None
            found[key] = [] if folded else [text for part in _split(value) if (text := _scalar(part))]
        elif folded and line[:1].isspace():
            found[key] = [" ".join([*found[key], line.strip()])]
        elif named and key and not folded:  # `name: Ann Lee`, one of the lines about a person
            if text := _scalar(named.group(1)):
                found[key].append(text)
        elif item and key and not _YAML_LINE.fullmatch(item.group(1)):
            found[key].append(_scalar(item.group(1)))
    return found


def _split(value: str) -> list[str]:
    inner = _without_comment(value)
    if inner.startswith("[") and inner.endswith("]"):
        return [part for part in inner[1:-1].split(",") if part.strip()]
    return [inner] if inner else []


def _without_comment(value: str) -> str:
    """A value up to its comment, which begins after the last quotation mark."""
    found = _YAML_COMMENT.search(value, max(value.rfind("'"), value.rfind('"')) + 1)
    return (value[: found.start()] if found else value).strip()


def _scalar(value: str) -> str:
    """A value without quotes, comment and escapes; empty for the forms of null."""
    text = _without_comment(value)
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return _YAML_ESCAPED.sub(r"\1", text[1:-1])
    return "" if text.lower() in _NONE else text


def _toml(lines: Sequence[str]) -> dict[str, list[str]]:
    try:
        data: Mapping[str, Any] = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return _texts(data)


def _json(lines: Sequence[str]) -> FrontMatter:
    """A JSON object at the top of the file that ends at the end of a line and has metadata of the article below it."""
    text = "\n".join(lines)
    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return FrontMatter(Metadata(), 0)
    metadata = _metadata(_texts(data)) if isinstance(data, Mapping) else Metadata()
    rest, _, story = text[end:].partition("\n")
    if metadata == Metadata() or rest.strip() or not story.strip():
        return FrontMatter(Metadata(), 0)
    return FrontMatter(metadata, text.count("\n", 0, end) + 1)


def _texts(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The values of each key as strings; keys are in lower case."""
    return {
        key.lower(): [text for part in (value if isinstance(value, list) else [value]) if (text := _said(part))]
        for key, value in data.items()
        if value is not None
    }


def _said(value: Any) -> str:
    """A value of TOML or JSON as a string; for an object about a person, the name."""
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _metadata(values: Mapping[str, Sequence[str]]) -> Metadata:
    known = Metadata()
    for name, keys in _FIELDS.items():
        text = next((", ".join(values[key]) for key in keys if values.get(key)), "")
        if text:
            known = replace(known, **{name: " ".join(text.split())[:_LONGEST]})
    return known
