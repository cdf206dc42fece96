"""Finding and replacing in passages; widths."""

import pytest

from xinxi_desktop.domain.finding import occurrences, replacements
from xinxi_desktop.domain.passages import TITLE, Passage, Place, changed
from xinxi_desktop.domain.widths import to_full, to_half


@pytest.mark.parametrize(
    ("text", "words", "loosely", "expected"),
    [
        ("甲乙甲乙", "甲乙", False, [0, 2]),
        ("ＡＢ和ab", "AB", False, []),
        ("ＡＢ和ab", "AB", True, [0, 3]),
        ("，,", ",", True, [0, 1]),
        ("哈哈哈", "哈哈", False, [0]),
        ("İ国", "国", True, [1]),
        ("无", "", False, []),
    ],
)
def test_words_are_found_from_the_left(
    text: str, words: str, loosely: bool, expected: list[int]
) -> None:
    assert occurrences(text, words, loosely=loosely) == expected


def test_replacing_reaches_title_and_cells() -> None:
    passages = [Passage(Place(TITLE), "甲县的事"), Passage(Place(1, 0, 1), "甲县", in_table=True)]
    edits = replacements(passages, "甲县", "乙县")
    assert [(each.passage.name, each.old) for each in edits] == [
        ("标题", "甲县"),
        ("第2段表格", "甲县"),
    ]
    assert changed("甲县的事", [edits[0].change]) == "乙县的事"


def test_widths_go_there_and_back() -> None:
    assert to_full("a1, %") == "ａ１，\u3000％"
    assert to_half(to_full("".join(map(chr, range(0x20, 0x7F))))) == "".join(
        map(chr, range(0x20, 0x7F))
    )
