"""Addresses are found whole, at a cost that grows no faster than the text."""

from __future__ import annotations

import pytest

from annotators.encoder.addresses import find_addresses
from tests.growth import growth


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_addresses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Write to ana.holm+news@post.example, or call.", ["ana.holm+news@post.example"]),
        ("It came from n...@site.example on Monday.", ["n...@site.example"]),
        ("(-editor@post.example)", ["editor@post.example"]),
        ("See https://post.example/a?b=c and www.post.example now", ["https://post.example/a?b=c", "www.post.example"]),
        ("She posts as @anaholm.", []),
        (f"{'a' * 64}@post.example", [f"{'a' * 64}@post.example"]),
    ],
)
def test_addresses_are_found_whole(text: str, addresses: list[str]) -> None:
    assert found(text) == addresses


@pytest.mark.parametrize("run", ["a", "a-", "a."])
def test_a_long_run_without_an_address_takes_linear_time(run: str) -> None:
    assert growth(lambda size: found("@ " + run * (size // len(run))), 4000) < 8
