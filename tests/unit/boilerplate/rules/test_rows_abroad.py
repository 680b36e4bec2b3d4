"""Lines of pages in other languages that say what they are, and sentences of a story that only sound like them."""

from __future__ import annotations

import time

import pytest

from annotators.annotation import BlockLabel
from annotators.boilerplate import label_blocks
from annotators.boilerplate.lines.page import page_of
from annotators.boilerplate.rules.rows_abroad import kind_abroad, with_rows_abroad
from annotators.loaders.text import article_from_text

STORY = """Fähre bleibt im Hafen

Von Nora Quist

Die Besatzung der Fähre von Merrow hat sich geweigert, den Hafen zu verlassen, weil seit zwei Jahren niemand Lohn bekam.

{}

Der Kapitän hatte im März gesagt, dass das Schiff für vier Millionen Pfund repariert werden müsse, und zwar bald.

Niemand wurde verletzt, und die Passagiere schliefen auf dem Kai, bis ein anderes Schiff sie am Montag holte.
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Anzeige", "ad"),
        ("PUBLICITÉ", "ad"),
        ("広告", "ad"),
        ("Von Nora Quist und Tom Reed", "byline"),
        ("par Nora Quist", "byline"),
        ("di Nora Quist 20 Novembre 2024", "byline"),
        ("Nora Quist nora.quist@merrow.example", "byline"),
        ("Die Fähre im Hafen von Merrow. Bildrechte: MDR/Nora Quist", "caption"),
        ("Der Kapitän (links) mit seinem Sohn vor dem Rathaus.", "caption"),
        ("Empfohlener redaktioneller Inhalt", "consent"),
        ("Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.", "consent"),
        ("Foto: Nora Quist", "credit"),
        ("Nora Quist/dpa", "credit"),
        ("© Nora Quist", "credit"),
        ("Alle Rechte vorbehalten", "footer"),
        ("Unser Newsletter: jetzt kostenlos abonnieren", "promo"),
        ("Il vous reste 57% de cet article à lire.", "promo"),
        ("Lesen Sie auch: Fähre fährt wieder", "related"),
        ("À lire aussi La grève continue", "related"),
        ("Les også: Ferjen går igjen", "related"),
        ("3 Min. Lesezeit", "widget"),
        ("Wir brauchen Ihre Zustimmung, um die externen Inhalte anzuzeigen.", "consent"),
        ("Damit können personenbezogene Daten an Drittplattformen übermittelt werden.", "consent"),
        ("Votre consentement est nécessaire : ce contenu est fourni par un tiers.", "consent"),
        ("30 Tage kostenlos testen", "promo"),
        ("Newsletter abonnieren", "promo"),
        ("Auch interessant: Fähre fährt wieder.", "related"),
        ("Weitere Artikel zum Hafen", "related"),
        ("Foto: dpa", "credit"),
        ("Vis mer", "widget"),
        ("Temps de lecture : 3 min", "widget"),
        ("2 minuti di lettura", "widget"),
        ("4 min de lectura", "widget"),
        ("3 minuten leestijd", "widget"),
    ],
)
def test_a_self_describing_line_gets_that_kind(line: str, kind: str) -> None:
    assert kind_abroad(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Von Merrow nach Norden fährt seit Sonntag kein Schiff mehr.",
        "Die Anzeige gegen den Kapitän wurde am Montag zurückgezogen.",
        "Die Werbung lockte Tausende in den Hafen.",
        "Mehr als zweihundert Menschen warteten auf dem Kai.",
        "Par la fenêtre, on voyait le port.",
        "Der Newsletter der Stadt hatte davon nichts gesagt.",
        "Foto und Film waren verboten.",
        "Die Zeitung druckte das Bild auf der ersten Seite ab.",
        "Foto: ein Wort, das im Dorf keiner kannte",
        "Der Rat hat ihre Zustimmung zu dem Gesetz verweigert.",
        "Der Konzern habe personenbezogene Daten von Millionen Nutzern verarbeitet, sagte die Behörde.",
        "Seit Montag können sich alle Bürger in den Apotheken der Stadt kostenlos testen lassen.",
        "Das Land will jetzt testen, ob die Schulen mit weniger Lehrern auskommen.",
        "Die Warn-App läuft auf jedem Smartphone, das nicht älter als fünf Jahre ist.",
        "In seinem Newsletter schrieb der Ökonom, jetzt sei die Zeit für höhere Zinsen gekommen.",
        "Weitere Themen des Treffens waren die Lage im Hafen und die Energiepreise.",
        "Weitere Videos zeigen, wie die Polizei gegen die Demonstranten vorgeht.",
        "Auch interessant ist, dass die Zahl der Geburten seit drei Jahren wieder steigt.",
        "Passend dazu hat der Verein einen neuen Trainer vorgestellt.",
        "Sehen Sie dazu eine Alternative in der jetzigen Koalition?",
        "Mehr Nachrichten über den Krieg erreichen die Familie nur, wenn der Strom zurückkehrt.",
        "Die Übersetzung wurde von KI-Experten der Universität geprüft.",
        "La víctima declaró que el hombre la grabó sin su consentimiento en el hotel.",
        "El hombre la grabó sin su consentimiento en un hotel del puerto.",
        "Según el boletín de este martes, los hospitales recibieron a 300 pacientes más.",
        "Más información falsa circula por el puerto que por cualquier otra ciudad.",
        "Le también pidió al presidente que retire las tropas de la frontera.",
        "A jovem foi filmada sem o seu consentimento durante meses.",
        "Gli abbonati alla rivista sono scesi del dieci per cento e ora il gruppo taglia.",
        "Pour aller plus loin, le gouvernement propose de taxer les billets d'avion.",
        "La newsletter du parti, envoyée à 3 000 abonnés, annonçait déjà la défaite.",
        "Vous aurez le droit de retirer votre consentement à tout moment, a dit le ministre.",
        "Les cahiers (archives) des services secrets ont été ouverts au public.",
        "Polisin takip ettiği araç, sahil yolundaki bir televizyon kanalının önünde durdu.",
        "Alle rechten voorbehouden aan de koning, zo luidde de wet tot 1848.",
        "Lees meer boeken, zei de minister tegen de kinderen in Utrecht.",
        "Les mer enn ti bøker i året, er rådet fra ministeren.",
        "Se även på hur många som flyttar varje år.",
        "Czytaj więcej książek, radzi noblistka swoim uczniom.",
        "Читайте также книги, советует министр школьникам.",
        "Lire aussi vite est impossible, selon le chercheur.",
        "Te puede interesar la política o no, pero ella se interesa por ti.",
        "Recibe el premio la directora de la newsletter más leída del país.",
        "Síguenos en esta aventura, gritaba el capitán a los marineros.",
        "Ihre Zustimmung zum Vertrag knüpft die Opposition an bessere Daten über die Kosten.",
        "Die App für iOS kostet den Steuerzahler zwei Millionen Euro.",
        "Alle Rechte vorbehalten hatte sich der Sender, doch das Gericht sah es anders.",
        "Tutti i diritti riservati agli uomini, ecco la legge di allora.",
        "Foto: Das Bild des Jahres zeigt ein Kind im Schnee.",
        "Alle Rechte vorbehalten wollten sich die Erben.",
        "Vous pouvez accepter les cookies de la voisine, plaisante le maire.",
        "La suite est à lire dans le rapport remis aux abonnés du service.",
        "Inscrivez-vous sur les listes, a lancé le candidat à ses partisans.",
        "Recibe cada mes una ayuda de cuatrocientos euros.",
        "Síguenos en X, gritaban los jóvenes a los turistas.",
        "Abonniere den Newsletter, riet der Lehrer seinen Schülern.",
        "© ist das Zeichen, um das die beiden Firmen streiten.",
        "2 minuti di silenzio",
        "20 minuti di cottura",
        "90 minuti di lettura pubblica in piazza",
        "Dieci minuti di lettura al giorno bastano, spiega la maestra.",
        "3 minutes de lecture suffisent, affirme le professeur.",
        "15 minutes de lecture à voix haute",
        "45 minutos de lectura continua",
        "30 minutos de leitura em família",
        "20 minuten lezen per dag",
        "5 min de prolongation",
    ],
)
def test_a_sentence_of_the_story_is_not_self_describing(line: str) -> None:
    assert kind_abroad(line) == ""


@pytest.mark.parametrize("line", ["Empfohlener redaktioneller Inhalt", "Lesen Sie auch: Fähre fährt wieder", "Anzeige"])
def test_such_a_line_inside_a_foreign_story_is_stripped(line: str) -> None:
    article = article_from_text(STORY.format(line), "a.txt")
    blocks = label_blocks(article).blocks
    assert [block.boilerplate for block in blocks[2:]] == [False, True, False, False]


@pytest.mark.parametrize(
    ("line", "kind"), [("2 minuti di lettura", "widget"), ("Lesezeit: 3 Minuten", "widget"), ("Foto: dpa", "byline")]
)
def test_a_reading_time_in_place_of_a_byline_is_left_out(line: str, kind: str) -> None:
    labels = [BlockLabel(start=0, end=len(line), kind="byline", score=0.7)]
    assert [label.kind for label in with_rows_abroad(line, labels)] == [kind]


def test_predicted_boilerplate_keeps_its_kind() -> None:
    said = "Lesen Sie auch: Fähre fährt wieder"
    labels = [BlockLabel(start=0, end=len(said), kind="promo", score=0.7)]
    assert with_rows_abroad(said, labels) == tuple(labels)


def test_abroad_a_few_paragraphs_outweigh_many_short_descriptions() -> None:
    paragraph = " ".join(STORY.format("").split("\n\n")[2:])
    descriptions = "\n\n".join(f"Seite {n}\n\nDie Seite der Stadt zeigt alles über den Hafen." for n in range(40))
    page = page_of(article_from_text(f"{paragraph}\n\n{paragraph}\n\n{descriptions}\n", "a.txt"))
    assert page.foreign
    assert page.core == (0, 1)


def test_endless_lines_take_linear_time() -> None:
    start = time.process_time()
    for line in (
        "a" * 420,
        "Von " + "A " * 200,
        "© " * 200,
        "newsletter " * 38,
        "ihre " * 80,
        "A/" * 200,
        "(links " * 60,
        "newsletter hier kostenlos " * 20_000,
    ):
        kind_abroad(line)
        kind_abroad(line)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "line",
    [
        "Kassel, 12. März 2026",
        "Veröffentlicht am 12. März 2026 um 14:30 Uhr",
        "Publié le 12 mars 2026",
        "Mis à jour le jeudi 1er août 2026 à 9h05",
        "Publicado el 12 de marzo de 2026",
        "Pubblicato il 3 maggio 2026",
        "Lisboa, 12 de março de 2026",
        "Gepubliceerd op 12 maart 2026",
    ],
)
def test_a_foreign_date_above_the_story_or_in_place_of_a_byline_is_a_timestamp(line: str) -> None:
    def kinds(*lines: tuple[str, str]) -> list[str]:
        text, labels, at = "\n".join(said for _, said in lines), [], 0
        for kind, said in lines:
            labels.append(BlockLabel(start=at, end=at + len(said), kind=kind, score=0.5))
            at += len(said) + 1
        return [label.kind for label in with_rows_abroad(text, labels)]

    story = ("body", "Der Tunnel wird erst 2029 eröffnet, zwei Jahre später als geplant.")
    assert kinds(("headline", "Der Tunnel"), ("byline", line), story)[1] == "timestamp"
    assert kinds(("headline", "Der Tunnel"), ("deck", line), story)[1] == "timestamp"
    assert kinds(("headline", "Der Tunnel"), story, ("subhead", line), story)[2] == "subhead"


@pytest.mark.parametrize(
    "line", ["Am 12. März 2026 kam das Schiff.", "Seit März 2026", "Anna Berg, 12. Juni", "12 Mai"]
)
def test_a_foreign_sentence_that_mentions_a_date_is_not_a_timestamp(line: str) -> None:
    assert kind_abroad(line) != "timestamp"


def test_capitals_of_other_languages_are_found_by_the_words_asked_for_first() -> None:
    lines = (
        "JETZT TESTEN UND WEITERLESEN: nur für Abonnenten",
        "YENİ HABERLER İÇİN KANALIMIZA abone olun: bülten",
        "Wir brauchen Ihre Einwilligung, um den Inhalt anzuzeigen",
    )
    assert [kind_abroad(line) for line in lines] == ["promo", "promo", "consent"]
