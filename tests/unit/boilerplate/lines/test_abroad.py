"""Lines of pages in other languages: the mean of both weights, and the guess of the story."""

from __future__ import annotations

import pytest

from annotators.boilerplate import label_blocks
from annotators.boilerplate.language.lexicon import families_abroad
from annotators.boilerplate.language.tokens import tokens
from annotators.boilerplate.lines.abroad import emissions_abroad, with_story
from annotators.boilerplate.lines.model import Reading, parse_model
from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

WEIGHTS = {"~words=3": "0 256", "words=3": "0 512 1 256", "v:menu": "1 2560", "-11fmenu": "1 2560"}
PART = {"scale": 1 / 256, "steps": [[0, 0], [0, 0]], "weights": WEIGHTS}


def reading() -> Reading:
    document = {"format": "broadsheet-kinds/3", "kinds": ["body", "nav"], "headlines": [{}, {}], "readings": [PART] * 2}
    return parse_model(document).readings[0]


def test_foreign_scores_are_the_mean_of_both_weights() -> None:
    assert emissions_abroad(reading(), ["~words=3"]) == [1.5, 0.5]


def test_features_of_english_words_are_ignored() -> None:
    assert emissions_abroad(reading(), ["~v:menu"]) == [0.0, 0.0]


def test_families_of_phrases_say_the_same_in_any_language() -> None:
    assert emissions_abroad(reading(), ["~-11fmenu"]) == [0.0, 5.0]


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Qui sommes-nous ?", "corporate"), ("Cookie-Einstellungen", "consent"), ("Kommentare (4)", "comment"),
        ("Condividi", "share"), ("Lo más leído", "related"), ("Vai al contenuto", "menu"), ("Copyright", "copyright"),
        ("Nieuwsbrief", "newsletter"),
    ],
)  # fmt: skip
def test_a_phrase_of_another_language_is_of_a_family(line: str, family: str) -> None:
    assert list(families_abroad(tokens(line))) == [family]


@pytest.mark.parametrize(
    "line", ["Die Kultur der Stadt lebt von vielen kleinen Bühnen.", "La economía no se salva solo con los deportes."]
)
def test_a_word_that_is_a_section_alone_is_none_in_a_sentence(line: str) -> None:
    assert "section" not in families_abroad(tokens(line))


SATZ = (
    "Der Hafen der Stadt wird nach dem Sturm erst am Montag wieder für die Fischer und für die Fähren geöffnet.",
    "Die Feuerwehr hat in der Nacht mehr als vierzig Keller leer gepumpt, und das Wasser ist noch nicht weg.",
    "Der Bürgermeister sagte am Abend, dass die Mauer am Kai gehalten hat und nur die Treppe gebrochen ist.",
    "Für die Fähre auf die Inseln gibt es bis dahin einen Ersatz, der zweimal am Tag von der Werft aus fährt.",
    "Auf den Inseln selbst ist der Strom nur für eine Stunde ausgefallen, und niemand wurde dabei verletzt.",
    "Die Schule bleibt am Freitag zu, weil das Dach der Halle noch nicht von allen Ästen geräumt worden ist.",
)


def test_a_story_labelled_as_teasers_becomes_the_guess() -> None:
    page = page_of(article_from_text("\n\n".join(("Start", *SATZ, "Impressum")), "x"))
    assert page.foreign
    assert with_story(page, ["nav", *["related"] * 6, "footer"]) == ["nav", *["body"] * 6, "footer"]


def test_a_story_that_was_found_is_unchanged() -> None:
    page = page_of(article_from_text("\n\n".join(("Start", *SATZ, "Impressum")), "x"))
    found = ["nav", *["body"] * 5, "related", "footer"]
    assert with_story(page, found) == found


def test_a_few_sentences_are_not_a_story() -> None:
    page = page_of(article_from_text("\n\n".join(("Start", *SATZ[:2], "Impressum")), "x"))
    assert with_story(page, ["nav", "related", "related", "footer"]) == ["nav", "related", "related", "footer"]


def test_the_menu_of_a_short_page_is_a_menu() -> None:
    menu = ("Startseite", "Lokales", "Sport", "Wirtschaft", "Kultur", "Anmelden")
    below = ("Mehr zum Thema", "Kater überlebt drei Tage im Briefkasten", "Impressum", "Datenschutz", "AGB")
    lines = (*menu, "Hafen nach Sturm wieder offen", "Von Karla Reimers", "Artikel teilen", *SATZ[:3], *below)
    kinds = [label.kind for label in label_blocks(article_from_text("\n\n".join(lines), "x")).blocks]
    assert set(kinds[: len(menu)]) == {"nav"}
    assert kinds[9:12] == ["body"] * 3
    assert set(kinds[-3:]) == {"footer"}
