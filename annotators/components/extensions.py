"""What the components keep on spaCy's own objects besides `doc.ents` and `doc.spans`.

`Span._.score` how sure an annotator is of an entity, `Doc._.encoder_scores` the encoder's log
probabilities by head, one row a token, `Doc._.entity_names` the canonical name by entity id,
`Doc._.statements` the statements with their cues and speakers.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

__all__ = ["register"]


def register() -> None:
    """Make the extensions known to spaCy; a second call does nothing."""
    for owner, name in ((Span, "score"), (Doc, "encoder_scores"), (Doc, "entity_names"), (Doc, "statements")):
        if not owner.has_extension(name):
            owner.set_extension(name, default=None)


register()
