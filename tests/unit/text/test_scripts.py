import pytest

from annotators.text.scripts import may_be_asian


@pytest.mark.parametrize("text", ["", "Plain words.", "“Café” – it’s €5…", "Новости", "Ελλάδα", "العربية", "→ ✓ ▶"])
def test_a_text_in_western_scripts_needs_no_look_for_others(text: str) -> None:
    assert not may_be_asian(text)


@pytest.mark.parametrize("text", ["ข่าว", "ニュース", "新闻", "뉴스", "ᄀ", "Ａ", "Read 日本 more"])
def test_letters_of_asian_scripts_are_seen(text: str) -> None:
    assert may_be_asian(text)
