"""Recognises data that are made for programs, JSON and the tables that are exported here, and says what to do instead.

Only sources whose name does not say how they are to be read are looked at: in a `.txt` file everything is text.
"""

from __future__ import annotations

import json
from typing import Any, Final

from annotators.loaders.errors import LoadError

__all__ = ["refuse_data"]

_BOM: Final = b"\xef\xbb\xbf"
_TABLE: Final = b"source,layer,label,start,end,text,who,score,note"
"""The first line of a table that `exporters.table` writes."""
_WEB_ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
_ARTICLE: Final = "open the article that it was made from"


def refuse_data(data: bytes, name: str) -> None:
    """Raise `LoadError` for an exported table, and for a whole file of JSON: an object, an array, or lines of objects.

    What only begins like JSON is text.
    """
    head = data[:64].removeprefix(_BOM).lstrip()
    if head.startswith(_TABLE):
        raise LoadError(f"{name} is a table of annotations (CSV), which is for spreadsheets", _ARTICLE)
    if not head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").startswith((b"{", b"[")):
        return
    found = _json(data)
    if not found or b'"' not in data:  # `[1]` may be a text
        return
    if isinstance(found, dict) and found.get("@context") == _WEB_ANNOTATION:
        raise LoadError(f"{name} holds annotations (W3C, JSON), which are for programs", _ARTICLE)
    raise LoadError(f"{name} is JSON, which is for programs", "open the text or page that it was made from")


def _json(data: bytes) -> dict[str, Any] | list[Any] | None:
    """The object or array that a whole file is, or the objects on its lines; `None` for a file that is no such JSON."""
    try:
        found = json.loads(data)
        return found if isinstance(found, dict | list) else None
    except (ValueError, RecursionError):
        pass
    try:
        lines = [json.loads(line) for line in data.split(b"\n") if line.strip()]
    except (ValueError, RecursionError):
        return None
    return lines if all(isinstance(line, dict) for line in lines) else None
