"""What could not be mended is counted by cause."""

from __future__ import annotations

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.typesetting import compose, faults_told, left_faults


def left(text: str, fonts: FontSet) -> dict[str, int]:
    item = BulletinItem(1, "标题", document_from_lines([text]))
    return dict(left_faults(compose(Bulletin((item,)), fonts)))


def test_nothing_is_counted_where_all_could_be_mended(fonts: FontSet) -> None:
    assert left("信" * 24 + "共18座冷库建成投用", fonts) == {}


def test_a_date_too_long_to_be_moved_is_counted(fonts: FontSet) -> None:
    text = "信" * 13 + "“告知承诺”自2026年3月18日起试行工作"
    assert left(text, fonts) == {"日期断开": 1}


def test_what_stayed_is_told_with_its_causes(fonts: FontSet) -> None:
    assert faults_told(left_faults(compose(Bulletin(()), fonts))) == ""
