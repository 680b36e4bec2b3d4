"""Signatures and keys in armour are not read; the message between the two heads of a signed one is."""

from __future__ import annotations

from annotators.boilerplate import label_blocks
from annotators.loaders.text import article_from_text

ABOVE = "The company published a signed statement on Monday, after a week in which it had said nothing at all."
BELOW = "Users who installed the forged update should change their passwords, the company said on Monday."
SIGNATURE = """-----BEGIN PGP SIGNATURE-----

iQIzBAEBCAAdFiEEd1zx4Yq0hD3k0ZkQ2mB7gXq3VQkFAl2vYd0ACgkQ2mB7gXq3
VQk0ZQ/+J5mD8uTt0jZ0m1cX3s2q6p0w9Ry7Jx0bQm4uVhH8a1t5e2Zs6y7f8g9h0
=ab3D
-----END PGP SIGNATURE-----"""


def kept_of(text: str) -> str:
    blocks = label_blocks(article_from_text(text, "a.txt")).blocks
    return "\n".join(text[label.start : label.end] for label in blocks if not label.boilerplate)


def test_a_signed_message_is_read_without_its_armour() -> None:
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWe have never sent updates by mail.\n{SIGNATURE}"
    assert kept_of(f"{ABOVE}\n\n{signed}\n\n{BELOW}") == f"{ABOVE}\nWe have never sent updates by mail.\n{BELOW}"


def test_a_key_inside_a_story_is_stripped() -> None:
    key = SIGNATURE.replace("SIGNATURE", "PUBLIC KEY BLOCK").replace("-----\n\n", "-----\nVersion: GnuPG v2\n\n", 1)
    assert kept_of(f"{ABOVE}\n\n{key}\n\n{BELOW}") == f"{ABOVE}\n{BELOW}"


def test_text_after_an_unclosed_armour_header_is_kept() -> None:
    text = f"{ABOVE}\n\n-----BEGIN PGP SIGNATURE-----\n\n{BELOW}\n\n{ABOVE} Again."
    assert kept_of(text) == f"{ABOVE}\n{BELOW}\n{ABOVE} Again."
