"""An article through a model: every name, value and tag, the entities they are, and quotation roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotators.analysis.passages import groups_from, passages_of
from annotators.analysis.reader import Reader
from annotators.annotation import AnnotationSet, Entity, Mention, Span
from annotators.article import Article
from annotators.entities.linking.clusters import link_mentions
from annotators.entities.mentions import find_rule_mentions, merge_mentions
from annotators.entities.names.spelled_out import without_common_short_forms
from annotators.entities.values.handles import find_tags
from annotators.entities.voting import settle_names
from annotators.quotes import RoleSpan
from annotators.text.languages import ENGLISH, languages_of, main_language
from annotators.text.line_breaks import without_wraps

__all__ = ["Analysis", "analyse", "analyse_stream"]

Unread: TypeAlias = tuple[str, float]
"""A language and how much of a text is not English."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a model says about an article, each field in order of start; `entities` by first mention.

    `unread` is the language other than English of most of what the model could not read, and `share` how much of
    the text that is, 0 to 1.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    unread: str = ""
    share: float = 0.0


def analyse(reader: Reader, article: Article, annotations: AnnotationSet) -> Analysis:
    """The whole analysis of an article.

    Only kept text, captions and credits are read. Without `annotations.blocks` everything is.
    """
    ((analysis, _),) = analyse_stream(reader, article, annotations, whole=True)
    return analysis


def analyse_stream(
    reader: Reader,
    article: Article,
    annotations: AnnotationSet,
    first: int = 0,
    between: Callable[[], object] | None = None,
    *,
    whole: bool = False,
) -> Iterator[tuple[Analysis, float]]:
    """The analysis as it grows and the share of the text that is read, beginning at offset `first`.

    Every step holds all that is found so far, put together anew; each reads about twice as much as
    the one before. The last has a share of 1. `between` is called between two runs of the model.
    Of the `whole` only the last step is put together, which finds the same.
    """
    passages = passages_of(article, annotations)
    languages = languages_of(article.text, passages, article.metadata.language)
    abroad = [span for span, language in zip(passages, languages, strict=True) if language != ENGLISH]
    unread: Unread = ("", 0.0)
    if reader.language == ENGLISH and abroad:
        unread = main_language(passages, languages)
        passages = [span for span, language in zip(passages, languages, strict=True) if language == ENGLISH]
    total = sum(span.end - span.start for span in passages)
    done = 0
    text = without_wraps(article.text, sorted(passages))
    names: list[Mention] = []
    rules = [mention for span in abroad for mention in _moved(find_tags(text[span.start : span.end]), span)]
    roles: list[RoleSpan] = []
    read: list[Span] = []
    elsewhere = set(abroad)
    groups = groups_from(passages, first)
    for number, group in enumerate(groups, start=1):
        found = reader.read(text, group, annotations.marks, between)
        names += found.names
        roles += found.roles
        rules += [mention for span in group if span not in elsewhere for mention in _rule_mentions(text, span)]
        read += group
        done += sum(span.end - span.start for span in group)
        if whole and number < len(groups):
            continue
        share = 1.0 if number == len(groups) else min(done / total, 0.99)
        kept = without_common_short_forms(text, sorted(names, key=lambda one: one.start))
        settled = settle_names(text, kept, sorted(read), annotations.marks)
        yield _put_together(text, settled, rules, roles, unread), share
    if not groups:
        yield _put_together(text, (), rules, (), unread), 1.0


def _rule_mentions(text: str, span: Span) -> Iterator[Mention]:
    return _moved(find_rule_mentions(text[span.start : span.end]), span)


def _moved(mentions: Iterable[Mention], span: Span) -> Iterator[Mention]:
    for mention in mentions:
        yield Mention(start=mention.start + span.start, end=mention.end + span.start, label=mention.label)


def _put_together(
    text: str, names: Sequence[Mention], rules: Sequence[Mention], roles: Iterable[RoleSpan], unread: Unread
) -> Analysis:
    mentions, entities = link_mentions(text, merge_mentions(text, names, rules))
    return Analysis(mentions, entities, tuple(sorted(roles, key=lambda one: (one.start, -one.end))), *unread)
