"""Fingerprint of a text, which identifies it independently of name and source."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["fingerprint_of"]


def fingerprint_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    digest: str = _sha256()(text.encode("utf-8", "surrogatepass")).hexdigest()
    return digest


def _sha256() -> Any:
    """Python's built-in SHA-256. `hashlib` would load OpenSSL, a tenth of a small program's memory."""
    for name in ("_sha2", "_sha256", "hashlib"):  # Python 3.12 and later, 3.11, any other
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    raise ImportError("this Python has no SHA-256")
