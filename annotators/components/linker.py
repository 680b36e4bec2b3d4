"""`broadsheet_entity_linker`: links the mentions of the same entity by `ent.id_` and `doc._.entity_names`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from annotators.components.extensions import register
from annotators.components.values import doc_mentions
from annotators.entities.linking.clusters import link_mentions

register()


@Language.component("broadsheet_entity_linker", requires=["doc.ents"], assigns=["doc._.entity_names", "token.ent_id"])
def _link(doc: Doc) -> Doc:
    mentions, entities = link_mentions(doc.text, doc_mentions(doc))
    ents = list(doc.ents)
    for ent, mention in zip(ents, mentions, strict=True):
        ent.id_ = mention.entity or ""
    doc.set_ents(ents, default="outside")
    doc._.entity_names = {entity.id: entity.name for entity in entities}
    return doc
