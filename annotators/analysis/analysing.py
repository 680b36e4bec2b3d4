"""Runs a model over an article: names, values and tags, the entities that they refer to, and quotation roles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotators.analysis.passages import groups_from, passages_of
from annotators.analysis.reader import Found, Reader
from annotators.annotation import AnnotationSet, Entity, Mark, Mention, Span
from annotators.article import Article
from annotators.entities.linking.clusters import link_mentions
from annotators.entities.mentions import find_rule_mentions, merge_mentions
from annotators.entities.names.abroad import NAMED_ABROAD, names_abroad
from annotators.entities.names.spelled_out import without_common_short_forms
from annotators.entities.values.handles import find_tags
from annotators.entities.voting import settle_names
from annotators.quotes import RoleSpan
from annotators.text.languages import ENGLISH, languages_of, main_language
from annotators.text.line_breaks import without_wraps

__all__ = ["Analysis", "analyse", "analyse_stream"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The results of a model for an article, each field in order of start; `entities` by first mention.

    `language` is the main language other than English in which the model was not applied or not fully trusted, `share`
    the share of such text, 0 to 1, and `some` says that it was searched for names nevertheless.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    language: str = ""
    share: float = 0.0
    some: bool = False


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
    """Yields the analysis as it grows, with the share of the text that is read, beginning at offset `first`.

    Each step combines everything found so far and reads about twice as much as the step before; the last has a share of
    1. `between` is called between two runs of the model. With `whole`, only the last step is combined, with the same
    result.
    """
    passages = passages_of(article, annotations)
    languages = languages_of(article.text, passages, article.metadata.language)
    reading = _Reading.of(article.text, dict(zip(passages, languages, strict=True)), trusted=reader.language != ENGLISH)
    reading.speakers = [one.speaker for one in annotations.statements if one.speaker is not None]
    passages = reading.readable()
    total = sum(span.end - span.start for span in passages)
    groups = groups_from(passages, first)
    for number, group in enumerate(groups, start=1):
        reading.add(group, reader.read(reading.text, group, annotations.marks, between))
        if whole and number < len(groups):
            continue
        done = sum(span.end - span.start for span in reading.read)
        share = 1.0 if number == len(groups) else min(done / total, 0.99)
        yield reading.put_together(annotations.marks), share
    if not groups:
        yield reading.put_together(annotations.marks), 1.0


@dataclass
class _Reading:
    """What has been read of an article. `languages` are those of its passages; a `trusted` model reads all of them.

    In other languages than English, a model for English is trusted with few kinds of names.
    """

    text: str
    languages: Mapping[Span, str]
    trusted: bool
    names: list[Mention] = field(default_factory=list)
    abroad: list[tuple[Mention, str]] = field(default_factory=list)
    rules: list[Mention] = field(default_factory=list)
    roles: list[RoleSpan] = field(default_factory=list)
    read: list[Span] = field(default_factory=list)
    speakers: list[Span] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, languages: Mapping[Span, str], *, trusted: bool) -> _Reading:
        """The state before anything is read; in other languages than English it has handles and hashtags."""
        reading = cls(without_wraps(text, sorted(languages)), languages, trusted)
        for span, language in languages.items():
            if language != ENGLISH:
                reading.rules += _moved(find_tags(text[span.start : span.end]), span)
        return reading

    def readable(self) -> list[Span]:
        """The passages that the model reads."""
        told = {ENGLISH, *NAMED_ABROAD}
        return [span for span, language in self.languages.items() if self.trusted or language in told]

    def add(self, group: Sequence[Span], found: Found) -> None:
        """Adds what a model has found in some passages."""
        self.read += group
        self.rules += [m for span in group if self._is_english(span) for m in _rule_mentions(self.text, span)]
        if all(self.trusted or self._is_english(span) for span in group):
            self.names += found.names
            self.roles += found.roles
            return
        spans = sorted(group)
        starts = [span.start for span in spans]
        for name in found.names:
            span = spans[bisect_right(starts, name.start) - 1]
            if self._is_english(span):
                self.names.append(name)
            else:
                self.abroad.append((name, self.languages[span]))
        self.roles += [role for role in found.roles if self._is_english(spans[bisect_right(starts, role.start) - 1])]

    def put_together(self, marks: Iterable[Mark]) -> Analysis:
        """Combines everything that has been found so far."""
        kept = without_common_short_forms(self.text, sorted(self.names, key=lambda one: one.start))
        settled = settle_names(self.text, kept, [span for span in sorted(self.read) if self._is_settled(span)], marks)
        names = sorted([*settled, *names_abroad(self.text, self.abroad, self.speakers)], key=lambda one: one.start)
        mentions, entities = link_mentions(self.text, merge_mentions(self.text, names, self.rules))
        roles = tuple(sorted(self.roles, key=lambda one: (one.start, -one.end)))
        if self.trusted:
            return Analysis(mentions, entities, roles)
        language, share = main_language(list(self.languages), list(self.languages.values()))
        return Analysis(mentions, entities, roles, language, share, language in NAMED_ABROAD)

    def _is_english(self, span: Span) -> bool:
        return self.languages[span] == ENGLISH

    def _is_settled(self, span: Span) -> bool:
        """Whether rules for English names apply to a passage."""
        return self.trusted or self._is_english(span)


def _rule_mentions(text: str, span: Span) -> Iterator[Mention]:
    return _moved(find_rule_mentions(text[span.start : span.end]), span)


def _moved(mentions: Iterable[Mention], span: Span) -> Iterator[Mention]:
    for mention in mentions:
        yield Mention(start=mention.start + span.start, end=mention.end + span.start, label=mention.label)
