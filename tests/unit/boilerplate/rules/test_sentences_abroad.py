"""Short articles in other languages than English keep their paragraphs, and lists of stories do not become one."""

from __future__ import annotations

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.rules.sentences_abroad import with_sentences_abroad
from annotators.loaders.text import article_from_text
from tests.growth import growth

_ARTICLES = {
    "fr": """Se connecter
Culture

Nantes : le musée des Machines ferme pour travaux

La réouverture est prévue au printemps.

Par Claire Martin, à Nantes

Le musée fermera ses portes lundi 3 juin, a annoncé la mairie.

« Nous avons besoin de temps », explique Julie Petit, directrice du musée. « Le toit est trop vieux. »

Publicité

D’après la ville, les travaux coûteront deux millions d’euros.

À lire aussi
Angers : le château en fête
Mentions légales""",
    "it": """Abbonati
Cronaca
Bologna, chiusa la torre degli Asinelli
Stop alle visite per un anno
di Marta Rossi
3 giugno 2026
La torre resterà chiusa da luglio. «Dobbiamo rinforzare le scale», ha detto la sindaca Anna Conti.
Le guide protestano. «Così non lavoriamo», ha dichiarato Luca Verdi, guida.
I lavori costeranno un milione di euro.
Leggi anche
Modena, il mercato cambia piazza
Condividi""",
    "nl": """Nieuws
Abonneren
Zwembad in Assen een jaar dicht
Zwemmers moeten naar Groningen
Door Karin de Boer
3 juni 2026
Het zwembad gaat in juli dicht voor onderhoud. „Het dak lekt al jaren”, zegt wethouder Piet Mulder.
Ouders zijn boos. ‘Niemand heeft ons iets gevraagd’, aldus moeder Els Visser.
Het werk kost 2 miljoen euro.
Lees ook: Sporthal krijgt nieuwe vloer
Deel dit artikel""",
    "pt": """Assine
Cultura
Coimbra fecha a biblioteca velha durante um ano
Câmara diz que o telhado é perigoso
Por Inês Lopes
3 de junho de 2026
A biblioteca velha de Coimbra fecha em julho. “O telhado pode cair”, disse a vereadora Ana Reis.
Os leitores reagiram. “É uma tristeza”, afirmou Rui Matos, professor.
A sala de leitura ficará aberta.
Leia também: Braga abre novo jardim
Partilhar""",
    "es": """Iniciar sesión
Cultura

Granada: el teatro de la plaza cierra por obras

Los vecinos piden una fecha de apertura.

Por Elena Ruiz

El teatro de la plaza cerrará sus puertas el lunes, anunció el alcalde el martes.

«Nadie nos ha preguntado», explica Pilar Soto, dueña de un bar. «La plaza se queda vacía.»

Publicidad

Según la empresa, las obras terminarán en el otoño.

También te puede interesar
Jaén: abre un parque en el centro
Aviso legal""",
    "de": """Nachrichten
Kultur
Anmelden

Das Stadtmuseum in Fulda schließt für ein Jahr

Von Karla Busch, Fulda

Das Museum in Fulda wird im Juli für ein Jahr geschlossen. „Das Dach ist nicht mehr sicher“, sagte die Leiterin.

Anzeige

Der Verein der Freunde äußerte sich. „Wir hätten gern früher davon gehört“, teilte der Vorstand mit.

Am Montag soll der Rat darüber sprechen.

Das könnte Sie auch interessieren
Neue Brücke über die Fulda
Impressum""",
}
_STORY = {
    "fr": ("Le musée fermera", "« Nous avons", "D’après la ville"),
    "it": ("La torre resterà", "Le guide", "I lavori"),
    "nl": ("Het zwembad gaat", "Ouders zijn", "Het werk"),
    "pt": ("A biblioteca velha", "Os leitores", "A sala"),
    "es": ("El teatro de la plaza cerrará", "«Nadie", "Según la empresa"),
    "de": ("Das Museum in", "Der Verein", "Am Montag"),
}


def _kinds(text: str) -> dict[str, str]:
    article = article_from_text(text, "a.txt")
    return {article.text[label.start : label.end]: label.kind for label in label_blocks(article).blocks}


@pytest.mark.parametrize("language", _ARTICLES)
def test_short_articles_keep_their_paragraphs(language: str) -> None:
    kinds = _kinds(_ARTICLES[language])
    for opening in _STORY[language]:
        assert [kind for line, kind in kinds.items() if line.startswith(opening)] in (["body"], ["deck"]), opening
    below = list(kinds)[-2:]
    assert not {"body", "deck"} & {kinds[line] for line in below}


@pytest.mark.parametrize("language", ["it", "nl", "pt"])
def test_lines_between_headline_and_kept_story_become_byline_date_and_deck(language: str) -> None:
    kinds = list(_kinds(_ARTICLES[language]).values())
    assert kinds[2:6] == ["headline", "deck", "byline", "timestamp"]


def _labelled(rows: list[tuple[str, str]]) -> tuple[str, list[BlockLabel]]:
    text = "\n\n".join(line for line, _ in rows)
    labels, at = [], 0
    for line, kind in rows:
        labels.append(BlockLabel(start=at, end=at + len(line), kind=kind, score=0.9))
        at += len(line) + 2
    return text, labels


_LONG = "Der Rat der Stadt hat am Montag über die neue Brücke gesprochen und dem Bau mit großer Mehrheit zugestimmt."


def test_teasers_under_titles_stay_what_they_are() -> None:
    text, labels = _labelled(
        [
            ("Rat stimmt dem Bau der Brücke zu", "headline"),
            *[(_LONG, "body")] * 2,
            ("Neues Bad", "related"),
            ("Das Bad in der Stadt wird im Sommer für die Kinder geöffnet.", "related"),
            ("Altes Haus", "related"),
            ("Das Haus an der Ecke wird im Herbst von der Stadt verkauft.", "related"),
        ]
    )
    assert with_sentences_abroad(text, labels) == tuple(labels)


def test_a_long_story_is_unchanged() -> None:
    text, labels = _labelled([("Rat stimmt zu", "headline"), *[(_LONG, "body")] * 9, *[(_LONG, "related")] * 2])
    assert with_sentences_abroad(text, labels) == tuple(labels)


def test_a_self_describing_line_is_not_made_body_text() -> None:
    advert = "Lesen Sie auch: Warum die Brücke über den Fluss erst in drei Jahren fertig wird."
    text, labels = _labelled([("Rat stimmt zu", "headline"), (_LONG, "body"), (advert, "related"), (_LONG, "body")])
    assert with_sentences_abroad(text, labels)[2].kind == "related"


@pytest.mark.parametrize("paragraphs", [1, 9])
def test_a_teaser_with_its_title_has_no_text_of_its_own_below(paragraphs: int) -> None:
    rows = [("Rat stimmt zu", "headline"), *[(_LONG, "body")] * paragraphs, ("Lesen Sie auch: Neues Bad", "related")]
    text, labels = _labelled([*rows, (_LONG, "related"), ("Zur Startseite", "related")])
    assert [one.kind for one in with_sentences_abroad(text, labels)][-3:] == ["related", "body", "related"]
    text, labels = _labelled([*rows[:-1], ("Lesen Sie auch:", "related"), ("Neues Bad", "related"), (_LONG, "related")])
    assert with_sentences_abroad(text, labels)[-1].kind == "related"


def test_all_sentences_are_kept_with_a_low_score_if_almost_none_would_be() -> None:
    rows = [("Rat stimmt zu", "headline")]
    for name in ("Brücke", "Bad", "Haus"):
        rows += [(name, "nav"), (f"In der Stadt wird im Sommer das neue Haus mit Namen {name} eröffnet.", "related")]
    text, labels = _labelled(rows)
    settled = with_sentences_abroad(text, labels)
    assert [one.kind for one in settled] == ["headline", *["nav", "body"] * 3]
    assert all((one.score or 0) < 0.5 for one in settled if one.kind == "body")


def test_many_apostrophes_take_time_in_proportion() -> None:
    def label(size: int) -> None:
        line = "‘a " * size + "b."
        with_sentences_abroad(line, [BlockLabel(start=0, end=len(line), kind="related", score=0.7)])

    assert growth(label, 4000) < 8
