"""Which language each stretch of a text is in."""

from __future__ import annotations

import re

import pytest

from annotators.text.languages import language_name, languages_of, main_language

ENGLISH = (
    "The harbour board said on Tuesday that it would close the old pier for two years and build another beside it.\n"
    "Residents who use the pier every day were told nothing, and some of them want their rent back."
)
SAID = {
    "da": "Ministeren siger, at det ikke bliver til noget, og at han ikke har hørt om planen, før den var i avisen.",
    "de": "Der Minister sagte am Montag, dass er nicht zurücktreten werde, und das sei auch gut so.",
    "es": "El ministro dijo el lunes que no va a dimitir, y que la decisión se tomará en los próximos días.",
    "fr": "Le ministre a déclaré lundi qu’il ne va pas démissionner et que la décision sera prise dans la semaine.",
    "it": "Il ministro ha detto lunedì che non si dimette e che la decisione sarà presa nei prossimi giorni.",
    "nl": "De minister zei maandag dat hij niet zal aftreden en dat het besluit later deze week wordt genomen.",
    "no": "Ministeren sier at det ikke blir noe av, og at han ikke har hørt om planen før den sto i avisen etter jul.",
    "pl": "Minister powiedział w poniedziałek, że nie poda się do dymisji i że to nie jest jego decyzja.",
    "pt": "O ministro disse na segunda-feira que não vai sair e que a decisão não foi tomada por ele, mas por outros.",
    "ru": "Министр сказал в понедельник, что он не уйдёт в отставку и что это не его решение, а решение правительства.",
    "sv": "Ministern säger att det inte blir något av och att han inte har hört om planen, som är från i våras.",
    "tr": "Bakan pazartesi günü yaptığı açıklamada istifa etmeyeceğini ve bu kararın kendisine ait olmadığını söyledi.",
    "uk": "Міністр сказав у понеділок, що він не піде у відставку і що це не його рішення.",
    "ja": "大臣は月曜日、辞任するつもりはないと述べた。",
    "zh": "部长星期一表示，他不会辞职，这不是他的决定。",
    "ko": "장관은 월요일에 사임하지 않겠다고 밝혔다.",
    "ar": "قال الوزير يوم الاثنين إنه لن يستقيل وإن القرار ليس قراره",
    "fa": "وزیر روز دوشنبه گفت که استعفا نخواهد داد و این تصمیم او نیست",
    "he": "השר אמר ביום שני שלא יתפטר וכי ההחלטה אינה שלו",
}


def told(text: str, declared: str | None = None) -> list[str]:
    return list(languages_of(text, [line.span() for line in re.finditer(r"[^\n]+", text)], declared))


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_is_enough_to_tell_a_language(code: str) -> None:
    assert told(SAID[code]) == [code]


def test_a_short_stretch_is_in_the_language_of_the_rest() -> None:
    assert told(f"Berlin\n{SAID['de']}\nMerz, Scholz") == ["de", "de", "de"]
    assert told(f"Berlin\n{ENGLISH}\nMerz, Scholz") == ["en", "en", "en", "en"]


def test_a_translation_below_an_article_is_told_apart_from_it() -> None:
    assert told(f"{ENGLISH}\n{SAID['fr']}") == ["en", "en", "fr"]
    assert told(f"{ENGLISH}\n{SAID['fa']}") == ["en", "en", "fa"]
    assert told(f"{ENGLISH}\nBerlins Bürgermeister lehnt die Brücke ab\n{SAID['de']}") == ["en", "en", "de", "de"]
    assert told(f"{ENGLISH}\nWhat the Minister said\n{SAID['de']}") == ["en", "en", "en", "de"]
    assert told(f"{ENGLISH}\nLe Monde, Paris\n{SAID['de']}") == ["en", "en", "en", "de"]


@pytest.mark.parametrize(
    "line",
    [
        "“Der Prozess” and “Das Schloss” are what people buy, said the owner of Bücher und Mehr in der Altstadt.",
        "De la Cruz, Van der Berg and Le Pen were there, as was El Hadji of La Scala di Milano.",
        "No welcome sequence. No hello. No name. No price. No help. No return. No stock. No.",
        "Erdoğan, Kılıçdaroğlu and Yavaş met in Ankara.",
        "The speaker, علی خامنه‌ای, was shown on a screen behind the crowd.",
        "Zürich 3, Genève 1; Málaga 2, Córdoba 2; København 0, Malmö 1; Łódź 4, Kraków 4",
        "AI builder AI builder AI builder AI builder AI builder AI builder AI builder AI builder",
    ],
)
def test_english_with_foreign_words_in_it_stays_english(line: str) -> None:
    assert told(f"{ENGLISH}\n{line}") == ["en"] * 3
    assert told(line) == ["en"]


def test_a_declared_language_counts_only_if_the_text_is_undecided() -> None:
    assert told("Merz, Scholz", "de-AT") == ["de"]
    assert told(SAID["de"], "en") == ["de"]
    assert told(ENGLISH, "de") == ["en", "en"]
    assert told("Merz, Scholz") == ["en"]


def test_a_language_without_words_here_is_known_not_to_be_english() -> None:
    zulu = (
        "UMongameli uthe uhulumeni uzokwakha izikole ezintsha kulo nyaka ngoba abantwana abaningi abanazo izincwadi. "
    )
    assert told(zulu * 5) == ["und"]
    assert language_name("und") == ""


def test_most_of_what_is_not_english_names_the_language() -> None:
    text = f"{ENGLISH}\n{SAID['fr']}\n{SAID['de']}\n{SAID['de']}"
    spans = [line.span() for line in re.finditer(r"[^\n]+", text)]
    language, share = main_language(spans, languages_of(text, spans))
    assert (language, language_name(language)) == ("de", "German")
    assert 0.5 < share < 0.7
    assert main_language([(0, 4)], ["en"]) == ("en", 0.0)
    assert main_language([], []) == ("en", 0.0)


def test_ukrainian_has_letters_that_russian_has_not() -> None:
    text = "Речник поліції пояснив: «Ми ще шукаємо водія». За словами прокурора, немає сумнівів щодо обставин."
    assert languages_of(text, [(0, len(text))]) == ("uk",)
