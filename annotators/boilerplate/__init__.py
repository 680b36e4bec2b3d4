"""Labels each block of an article with its kind: part of the article, or boilerplate such as menus and advertisements.

Nothing is deleted. Every block gets a label, and the clean view is a function of the labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotators.annotation import BlockLabel
from annotators.article import Article
from annotators.boilerplate.cleaned import CleanedModel, load_cleaned_model, settle_cleaned
from annotators.boilerplate.cleaned.lists_alone import with_list_alone
from annotators.boilerplate.cleaned.short_lines import with_short_lines_kept
from annotators.boilerplate.headline import find_headline, headline_evidence, is_for_visitors, is_greeting
from annotators.boilerplate.lines.abroad import emissions_abroad, with_story
from annotators.boilerplate.lines.chain import best_sequence, marginals
from annotators.boilerplate.lines.context import body_span, second_pass
from annotators.boilerplate.lines.decode import Choice, choose
from annotators.boilerplate.lines.model import Model, Reading, model_for
from annotators.boilerplate.lines.page import Page, first_pass, page_of
from annotators.boilerplate.lines.reasons import reasons_for
from annotators.boilerplate.markup import has_markup, label_markup
from annotators.boilerplate.markup.announced_stories import with_announced_stories
from annotators.boilerplate.markup.teasers import with_teasers
from annotators.boilerplate.parts.inline import inline_labels
from annotators.boilerplate.rules.after_teasers import with_paragraphs_after_teasers
from annotators.boilerplate.rules.announced_comments import with_announced_comments
from annotators.boilerplate.rules.appeals import with_appeals
from annotators.boilerplate.rules.buttons import with_buttons
from annotators.boilerplate.rules.code import with_code
from annotators.boilerplate.rules.cookie_tables import with_cookie_tables
from annotators.boilerplate.rules.declared import as_declared
from annotators.boilerplate.rules.editors_notes import with_notes
from annotators.boilerplate.rules.figures import with_figures
from annotators.boilerplate.rules.footnotes import with_footnotes
from annotators.boilerplate.rules.forwarded import MAIL, with_forwarded
from annotators.boilerplate.rules.headings import settle_headings
from annotators.boilerplate.rules.letters import with_unsigned_letters
from annotators.boilerplate.rules.live_updates import with_live_updates
from annotators.boilerplate.rules.more_stories import with_more_stories
from annotators.boilerplate.rules.named_rows import with_named_rows
from annotators.boilerplate.rules.opening_captions import with_opening_captions
from annotators.boilerplate.rules.openings import with_openings
from annotators.boilerplate.rules.page_rows import with_page_rows
from annotators.boilerplate.rules.pages_abroad import with_pages_abroad
from annotators.boilerplate.rules.pictures import with_captions
from annotators.boilerplate.rules.prices import with_prices
from annotators.boilerplate.rules.recipe_cards import with_recipe_cards
from annotators.boilerplate.rules.recipe_heads import with_recipe_heads
from annotators.boilerplate.rules.recipes import with_recipes
from annotators.boilerplate.rules.rows_abroad import with_rows_abroad
from annotators.boilerplate.rules.sentences_abroad import with_sentences_abroad
from annotators.boilerplate.rules.short_lines_abroad import with_short_lines_abroad
from annotators.boilerplate.rules.signposts import with_signposts
from annotators.boilerplate.rules.single_meanings import with_single_meanings
from annotators.boilerplate.rules.table_rules import with_table_rules, with_whole_tables
from annotators.boilerplate.rules.threads import with_threads
from annotators.boilerplate.rules.topics import with_topics
from annotators.boilerplate.rules.writers import with_writers
from annotators.boilerplate.settling.between_paragraphs import with_lines_between_paragraphs
from annotators.boilerplate.settling.conversations import no_turns, with_conversations
from annotators.boilerplate.settling.lists import with_whole_lists
from annotators.boilerplate.settling.lone_sentences import with_lone_sentences
from annotators.boilerplate.settling.reported import with_reported
from annotators.boilerplate.settling.unsure import keep_something, settle_kinds, settle_short_text
from annotators.memory.uncollected import uncollected
from annotators.rows import column

__all__ = ["Structure", "label_blocks", "structure_of"]


@dataclass(frozen=True, slots=True)
class Structure:
    """The labels of an article's blocks, one each and in order, and of parts of blocks."""

    blocks: tuple[BlockLabel, ...]
    inline: tuple[BlockLabel, ...]


@uncollected
def label_blocks(article: Article, model: Model | None = None, cleaned: CleanedModel | None = None) -> Structure:
    """The kind of each block, its score (0 to 1), and up to three reasons in words.

    `model` labels text without markup, and `cleaned` is for text that an extractor has output; by default the shipped
    ones.
    """
    if has_markup(article):
        found = structure_of(article, label_markup(article))
        settled = with_forwarded(article, found.blocks) if article.source.media_type == MAIL else found.blocks
        return found if settled == found.blocks else Structure(settled, inline_labels(article.text, settled))
    page, shares, found = label_as_page(article, model)
    settled = found.blocks
    if not page.short:  # what is left around a short story was not left by an extractor
        settled = settle_cleaned(page, shares, settled, cleaned or load_cleaned_model)
    settled = with_figures(article.text, with_short_lines_kept(page, settled), framed=page.telling is None)
    settled = with_conversations(article.text, settled, no_turns(article.blocks, settled, marked_up=False))
    settled = with_footnotes(article.text, with_unsigned_letters(article.text, settled))
    settled = with_live_updates(article.text, with_openings(article.text, settled))
    settled = with_paragraphs_after_teasers(article.text, settled)
    settled = settled if page.foreign else with_lines_between_paragraphs(article.text, settled)
    settled = with_lone_sentences(article.text, with_cookie_tables(article.text, settled))
    settled = with_signposts(article.text, settled)
    settled = with_more_stories(
        article.text,
        with_whole_tables(article.text, with_recipe_heads(article.text, with_recipes(article.text, settled))),
    )
    if article.source.media_type == "text/markdown":  # elsewhere a line may begin like a list item by chance
        settled = with_code(article, with_whole_lists(article.text, settled))
    settled = with_forwarded(article, with_list_alone(page, settled))
    if settled == found.blocks:
        return found
    settled = keep_something(article.text, as_declared(article, settle_headings(article, settled)))
    return Structure(settled, inline_labels(article.text, settled))


def label_as_page(article: Article, model: Model | None) -> tuple[Page, Sequence[Mapping[str, float]], Structure]:
    """Lines of a text, the probabilities of their kinds, and the labels if it is taken for a whole page.

    `None` is the model that ships.
    """
    page = page_of(article)
    labels, shares = _labels(article, page, model_for(model, short=page.short))
    return page, shares, structure_of(article, labels, foreign=page.foreign)


def structure_of(article: Article, labels: Sequence[BlockLabel], *, foreign: bool = False) -> Structure:
    """Applies all rules to the labels that a model predicted, and adds the labels of parts of blocks.

    `foreign` says that the text is in a language other than English.
    """
    marked_up = has_markup(article)
    if marked_up:
        settled = with_threads(article, settle_short_text(article.text, labels))
        settled = with_teasers(article, with_announced_comments(article, settled))
        settled = with_recipe_cards(article, with_announced_stories(article, settled))
        settled = with_page_rows(article, with_pages_abroad(article, settled))
        settled = with_opening_captions(article, settled)
    else:
        settled = settle_kinds(article.text, with_captions(article.text, labels))
        settled = _settled_abroad(article.text, settled) if foreign else settled
        settled = with_reported(article.text, with_single_meanings(article.text, settled))
        settled = settled if foreign else with_whole_lists(article.text, settled)
        settled = with_cookie_tables(article.text, settled)
        settled = with_lone_sentences(article.text, settle_headings(article, settled))
        settled = with_writers(article.text, with_topics(article.text, with_prices(article.text, settled)))
    for settle in (with_notes, with_appeals, with_named_rows, with_buttons):
        settled = settle(article.text, settled)
    settled = with_conversations(article.text, settled, no_turns(article.blocks, settled, marked_up))
    settled = with_table_rules(article.text, keep_something(article.text, as_declared(article, settled)))
    return Structure(settled, inline_labels(article.text, settled))


def _settled_abroad(text: str, labels: Sequence[BlockLabel]) -> tuple[BlockLabel, ...]:
    """Applies the rules for languages other than English to the labels of a text without markup."""
    return with_short_lines_abroad(text, with_sentences_abroad(text, with_rows_abroad(text, labels)))


def choices_for(page: Page, model: Model) -> tuple[list[Choice], list[list[str]], list[str]]:
    """A choice for each line of a page, the features of the second reading, and the labels of the first reading."""
    model = model_for(model, short=page.short)
    shares, features, guesses = shares_for(page, model)
    return _chosen(page, shares, model), features, guesses


def _chosen(page: Page, shares: list[dict[str, float]], model: Model) -> list[Choice]:
    for row, line in zip(shares, page.texts, strict=True):
        if is_greeting(line):
            row["body"] = row.get("body", 0.0) + row.pop("headline", 0.0)
        elif "headline" in row and is_for_visitors(line):
            row["other"] = row.get("other", 0.0) + row.pop("headline")
    headline = find_headline(page, *headline_evidence(page, shares), weights=model.headlines[1])
    return choose(shares, page.sizes, headline, page.telling, abroad=page.foreign, short=page.short)


def shares_for(page: Page, model: Model) -> tuple[list[dict[str, float]], list[list[str]], list[str]]:
    """Probabilities of each line's kinds, the features of the second reading, and the labels of the first reading."""
    first, second = model.readings
    weigh = emissions_abroad if page.foreign else Reading.emissions
    features = first_pass(page)
    guesses = [model.kinds[kind] for kind in best_sequence([weigh(first, row) for row in features], first.steps)]
    if page.foreign:
        guesses = with_story(page, guesses)
    headline = find_headline(page, guesses, body_span(guesses, page.sizes)[0], weights=model.headlines[0])
    for row, more in zip(features, second_pass(page, guesses, headline), strict=True):
        row.extend(more)
    shares = marginals([weigh(second, row) for row in features], second.steps)
    return [{model.kinds[kind]: share for kind, share in row.items()} for row in shares], features, guesses


def _labels(article: Article, page: Page, model: Model) -> tuple[tuple[BlockLabel, ...], Sequence[Mapping[str, float]]]:
    """A label for each line, and the probabilities of its kinds."""
    shares, features, guesses = shares_for(page, model)
    choices = _chosen(page, shares, model)
    around = ["", *guesses, ""]
    starts, ends = column(article.blocks, "start"), column(article.blocks, "end")
    labels = tuple(
        BlockLabel(
            start=start,
            end=end,
            kind=choice.kind,
            score=round(choice.score, 4),
            reasons=_why(
                model, features[number], page, number, (around[number], around[number + 1], around[number + 2]), choice
            ),
        )
        for number, (start, end, choice) in enumerate(zip(starts, ends, choices, strict=True))
    )
    return labels, shares


def _why(
    model: Model, features: list[str], page: Page, number: int, around: tuple[str, str, str], choice: Choice
) -> tuple[str, ...]:
    kind, rival = model.kinds.index(choice.kind), model.kinds.index(choice.rival)
    return reasons_for(model.readings[1], features, page.features[number], around, kind, rival)
