"""Where comments stand in a text that changes."""

import pytest

from xinxi_desktop.domain.comments import Anchor, follow, locate
from xinxi_desktop.domain.document import Document, Paragraph


def document(*texts: str) -> Document:
    return Document(tuple(Paragraph(f"b{n}", text) for n, text in enumerate(texts, 1)))


TEXT = document("甲县建成冷库，冷库很大。", "乙县也有冷库。")
SECOND = Anchor("b1", 7, 9, "冷库")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (("据悉，甲县建成冷库，冷库很大。", "乙县也有冷库。"), ("b1", 10)),
        (("甲县建成冷库、粮库、冷库，冷库很大。",), ("b1", 13)),
        (("甲县建成了，冷库很大。",), ("b1", 6)),
        (("甲县。", "乙县也有冷库。"), ("b2", 4)),
    ],
)
def test_a_comment_travels_with_its_words(new: tuple[str, ...], expected: tuple[str, int]) -> None:
    moved = follow(TEXT, document(*new), SECOND)
    assert (moved.block, moved.first) == expected
    assert locate(document(*new), moved) == moved


def test_words_that_are_gone_leave_the_comment_where_it_was() -> None:
    new = document("甲县。")
    assert locate(new, SECOND) is None
    assert follow(TEXT, new, SECOND) == SECOND
