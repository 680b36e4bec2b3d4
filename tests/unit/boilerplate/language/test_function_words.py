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


def test_a_page_in_german_is_bound_by_german_words() -> None:
    assert {"der", "und", "nicht"} <= binding(*GERMAN)


def test_a_page_in_english_or_of_short_lines_alone_is_bound_by_english_words() -> None:
    assert binding(ENGLISH) == function_words()
    assert binding("Startseite", "Sport und Wetter") == function_words()


def test_a_language_that_is_not_listed_has_no_binding_words() -> None:
    assert binding(MALTESE) == frozenset()


def test_running_text_is_known_as_such_in_any_language() -> None:
    for line in (*GERMAN, ENGLISH, MALTESE):
        words = words_of(line)
        assert features_of_line(line, words, binding_words([words])).prose, line


def test_a_line_of_a_script_without_blanks_is_as_long_as_it_reads() -> None:
    said = "港は月曜日の朝まで閉鎖されたままで、漁師たちは風が弱まるのを待っていると市の担当者が述べた。"
    line = features_of_line(said, words_of(said), frozenset())
    assert line.size > 12
    assert line.prose


def test_only_pages_in_other_languages_are_foreign() -> None:
    assert page_of(article_from_text("\n\n".join(GERMAN), "x")).foreign
    assert not page_of(article_from_text(ENGLISH, "x")).foreign
