"""Tokenization in bounded time: long runs without blanks are cut before spaCy's tokenizer gets them.

That tokenizer takes punctuation off a run one character at a time and copies the rest each time: 8 KB of brackets take
5 seconds. Lone surrogates, which spaCy cannot store, become U+FFFD; no offset changes.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry

from annotators.encoder.words import LONGEST_RUN, cut_coarsely

__all__ = ["LONGEST_RUN", "GuardedTokenizer", "make_doc"]

_LONG = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def make_doc(tokenizer: Any, text: str, vocab: Any) -> Doc:
    """The text as a Doc, `doc.text == text` but for lone surrogates; `tokenizer` is spaCy's own."""
    text = _SURROGATE.sub("\ufffd", text)
    if not _LONG.search(text):
        doc: Doc = tokenizer(text)
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for match in _LONG.finditer(text):
        _add(tokenizer(text[at : match.start()]), words, spaces)
        pieces = [match.group()[left:right] for left, right in cut_coarsely(match.group())]
        words += pieces
        spaces += [False] * len(pieces)
        at = match.end()
    _add(tokenizer(text[at:]), words, spaces)
    return Doc(vocab, words=words, spaces=spaces)


def _add(doc: Doc, words: list[str], spaces: list[bool]) -> None:
    words += [token.text for token in doc]
    spaces += [bool(token.whitespace_) for token in doc]


@registry.tokenizers("broadsheet.guarded_tokenizer.v1")
def _create_guarded_tokenizer() -> Any:
    return lambda nlp: GuardedTokenizer(nlp)


class GuardedTokenizer:
    """The English tokenizer with this guard, as the tokenizer of a pipeline; it has no settings."""

    def __init__(self, nlp: Any) -> None:
        from spacy.lang.en import English

        self.vocab = nlp.vocab
        self._inner = registry.tokenizers.get("spacy.Tokenizer.v1")()(nlp if nlp.lang == "en" else English(nlp.vocab))

    def __call__(self, text: str) -> Doc:
        return make_doc(self._inner, text, self.vocab)

    def to_disk(self, path: Any, **_: Any) -> None:
        """Write nothing, because the rules are those of the language."""

    def from_disk(self, path: Any, **_: Any) -> GuardedTokenizer:
        """As it is made."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> GuardedTokenizer:
        """As it is made."""
        return self
