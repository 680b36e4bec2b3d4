"""Quotation marks in Chinese, Japanese and Korean."""

from __future__ import annotations

import pytest

from tests.unit.quotes.told import marks_in, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大臣は「辞任するつもりはない」と述べた。", ["direct: 「辞任するつもりはない」"]),
        (
            "大臣は「『橋は安全だ』と聞いた」と述べた。",
            ["direct: 「『橋は安全だ』と聞いた」", "nested: 『橋は安全だ』"],
        ),
        ("前身の「東京女医学校」として創立された。", ["scare: 「東京女医学校」"]),
        ("小説『雪国』の作者は川端康成だ。", ["scare: 『雪国』"]),
        ("「ようやく逮捕に至った。長かった」", ["direct: 「ようやく逮捕に至った。長かった」"]),
        ("部长表示：“这不是他的决定”", ["direct: “这不是他的决定”"]),
        ("高质量共建“一带一路”和共同体。", ["scare: “一带一路”"]),
        (
            '그는 "우리 당으로 입당해서 함께 했으면 좋겠다"고 말했다.',
            ['direct: "우리 당으로 입당해서 함께 했으면 좋겠다"'],
        ),
        ("다음 정부는 '국민주권' 정부다.", ["scare: '국민주권'"]),
    ],
)
def test_east_asian_marks_are_classified_without_capitals_and_spaces(text: str, expected: list[str]) -> None:
    assert marks_in(text) == expected


def test_corners_that_do_not_fit_are_left_alone() -> None:
    assert marks_in("」これは「おかしい文だ。") == []
    assert marks_in("「“右”と左が正しい」と言った。") == ["direct: 「“右”と左が正しい」", "nested: “右”"]


def test_speech_in_corners_is_a_statement() -> None:
    assert said("大臣は「辞任するつもりはない」と述べた。") == ["- | - | 「辞任するつもりはない」"]
