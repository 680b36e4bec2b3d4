"""The paragraphs of a Doc as runs of tokens without white space, as the encoder reads them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

__all__ = ["paragraphs_of"]


def paragraphs_of(doc: Doc) -> Iterator[list[int]]:
    """The positions of the tokens of each paragraph; white space tokens are in none.

    A blank line ends a paragraph; so does a line break if no blank line follows anywhere. With
    `doc.user_data["hard_wrapped"]`, single line breaks do not end a paragraph.
    """
    wrapped = bool(doc.user_data.get("hard_wrapped"))
    run: list[int] = []
    for token in doc:
        if not token.is_space:
            run.append(token.i)
        elif run and token.text.count("\n") > (1 if wrapped else 0):
            yield run
            run = []
    if run:
        yield run
