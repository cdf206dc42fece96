"""List numbers as Word shows them."""

import pytest

from xinxi_desktop.importers.number_formats import chinese, format_number


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (105, "一百零五"),
     (110, "一百一十"), (1001, "一千零一"), (2020, "二千零二十")],
)  # fmt: skip
def test_chinese_counting(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 12, "１２"),
        ("none", 3, ""),
        ("unheardOf", 3, "3"),
        ("upperLetter", 0, ""),
    ],
)
def test_number_format(kind: str, number: int, text: str) -> None:
    assert format_number(number, kind) == text


@pytest.mark.parametrize("kind", ["upperRoman", "lowerLetter", "chineseCounting"])
def test_absurd_numbers_stay_short(kind: str) -> None:
    assert len(format_number(10**9, kind)) < 60
