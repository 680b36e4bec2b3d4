"""The words that bind running text, by the language of a page's long lines."""

from __future__ import annotations

from annotators.boilerplate.language.function_words import binding_words
from annotators.boilerplate.language.lexicon import function_words
from annotators.boilerplate.lines.line_features import features_of_line, words_of
from annotators.boilerplate.lines.page import page_of
from annotators.loaders.text import article_from_text

GERMAN = (
    "Der Hafen der Stadt wird nach dem Sturm erst am Montag wieder für die Fischer und für die Fähren geöffnet.",
    "Die Feuerwehr hat in der Nacht mehr als vierzig Keller leer gepumpt, und das Wasser ist noch nicht weg.",
)
ENGLISH = "The harbour will not be open to the ferries before Monday, and the water in the cellars is still there."
MALTESE = (
    "Il-port mhux ser jerġa jinfetaħ qabel nhar it-Tnejn filgħodu għax il-maltemp għadu qawwi ħafna llum kullimkien."
)


def binding(*lines: str) -> frozenset[str]:
    return binding_words([words_of(line) for line in lines])


def test_function_words_of_a_german_page_are_german() -> None:
    assert {"der", "und", "nicht"} <= binding(*GERMAN)


def test_function_words_of_an_english_page_or_of_short_lines_are_english() -> None:
    assert binding(ENGLISH) == function_words()
    assert binding("Startseite", "Sport und Wetter") == function_words()


def test_an_unlisted_language_has_no_function_words() -> None:
    assert binding(MALTESE) == frozenset()


def test_running_text_is_recognised_in_any_language() -> None:
    for line in (*GERMAN, ENGLISH, MALTESE):
        words = words_of(line)
        assert features_of_line(line, words, binding_words([words])).prose, line


def test_the_length_of_a_line_without_spaces_is_estimated_from_its_letters() -> None:
    said = "港は月曜日の朝まで閉鎖されたままで、漁師たちは風が弱まるのを待っていると市の担当者が述べた。"
    line = features_of_line(said, words_of(said), frozenset())
    assert line.size > 12
    assert line.prose


def test_only_pages_in_other_languages_are_foreign() -> None:
    assert page_of(article_from_text("\n\n".join(GERMAN), "x")).foreign
    assert not page_of(article_from_text(ENGLISH, "x")).foreign
