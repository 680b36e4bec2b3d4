"""Names in other languages than English: which of a model's can be told."""

from __future__ import annotations

import pytest

from annotators.annotation import Mention, Span
from annotators.entities.names.abroad import names_abroad


def told(text: str, *names: tuple[str, str, float], language: str = "de") -> list[tuple[str, str]]:
    """What is told of some names, each with its label and score, as they stand in a text one after the other."""
    found, at = [], 0
    for words, label, score in names:
        start = text.index(words, at)
        found.append((Mention(start=start, end=start + len(words), label=label, score=score), language))
        at = start + len(words)
    return [(text[one.start : one.end], one.label) for one in names_abroad(text, found)]


def test_people_are_told_by_their_full_name_and_nouns_are_not() -> None:
    text = "Am Montag sagte Annalena Baerbock, die Erkenntnisse der Büros seien da."
    names = ("Annalena Baerbock", "PERSON", 0.9), ("Erkenntnisse", "PERSON", 0.8), ("Büros", "GPE", 0.76)
    assert told(text, *names) == [("Annalena Baerbock", "PERSON")]


def test_a_surname_alone_is_told_where_the_full_name_is() -> None:
    text = "Damals war Judy Lybke jung. Heute weiß Lybke es, und auch die Galerie Lybkes, aber Koch nicht."
    names = ("Judy Lybke", "PERSON", 0.9), ("Lybke", "PERSON", 0.5), ("Lybkes", "PERSON", 0.5), ("Koch", "PERSON", 0.9)
    assert told(text, *names)[1:] == [("Lybke", "PERSON"), ("Lybke", "PERSON")]


def test_words_in_lower_case_after_a_name_and_common_ones_before_it_are_no_part_of_it() -> None:
    text = "Dann hat Luis Díaz traf getroffen, wie Für Anton Hofreiter galt."
    names = ("Luis Díaz traf", "PERSON", 0.9), ("Für Anton Hofreiter", "PERSON", 0.9)
    assert told(text, *names) == [("Luis Díaz", "PERSON"), ("Anton Hofreiter", "PERSON")]


def test_the_genitive_has_an_s_that_the_name_has_not() -> None:
    text = "Das Haus von Judy Lybkes Vater, sagte Judy Lybke."
    assert told(text, ("Judy Lybkes", "PERSON", 0.9), ("Judy Lybke", "PERSON", 0.9))[0] == ("Judy Lybke", "PERSON")


@pytest.mark.parametrize("words", ["Weitere Mitglieder", "Thüringer Bratwurst", "Laut Warnmeldung"])
def test_capitals_that_open_a_german_sentence_are_nobody(words: str) -> None:
    assert told(f"Es war so.\n\n{words} gab es nicht.", (words, "PERSON", 0.9)) == []


def test_somebody_may_open_a_sentence() -> None:
    assert told("Es war so. Frank Martin lief.", ("Frank Martin", "PERSON", 0.8)) == [("Frank Martin", "PERSON")]
    text = "Es war so. Xuejun Zuo lief. Dann sah man Xuejun Zuo."
    assert len(told(text, ("Xuejun Zuo", "PERSON", 0.8), ("Xuejun Zuo", "PERSON", 0.8))) == 2


def test_places_are_told_where_the_model_is_sure_and_bodies_where_nouns_have_no_capitals() -> None:
    text = "In Kenia und Elmshorn war die Hamas bei Nike."
    names = ("Kenia", "GPE", 0.99), ("Elmshorn", "GPE", 0.8), ("Hamas", "ORG", 0.95)
    assert told(text, *names) == [("Kenia", "GPE")]
    assert told(text, *names, language="es") == [("Kenia", "GPE"), ("Hamas", "ORG")]
    assert told("Aus Israel", ("Aus", "GPE", 0.95)) == []


def test_nothing_is_told_in_languages_that_were_not_tried() -> None:
    assert told("Petr Pavel řekl", ("Petr Pavel", "PERSON", 0.99), language="cs") == []


def test_what_somebody_is_stands_before_the_name() -> None:
    text = "Dort war die Anwältin Pam Bondi mit Van Anh Nguyen."
    assert told(text, ("Anwältin Pam Bondi", "PERSON", 0.9)) == [("Pam Bondi", "PERSON")]


def test_a_given_name_right_before_a_name_is_part_of_it() -> None:
    text = "Con José Manuel Albares, antes d’Emmanuel Macron, y luego Macron."
    names = ("Manuel Albares", "PERSON", 0.9), ("Emmanuel Macron", "PERSON", 0.9), ("Macron", "PERSON", 0.5)
    found = told(text, *names, language="es")
    assert [words for words, _ in found] == ["José Manuel Albares", "Emmanuel Macron", "Macron"]
    assert told("Ante Eric Macron y Emmanuel Macron", ("Macron", "PERSON", 0.5), ("Emmanuel Macron", "PERSON", 0.9),
                language="es") == [("Eric Macron", "PERSON"), ("Emmanuel Macron", "PERSON")]  # fmt: skip


def test_whoever_is_quoted_is_somebody_though_the_model_is_not_sure() -> None:
    text = "„Halt!“, rief Wachmann Torsten Beck. Dann kam Wachmann Uwe Stein."
    found = [
        (Mention(start=text.index(words), end=text.index(words) + len(words), label="PERSON", score=0.3), "de")
        for words in ("Wachmann Torsten Beck", "Wachmann Uwe Stein")
    ]
    start = text.index("Wachmann")
    kept = names_abroad(text, found, [Span(start, start + len("Wachmann Torsten Beck"))])
    assert [text[one.start : one.end] for one in kept] == ["Torsten Beck"]
