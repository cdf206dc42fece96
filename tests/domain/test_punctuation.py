"""一键整理标点."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.passages import Change, changed
from xinxi_desktop.domain.punctuation import clean


def cleaned(text: str) -> str:
    return changed(text, clean(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("群众反映,用电难;停车难:多处!为何?", "群众反映，用电难；停车难：多处！为何？"),
        ("已经办妥.", "已经办妥。"),
        ("已经办妥.下一步", "已经办妥。下一步"),
        ("占18%,降11个百分点.", "占18%，降11个百分点。"),
        ("第1,第2类", "第1，第2类"),
        ("真的吗?!不知道", "真的吗？！不知道"),
        ("附件1:名单", "附件1：名单"),
        ("安渡区(含高新区)共3个", "安渡区（含高新区）共3个"),
        ("(一)加强领导", "（一）加强领导"),
        ("(1)建台账", "（1）建台账"),
        ("情况（见附件)", "情况（见附件）"),
        ("一.总体情况", "一、总体情况"),
        ("十二，保障措施", "十二、保障措施"),
    ],
)
def test_half_width_marks_beside_chinese_become_full_width(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "增长3.5%", "共1,234人", "10:30召开", "比例为1:3", "网址https://a.cn/b,c?d=1(2)。",
        "邮箱a.b@c.com。", "按GB/T9704-2012执行", "2026-11-23", "1.加强领导", "No. 5, section 2.",
        "Hello, world!", "版本v1.2.3", "f(x)", "1)建台账", "3月1日—5日", "北京—上海", "He said \"no\".",
        "他说：“好。”", "“甲‘乙’丙”", "姓名：张三　电话：1234", "姓名：张三  性别：男", "甲\t乙", "共3 个", "", "……", "——",
        "C:\\temp", "问：为什么？！", "it's 中文",
    ],
)  # fmt: skip
def test_what_is_right_or_no_chinese_stays(text: str) -> None:
    assert clean(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('推行"一表通"试点', "推行“一表通”试点"),
        ('"甲"和"乙"的做法', "“甲”和“乙”的做法"),
        ("推行“一表通“试点", "推行“一表通”试点"),
        ("推行”一表通”试点", "推行“一表通”试点"),
        ('尺寸5"的屏', '尺寸5"的屏'),
        ("所谓'甲'是", "所谓‘甲’是"),
        ('他说:"好."', "他说：“好。”"),
    ],
)
def test_quotation_marks_open_and_close_by_turns(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("等等...", "等等……"),
        ("等等。。。", "等等……"),
        ("等等…", "等等……"),
        ("等等………", "等等……"),
        ("重点--难点", "重点——难点"),
        ("是的，，对", "是的，对"),
        ("是的,,对", "是的，对"),
        ("完了。。下", "完了。下"),
        ("完了，。", "完了。"),
        ("甲、、乙", "甲、乙"),
    ],
)
def test_dots_dashes_and_doubled_marks(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("群众 反映", "群众反映"),
        ("完了。 下一步", "完了。下一步"),
        ("共１２３人，ＡＢＣ类", "共123人，ABC类"),
        ("增长３．５％", "增长3.5%"),
        ("１．加强领导", "1.加强领导"),
        ("群众反映, 用电难", "群众反映，用电难"),
    ],
)
def test_blanks_between_chinese_and_full_width_digits(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_each_change_says_where_and_why() -> None:
    assert clean("甲,乙 丙") == [Change(1, 2, "，", "全角标点"), Change(3, 4, "", "多余空格")]


def test_cleaning_again_changes_nothing() -> None:
    text = cleaned('据反映,"一表通"(试点)３．５万人 参加...效果好.. 详见www.a.cn,谢谢')
    assert clean(text) == []


def test_rare_characters_are_chinese_too() -> None:
    assert cleaned("姓𬭎,名䶮.") == "姓𬭎，名䶮。"
