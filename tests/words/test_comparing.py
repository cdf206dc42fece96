"""What changed between two texts."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.spans import Kind, Piece
from xinxi_desktop.words.comparing import compare, compare_sides

OLD = "望川县建成冷库18座。果农错峰出货，损耗率降低。县里还办了培训班，三百人参加。"


def shown(pieces: tuple[Piece, ...]) -> str:
    """Write a comparison as -gone- and +new+."""
    signs = {Kind.SAME: "", Kind.GONE: "-", Kind.NEW: "+"}
    return "".join(f"{signs[p.kind]}{p.text}{signs[p.kind]}" for p in pieces)


def marked(old: str, new: str) -> tuple[list[str], list[str]]:
    sides = compare_sides(old, new)
    return [old[s.start : s.end] for s in sides.gone], [new[s.start : s.end] for s in sides.new]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("一样。", "一样。", "一样。"),
        ("", "新写。", "+新写。+"),
        ("删掉。", "", "-删掉。-"),
        ("建成冷库18座。", "建成冷库20座。", "建成冷库-18座-+20座+。"),
        ("据统计，增长明显。", "增长明显。", "-据统计，-增长明显。"),
        ("甲。\n乙。", "甲。乙。", "甲。-\n-乙。"),
        ("损耗率为18%。", "损耗率为7%。", "损耗率为-18%-+7%+。"),
    ],
)
def test_a_change_is_told_by_whole_words(old: str, new: str, expected: str) -> None:
    assert shown(compare(old, new)) == expected


def test_the_pieces_make_up_both_texts() -> None:
    new = "望川县今年建成冷库20座。县里还办了两期培训班。\n果农错峰出货。"
    pieces = compare(OLD, new)
    assert "".join(p.text for p in pieces if p.kind is not Kind.NEW) == OLD
    assert "".join(p.text for p in pieces if p.kind is not Kind.GONE) == new
    assert all(OLD[p.old :].startswith(p.text) for p in pieces if p.kind is not Kind.NEW)


def test_a_lone_small_word_between_changes_is_changed_with_them() -> None:
    gone, new = marked("领导的讲话。", "群众的意见。")
    assert (gone, new) == (["领导的讲话"], ["群众的意见"])


def test_a_sentence_that_moved_is_not_marked() -> None:
    gone, new = marked(OLD, "县里还办了培训班，三百人参加。望川县建成冷库18座。")
    assert (gone, new) == (["果农错峰出货，损耗率降低。"], [])


def test_a_sentence_written_twice_is_new_once() -> None:
    gone, new = marked(OLD, OLD + "县里还办了培训班，三百人参加。")
    assert (gone, new) == ([], ["县里还办了培训班，三百人参加。"])


def test_texts_that_share_nothing_are_wholly_marked_without_delay() -> None:
    old = "".join(chr(0x4E00 + n % 5000) for n in range(9000))
    new = "".join(chr(0x6E00 + n % 5000) for n in range(9000))
    assert shown(compare(old, new)) == f"-{old}-+{new}+"
