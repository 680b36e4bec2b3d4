"""An article through a model: every name, value and tag, the entities they are, and quotation roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotators.analysis.passages import groups_from, passages_of
from annotators.analysis.reader import Reader
from annotators.annotation import AnnotationSet, Entity, Mention, Span
from annotators.article import Article
from annotators.entities.linking.clusters import link_mentions
from annotators.entities.mentions import find_rule_mentions, merge_mentions
from annotators.entities.names.spelled_out import without_common_short_forms
from annotators.entities.voting import settle_names
from annotators.quotes import RoleSpan
from annotators.text.line_breaks import without_wraps

__all__ = ["Analysis", "analyse", "analyse_stream"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a model says about an article, each field in order of start; `entities` by first mention."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    roles: tuple[RoleSpan, ...] = ()


def analyse(reader: Reader, article: Article, annotations: AnnotationSet) -> Analysis:
    """The whole analysis of an article.

    Only kept text, captions and credits are read. Without `annotations.blocks` everything is.
    """
    analysis = Analysis()
    for analysis, _ in analyse_stream(reader, article, annotations):  # noqa: B007 - the last is the whole
        continue
    return analysis


def analyse_stream(
    reader: Reader,
    article: Article,
    annotations: AnnotationSet,
    first: int = 0,
    between: Callable[[], object] | None = None,
) -> Iterator[tuple[Analysis, float]]:
    """The analysis as it grows and the share of the text that is read, beginning at offset `first`.

    Every step holds all that is found so far, put together anew; each reads about twice as much as
    the one before. The last has a share of 1. `between` is called between two runs of the model.
    """
    passages = passages_of(article, annotations)
    total = sum(span.end - span.start for span in passages)
    done = 0
    text = without_wraps(article.text, sorted(passages))
    names: list[Mention] = []
    rules: list[Mention] = []
    roles: list[RoleSpan] = []
    read: list[Span] = []
    groups = groups_from(passages, first)
    for number, group in enumerate(groups, start=1):
        found = reader.read(text, group, annotations.marks, between)
        names += found.names
        roles += found.roles
        rules += [mention for span in group for mention in _rule_mentions(text, span)]
        read += group
        done += sum(span.end - span.start for span in group)
        share = 1.0 if number == len(groups) else min(done / total, 0.99)
        kept = without_common_short_forms(text, sorted(names, key=lambda one: one.start))
        settled = settle_names(text, kept, sorted(read), annotations.marks)
        yield _put_together(text, settled, rules, roles), share
    if not groups:
        yield Analysis(), 1.0


def _rule_mentions(text: str, span: Span) -> Iterator[Mention]:
    for mention in find_rule_mentions(text[span.start : span.end]):
        yield Mention(start=mention.start + span.start, end=mention.end + span.start, label=mention.label)


def _put_together(text: str, names: list[Mention], rules: list[Mention], roles: list[RoleSpan]) -> Analysis:
    mentions, entities = link_mentions(text, merge_mentions(text, names, rules))
    return Analysis(mentions, entities, tuple(sorted(roles, key=lambda one: (one.start, -one.end))))
