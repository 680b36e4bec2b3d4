"""`broadsheet_numbers`: dates, amounts, numbers, languages, handles and hashtags, beside the names in `doc.ents`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from annotators.annotation import Mention
from annotators.components.names import set_mentions
from annotators.entities.forms.edges import NAME_LABELS
from annotators.entities.mentions import merge_mentions

__all__ = ["doc_mentions"]


@Language.component("broadsheet_numbers", requires=["doc.ents"], assigns=["doc.ents"])
def _add_values(doc: Doc) -> Doc:
    names = [mention for mention in doc_mentions(doc) if mention.label in NAME_LABELS]
    set_mentions(doc, list(merge_mentions(doc.text, names)))
    return doc


def doc_mentions(doc: Doc) -> list[Mention]:
    """The entities of a Doc, with their scores where it has them."""
    return [Mention(start=ent.start_char, end=ent.end_char, label=ent.label_, score=ent._.score) for ent in doc.ents]
