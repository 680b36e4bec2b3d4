"""Quotations in other languages than English."""

from __future__ import annotations

import time

import pytest

from tests.unit.quotes.told import read, said

GERMAN = "Der Rat hat am Montag über die neue Brücke gesprochen, die nicht vor dem Sommer fertig sein wird."


def test_speech_in_marks_is_found_and_nobody_is_made_its_speaker() -> None:
    assert said(f"{GERMAN}\nGleichzeitig wird an der Straße gebaut. „Wir sind noch nicht so weit.“") == [
        "- | - | „Wir sind noch nicht so weit.“"
    ]


def test_english_verbs_of_saying_are_ignored_in_other_languages() -> None:
    assert said(f"{GERMAN}\nVerdi: Wir haben Verständnis für die Sorgen der Leute und werden auch so handeln.") == []


def test_a_paragraph_in_english_keeps_its_speakers_beside_one_that_is_not() -> None:
    english = "The council will not build the bridge, the mayor said, and that is the end of it for her."
    assert said(f"{GERMAN}\n„Wir sind noch nicht so weit.“\n{english}")[-1].startswith("the mayor | said | ")


@pytest.mark.parametrize("label", ["SPIEGEL", "Baerbock"])
def test_turns_of_an_interview_keep_their_labels(label: str) -> None:
    lines = "\n".join(
        f"SPIEGEL: Was ist das für ein Haus, und wer hat es gebaut?\nBaerbock: Das ist ein Haus der Stadt Nummer {n}."
        for n in range(3)
    )
    text = f"Annalena Baerbock ist zurück und spricht mit dem Magazin über die Zeit, die sie nicht hier war.\n{lines}"
    assert any(one.startswith(label) for one in said(text))


SPANISH = "El ministro no ha dicho que se va a ir de la ciudad, pero los vecinos lo esperan con la puerta abierta."
FRENCH = "Le maire a dit que la ville ne veut pas de ce pont et que les habitants sont avec lui dans cette affaire."
ITALIAN = "Il sindaco non ha detto che la città non vuole il ponte, ma gli abitanti sono con lui in questa storia."
DUTCH = "De burgemeester wil niet dat de brug er komt, en de inwoners van de stad zijn het met haar eens."
PORTUGUESE = "O prefeito não quer que a ponte seja feita, e os moradores da cidade estão com ele nesta história."
SWEDISH = "Borgmästaren vill inte att bron ska byggas, och de som bor i staden är inte heller för den."


@pytest.mark.parametrize(
    ("around", "line", "expected"),
    [
        (GERMAN, "„Wir sind nicht so weit“, sagte die Meteorologin Corinna Borau dem Sender am Montag.",
         "die Meteorologin Corinna Borau | sagte | „Wir sind nicht so weit“"),
        (GERMAN, "„Wir sind nicht so weit“, so Bürgermeister Merz weiter.",
         "Bürgermeister Merz | so | „Wir sind nicht so weit“"),
        (GERMAN, "Am Dienstag sagte Merz: „Wir sind nicht so weit.“", "Merz | sagte | „Wir sind nicht so weit.“"),
        (GERMAN, "Ein alter Freund sagte Ihnen einmal: „Du bist nicht so weit.“",
         "Ein alter Freund | sagte | „Du bist nicht so weit.“"),
        (GERMAN, "Ähnlich äußerte sich Fraktionschef Jan Korte: „Wir sind nicht so weit.“",
         "Fraktionschef Jan Korte | äußerte | „Wir sind nicht so weit.“"),
        (GERMAN, "„Wir sind nicht so weit“, freut sich Univ.-Prof. Dr. Robert Galler.",
         "Univ.-Prof. Dr. Robert Galler | freut sich | „Wir sind nicht so weit“"),
        (GERMAN, "„Wir sind“, sagt sie, „noch lange nicht so weit.“",
         "sie | sagt | „Wir sind“ ... „noch lange nicht so weit.“"),
        (FRENCH, "« Nous sommes prêts », a déclaré le maire Artem Kobzar sur Telegram.",
         "le maire Artem Kobzar | a déclaré | « Nous sommes prêts »"),
        (FRENCH, "« Nous sommes prêts », explique-t-elle.", "elle | explique | « Nous sommes prêts »"),
        (FRENCH, "« Nous sommes prêts », a-t-il ajouté mardi.", "il | a-t-il ajouté | « Nous sommes prêts »"),
        (FRENCH, "« Nous sommes prêts », d'après le récit qu'elle livre.", "- | d'après | « Nous sommes prêts »"),
        (SPANISH, "“Estamos listos”, dijo ayer el portavoz de la Asociación a este medio.",
         "el portavoz de la Asociación | dijo | “Estamos listos”"),
        (SPANISH, "“Estamos listos”, añadió.", "- | añadió | “Estamos listos”"),
        (SPANISH, "“Estamos listos”, dice Von der Leyen en su carta.", "Von der Leyen | dice | “Estamos listos”"),
        (ITALIAN, "«Siamo pronti», ha detto Trump agli ospiti.", "Trump | ha detto | «Siamo pronti»"),
        (DUTCH, "“We zijn er klaar voor”, zegt burgemeester.", "- | zegt | “We zijn er klaar voor”"),
        (DUTCH, "“We zijn er klaar voor”, zegt Femke de Boer van de gemeente.",
         "Femke de Boer van de gemeente | zegt | “We zijn er klaar voor”"),
        (PORTUGUESE, "“Estamos prontos”, afirmou o delegado Odair Carneiro, do Draco.",
         "o delegado Odair Carneiro | afirmou | “Estamos prontos”"),
        (SWEDISH, "”Vi är klara för det här”, säger Johan Håkansson till DN.",
         "Johan Håkansson | säger | ”Vi är klara för det här”"),
    ],
)  # fmt: skip
def test_a_speaker_stands_beside_a_verb_of_saying_beside_the_marks(around: str, line: str, expected: str) -> None:
    assert said(f"{around}\n{line}") == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Die Krankenkassen zahlen nicht, sagt der Arzt. Auf dem Schild steht: „Wir sind nicht so weit.“",
        "In ihrem Buch „Die Brücke am anderen Ufer“ beschreibt Jeanne Ruland den Fluss.",
        "Die Kritiker nannten ihn „den ewigen Zweiten“.",
        "„Wir sind nicht so weit“, etwa wenn es um Geld ging.",
        "Auf Nachfrage der „neuen lokalen Zeitung“ sagte ein Sprecher das nicht.",
    ],
)
def test_distant_words_are_not_speakers(line: str) -> None:
    assert all(one.startswith("- | - |") for one in said(f"{GERMAN}\n{line}"))


def test_the_next_sentence_in_marks_is_the_same_speakers() -> None:
    line = "„Wir sind nicht so weit“, sagte Merz. „Das Geld fehlt.“ Der Rat hatte gelacht. „Nichts geht.“"
    assert said(f"{GERMAN}\n{line}") == [
        "Merz | sagte | „Wir sind nicht so weit“ ... „Das Geld fehlt.“",
        "- | - | „Nichts geht.“",
    ]


def test_labels_that_come_once_or_where_nobody_asks_are_no_speakers() -> None:
    lines = "Tipp: Die Brücke ist am Morgen leer.\nErgebnis: Es wird nicht gebaut.\nErgebnis: Es wird doch gebaut."
    assert said(f"{GERMAN}\n{lines}") == []


NORWEGIAN = "Ordføreren vil ikke at broen skal bygges, og de som bor i byen er heller ikke for den."
POLISH = "Burmistrz nie chce, aby most był zbudowany, a mieszkańcy są z nim i nie ma co do tego sporu."
RUSSIAN = "Мэр не хочет, чтобы мост был построен, и жители города с ним, но это не всё, о чём он сказал."
CZECH = "Starosta nechce, aby se most stavěl, a lidé jsou s ním, ale není to všechno, co k tomu má."


@pytest.mark.parametrize(
    ("around", "line", "expected"),
    [
        (NORWEGIAN, "– Vi er klare. Gåsehud! sier det norske OL-håpet.",
         "det norske OL-håpet | sier | Vi er klare. Gåsehud!"),
        (NORWEGIAN, "- Det ble slutt, sa forsvarsadvokaten, og fortsatte:", "forsvarsadvokaten | sa | Det ble slutt"),
        (NORWEGIAN, "– Vi er klare for dette.", "- | - | Vi er klare for dette."),
        (SWEDISH, "– Vi har inte hittat henne, säger Johan Håkansson från polisen.",
         "Johan Håkansson | säger | Vi har inte hittat henne"),
        (POLISH, "– Jesteśmy gotowi – mówi Jan Nowak, szef rady.", "Jan Nowak | mówi | Jesteśmy gotowi"),
        (POLISH, "„Jesteśmy na to gotowi” – powiedział Nowak.", "Nowak | powiedział | „Jesteśmy na to gotowi”"),
        (RUSSIAN, "— Мы готовы,— сказал Иван Петров.— Деньги есть.",
         "Иван Петров | сказал | Мы готовы ... Деньги есть."),
        (CZECH, "„Jsme na to připraveni,“ řekl Teo Filip, manažer banky.",
         "Teo Filip | řekl | „Jsme na to připraveni,“"),
    ],
)  # fmt: skip
def test_a_dash_before_a_paragraph_opens_what_is_said(around: str, line: str, expected: str) -> None:
    assert said(f"{around}\n{line}") == [expected]


@pytest.mark.parametrize(
    ("around", "line"),
    [
        (NORWEGIAN, "- to egg og litt melk"),
        (GERMAN, "– Die Brücke wird nicht gebaut, und das ist gut so."),
        (NORWEGIAN, "Han var klar – helt klar – og sa det."),
    ],
)
def test_other_dashes_open_no_speech(around: str, line: str) -> None:
    assert said(f"{around}\n{line}") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("– , sier Anna.", []),
        ("– Nei, sier hun. –", ["hun | sier | Nei"]),
        ("– >", ["- | - | >"]),
    ],
)
def test_a_dash_with_nothing_behind_it_opens_no_empty_speech(line: str, expected: list[str]) -> None:
    assert said(f"{NORWEGIAN}\n{line}") == expected


def test_what_a_dash_opens_is_direct_speech() -> None:
    _, annotations = read(f"{NORWEGIAN}\n– Vi er klare for dette, sier Hansen.")
    assert [one.type for one in annotations.statements] == ["direct"]


def test_a_text_of_nothing_but_quotations_is_cut_into_statements() -> None:
    _, annotations = read(f"{GERMAN}\n„Ja“, sagte Merz, " + "„das ist so“, " * 450)
    assert max(len(one.content) for one in annotations.statements) == 200


@pytest.mark.parametrize(
    ("around", "line", "speaker"),
    [
        (FRENCH, "« Nous sommes prêts », a dit la ministre de la Culture, Claire Vasseur, lundi à Paris.",
         "la ministre de la Culture, Claire Vasseur"),
        (FRENCH, "Le maire, Jean Roussel, a expliqué : « Nous sommes prêts. »", "Le maire, Jean Roussel"),
        (FRENCH, "Interrogé sur ce point, le président Marc Delorme a répondu : « Nous sommes prêts. »",
         "le président Marc Delorme"),
        (FRENCH, "Selon le procureur Luc Fabre, « rien ne permet de le dire » avant la fin.", "le procureur Luc Fabre"),
        (GERMAN, "Der Sprecher der Polizei, Jens Holtmann, erklärte: „Wir sind nicht so weit.“",
         "Der Sprecher der Polizei, Jens Holtmann"),
        (GERMAN, "Finanzminister Lahm (FDP) sagte der „Rheinischen Post“: „Wir sind nicht so weit.“",
         "Finanzminister Lahm"),
        (GERMAN, "Laut Merten sei das „eine Schande für alle“.", "Merten"),
        (GERMAN, "„Natürlich“, sagt sie und lacht.", "sie"),
        (SPANISH, "«Estamos listos», dijo el presidente del Gobierno, Pablo Serrano.",
         "el presidente del Gobierno, Pablo Serrano"),
        (SPANISH, "«Estamos listos», lamenta, por su parte, Iris Avellaneda.", "Iris Avellaneda"),
        (ITALIAN, "Il professor Aldo Riva dell'Università di Pisa ha detto: «Siamo pronti».",
         "Il professor Aldo Riva dell'Università di Pisa"),
    ],
)  # fmt: skip
def test_a_speaker_has_the_name_beside_the_title(around: str, line: str, speaker: str) -> None:
    assert [one.split(" | ")[0] for one in said(f"{around}\n{line}")] == [speaker]


@pytest.mark.parametrize(
    ("around", "line", "speaker"),
    [
        (SPANISH, "Serrano aseguró que el plan sigue. «No vamos a cambiar nada», añadió.", "Serrano"),
        (SPANISH, "El ministro de Defensa compareció el martes. «La ley se aprobará», dijo.", "El ministro de Defensa"),
        (SPANISH, "La ley es muy buena para el país. «No la votaremos nunca», dijo.", "-"),
        (ITALIAN, "Il sindaco arriva tardi. «Non ne so nulla», ammette.", "Il sindaco"),
        (PORTUGUESE, "O delegado falou pouco. “Não há dúvidas disso”, disse.", "O delegado"),
        (GERMAN, "Der Minister kam am Dienstag. „Wir sind nicht so weit“, sagte.", "-"),
    ],
)
def test_a_left_out_subject_is_the_person_before(around: str, line: str, speaker: str) -> None:
    assert [one.split(" | ")[0] for one in said(f"{around}\n{line}")] == [speaker]


def test_a_left_out_subject_is_the_last_speaker() -> None:
    lines = "«Estamos listos», dijo Elena Gil.\n«No nos vamos de aquí», insistió.\nLlovía mucho. «Es tarde», añadió."
    assert [one.split(" | ")[0] for one in said(f"{SPANISH}\n{lines}")] == ["Elena Gil", "Elena Gil", "-"]


@pytest.mark.parametrize(
    ("around", "line", "expected"),
    [
        (SPANISH, "—No sé nada de eso —respondió Ruiz—. Pregunten a la policía.",
         ["Ruiz | respondió | No sé nada de eso ... Pregunten a la policía."]),
        (SPANISH, "—No…—", ["- | - | No…"]),
        (SPANISH, "— Pan y leche", []),
        (FRENCH, "– Vous êtes sûr ? demande la juge.", ["la juge | demande | Vous êtes sûr ?"]),
        (FRENCH, "– Le pain et le lait", []),
        (ITALIAN, "– Chi è lei? – chiese il giudice.", ["il giudice | chiese | Chi è lei?"]),
        (PORTUGUESE, "— Quem é o senhor? — perguntou o juiz.", ["o juiz | perguntou | Quem é o senhor?"]),
    ],
)  # fmt: skip
def test_a_dash_opens_speech_where_a_clause_of_saying_follows(around: str, line: str, expected: list[str]) -> None:
    assert said(f"{around}\n{line}") == expected


def test_a_quotation_with_a_clause_of_its_own_is_not_the_last_speakers() -> None:
    line = "„Wir sind nicht so weit“, sagte Merz. „Das Geld fehlt uns allen“, flötete Höcke."
    assert said(f"{GERMAN}\n{line}") == [
        "Merz | sagte | „Wir sind nicht so weit“",
        "- | - | „Das Geld fehlt uns allen“",
    ]


def test_a_title_after_its_noun_is_nothing_said() -> None:
    assert said(f"{FRENCH}\nSelon le livre « Les Misérables », la ville était pauvre.") == []


def test_a_clause_of_saying_inside_the_marks_is_not_said() -> None:
    line = "« Ce texte est dangereux, estime le sénateur Paul Vidal. Il faut le retirer. »"
    assert said(f"{FRENCH}\n{line}") == [
        "le sénateur Paul Vidal | estime | « Ce texte est dangereux ... Il faut le retirer. »"
    ]


def test_what_somebody_says_in_their_own_speech_is_theirs_still() -> None:
    line = "« Ne pars pas, me disait mon père, la mer est haute aujourd'hui », raconte Karim."
    assert said(f"{FRENCH}\n{line}")[0].startswith("Karim | raconte |")


def test_an_adverb_may_stand_inside_a_verb_of_saying() -> None:
    assert said(f"{ITALIAN}\nMarchi ha poi aggiunto: «Siamo pronti».")[0].startswith("Marchi | ha poi aggiunto |")


def test_many_quotations_without_a_subject_take_time_in_proportion() -> None:
    def spent(times: int) -> float:
        begun = time.process_time()
        said(f"{SPANISH}\n«Estamos listos», dijo Ana Ruiz. " + "«No», dijo. " * times)
        return time.process_time() - begun

    assert spent(4000) < 12 * spent(1000) + 0.5
