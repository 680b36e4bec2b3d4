"""The extension attributes of spaCy's objects that the components set, besides `doc.ents` and `doc.spans`.

`Span._.score` is the score of an entity, `Doc._.encoder_scores` the encoder's log probabilities by head with a row for
each token, `Doc._.entity_names` the canonical names by entity id, and `Doc._.statements` the statements with cues and
speakers.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

__all__ = ["register"]


def register() -> None:
    """Register the extensions with spaCy; further calls do nothing."""
    for owner, name in ((Span, "score"), (Doc, "encoder_scores"), (Doc, "entity_names"), (Doc, "statements")):
        if not owner.has_extension(name):
            owner.set_extension(name, default=None)


register()
