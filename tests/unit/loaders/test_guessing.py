"""Bytes that do not say their character set are read in the one that their letters tell, or as Latin letters."""

import pytest

from annotators.loaders import load_bytes
from annotators.loaders.decoding import decode, decode_as
from annotators.loaders.guessing import charset_of_language, guessed_charset

SAID = {
    "ru": "Паромы останутся в порту ещё на неделю, сообщил в понедельник совет гавани. Жители острова собрали "
    "четыре тысячи подписей против закрытия линии.",
    "el": "Το πλοίο θα παραμείνει στο λιμάνι για μία ακόμη εβδομάδα, ανακοίνωσε τη Δευτέρα το λιμενικό συμβούλιο.",
    "he": "המעבורת תישאר בנמל עוד שבוע, הודיעה ביום שני מועצת הנמל. תושבי האי אספו ארבעת אלפים חתימות.",
    "ar": "ستبقى العبارة في الميناء أسبوعا آخر حسبما أعلن مجلس الميناء يوم الاثنين وجمع السكان أربعة آلاف توقيع.",
    "th": "เรือเฟอร์รี่จะจอดอยู่ที่ท่าเรืออีกหนึ่งสัปดาห์ คณะกรรมการท่าเรือกล่าวเมื่อวันจันทร์",
    "ja": "フェリーは来週も港に留まると港湾局は月曜日に発表した。島民は路線の廃止に反対する四千の署名を集めた。",
    "ko": "페리는 다음 주에도 항구에 머물 것이라고 항만 위원회가 월요일에 밝혔다. 섬 주민들은 서명을 모았다.",
    "zh": "渡轮将在港口再停留一周，港口委员会周一表示。岛民已收集四千个签名反对关闭航线。",
    "zh-Hant": "渡輪將在港口再停留一週，港口委員會週一表示。島民已收集四千個簽名反對關閉航線，這是他們的家。",
}
IN = {
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"), "el": ("cp1253", "iso8859-7"), "he": ("cp1255",),
    "ar": ("cp1256", "iso8859-6"), "th": ("cp874",), "ja": ("shift_jis", "euc-jp", "iso-2022-jp"),
    "ko": ("euc-kr",), "zh": ("gb18030", "gb2312"), "zh-Hant": ("big5",),
}  # fmt: skip
WIDE = ("utf-16-le", "utf-16-be")
EACH = [(language, charset) for language, charsets in IN.items() for charset in (*charsets, *WIDE)]


@pytest.mark.parametrize(("language", "charset"), EACH)
def test_an_undeclared_character_set_is_detected_with_a_notice(language: str, charset: str) -> None:
    decoded = decode(SAID[language].encode(charset), "a.txt")
    assert decoded.text == SAID[language]
    assert "which the file does not say" in decoded.notices[0]


CALLED = {
    "shift_jis": "Shift_JIS", "euc-jp": "EUC-JP", "iso-2022-jp": "ISO-2022-JP", "euc-kr": "EUC-KR", "big5": "Big5",
    "gb18030": "GB18030", "koi8-r": "KOI8-R", "iso8859-5": "ISO-8859-5", "cp866": "IBM866", "cp1251": "Windows-1251",
    "cp874": "Windows-874", "mac-cyrillic": "Mac Cyrillic", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE",
}  # fmt: skip


@pytest.mark.parametrize(("language", "charset"), [one for one in EACH if one[1] in CALLED])
def test_a_character_set_has_a_familiar_name(language: str, charset: str) -> None:
    decoded = decode(SAID[language].encode(charset), "a.txt")
    assert decoded.notices == (f"read as {CALLED[charset]}, which the file does not say",)


def test_a_character_set_is_detected_in_spite_of_invalid_bytes() -> None:
    assert decode_as(b"\x81", "shift_jis").notices == ("some bytes are not Shift_JIS and are shown as \ufffd",)
    assert decode_as(b"\x81", "ascii").notices == ("some bytes are not ASCII and are shown as \ufffd",)
    assert decode_as(b"\xff", "utf-8").notices == ("some bytes are not UTF-8 and are shown as \ufffd",)


@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="utf-16">'])
@pytest.mark.parametrize(("language", "charset"), EACH)
def test_the_character_set_of_a_page_is_detected_without_or_against_its_declaration(
    language: str, charset: str, declared: str
) -> None:
    page = f"<!DOCTYPE html><html><head>{declared}<title>1</title></head><body><p>{SAID[language]}</p></body></html>"
    article = load_bytes(page.encode(charset), "page.html", "text/html")
    assert article.text == SAID[language]
    assert article.notices


@pytest.mark.parametrize(
    ("language", "charset"), [pair for pair in EACH if pair[1] not in {*WIDE, "iso-2022-jp", "iso8859-6"}]
)
def test_a_declared_latin_character_set_is_ignored_for_other_scripts(language: str, charset: str) -> None:
    page = f'<meta charset="iso-8859-1"><p>{SAID[language]}</p>'
    assert load_bytes(page.encode(charset), "page.html", "text/html").text == SAID[language]


@pytest.mark.parametrize(
    "text",
    [
        "“It’s £5 – or €6,” said Zoë…",
        "À l’été, où l’on fête Noël «déjà», le maître-nageur a été reçu à l’œuvre… ¡Qué niño! Größe, Straße, Ærø.",
        "Þótt allt sé óljóst um árið þá er ég öruggur að hann fær að vera hér, sagði hún og brosti út í bæði.",
        "Total\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa012,40\xa0€",
        "Œuvre ÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉ ààààààààààààààà",
    ],
)
def test_latin_text_is_not_detected_as_another_script(text: str) -> None:
    assert guessed_charset(text.encode("cp1252")) == ""
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_a_few_bytes_of_another_set_among_utf8_do_not_turn_the_rest() -> None:
    decoded = decode((SAID["ru"] * 3).encode() + "ещё раз".encode("cp1251"), "a.txt")
    assert decoded.text.startswith(SAID["ru"])


@pytest.mark.parametrize(
    ("language", "charset", "sentence"),
    [
        ("pl", "iso-8859-2", "Zażółć gęślą jaźń, powiedziała wójt."),
        ("pl", "cp1250", "Zażółć gęślą jaźń, powiedziała."),
        ("cs-CZ", "cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."),
        ("tr", "cp1254", "Iğdır’da şoför ağır çığlık attı."),
        ("lt", "cp1257", "Įlinkdama fechtuotojo špaga sublykčiojusi."),
        ("bg", "cp1251", "Щъркел"),
        ("fr", "cp1252", "Où l’œuvre fut reçue."),
    ],
)
def test_a_declared_language_selects_its_usual_character_set(language: str, charset: str, sentence: str) -> None:
    page = f"<!DOCTYPE html><html lang={language}><title>1</title><p>{sentence}</p>"
    assert load_bytes(page.encode(charset), "page.html", "text/html").text == sentence


def test_most_languages_have_no_usual_character_set() -> None:
    assert charset_of_language("en-GB", b"") == charset_of_language("", b"") == ""
