"""What a text is known by, whatever it is called and wherever it is from."""

from __future__ import annotations

__all__ = ["fingerprint_of"]


def fingerprint_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    import hashlib  # not needed to open an article that nothing is known of

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
