"""To whom and where something is said."""

from __future__ import annotations

import pytest

from annotators.annotation import Span
from tests.unit.quotes.told import read


def _circumstances(text: str) -> tuple[str | None, str | None]:
    article, annotations = read(text)
    (statement,) = annotations.statements

    def cut(span: Span | None) -> str | None:
        return article.text[span.start : span.end] if span else None

    return cut(statement.addressee), cut(statement.medium)


@pytest.mark.parametrize(
    ("text", "addressee", "medium"),
    [
        ("Mora told Reuters that the pier would reopen.", "Reuters", None),
        ("“We will rebuild,” Mora told the Lund Courier on Monday.", "the Lund Courier", None),
        ("“We will rebuild,” Mora said in a tweet.", None, "a tweet"),
        ("In an interview, Mora said the pier would reopen.", None, "an interview"),
        ("“We will rebuild,” Mora wrote in a letter, addressing the council.", "the council", "a letter"),
        ("Mora said the letter to Voss was lost in a tweet.", None, None),
        ("Mora said on Monday that the pier would reopen.", None, None),
    ],
)
def test_addressee_and_medium_are_read_outside_what_is_said(
    text: str, addressee: str | None, medium: str | None
) -> None:
    assert _circumstances(text) == (addressee, medium)


def test_a_source_is_not_told_what_it_says() -> None:
    _, annotations = read("According to the auditor, the sum was paid twice.")
    assert [said.addressee for said in annotations.statements] == [None]
