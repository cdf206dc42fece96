"""Titles shaped without splitting words."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.typesetting.measure import measure
from xinxi_desktop.typesetting.styles import styles_for
from xinxi_desktop.typesetting.titles import balanced_lines

TITLES = (
    "安渡区反映老旧小区充电设施“建而难用”问题亟待解决",
    "关于加快推进山区县老年食堂可持续运营的调查与建议",
    "云澜市委办公室关于2026年第三季度信息工作情况的通报",
    "中共云澜市委关于深入学习贯彻党的二十届四中全会精神奋力谱写现代化建设新篇章的决定",
    "市农业农村局积极推广高山蔬菜“订单+保险”模式助农增收成效显著",
    "高新区某企业拟撤生产线涉640名职工安置问题需引起高度重视",
    "国务院办公厅关于印发《突发事件应急预案管理办法》的通知",
    "石泓县柳渡镇一民房坍塌造成3人被困已救出2人（续报一）",
)
WHOLE = (
    "安渡区", "老旧", "设施", "“建而难用”", "亟待解决", "山区县", "老年", "食堂", "2026年", "第三季度",
    "办公室", "四中全会", "现代化", "“订单+保险”", "640名", "生产线", "《突发事件应急预案管理办法》",
    "柳渡镇", "（续报一）", "云澜市委"[:2],
)  # fmt: skip


def lines_of(text: str, fonts: FontSet) -> list[str]:
    measured = measure(text, styles_for(STANDARD).title, fonts)
    return [text[line.start : line.end] for line in balanced_lines(measured, 8845)]


@pytest.mark.parametrize("title", TITLES)
def test_no_word_name_or_number_is_split(title: str, fonts: FontSet) -> None:
    lines = lines_of(title, fonts)

    assert all(any(word in line for line in lines) for word in WHOLE if word in title)


@pytest.mark.parametrize("title", TITLES)
def test_no_line_begins_with_a_particle(title: str, fonts: FontSet) -> None:
    assert not any(line[0] in "的了和与及或" for line in lines_of(title, fonts))


@pytest.mark.parametrize("title", TITLES)
def test_lines_are_of_unlike_length(title: str, fonts: FontSet) -> None:
    lengths = [len(line) for line in lines_of(title, fonts)]

    assert max(lengths) > min(lengths)


def test_three_lines_are_no_hourglass(fonts: FontSet) -> None:
    first, middle, last = map(len, lines_of(TITLES[3], fonts))

    assert middle >= min(first, last)


def test_a_break_behind_a_pause_is_preferred(fonts: FontSet) -> None:
    lines = lines_of("完善公共服务体系和制度，推动基层减负落到实处见到成效", fonts)

    assert lines[0].endswith("，")


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("我市建成全省首个县域新能源汽车动力电池回收利用体系", "新能源汽车"),
        ("云澜市2026年第三季度安全生产形势分析报告的情况综述", "安全生产"),
        ("市人力资源和社会保障局实施“技能云澜”行动培育高素质产业工人", "人力资源和社会保障局"),
        ("建议加强对平台经济领域灵活就业人员劳动权益保障", "灵活就业"),
    ],
)
def test_a_phrase_is_not_split(title: str, whole: str, fonts: FontSet) -> None:
    assert any(whole in line for line in lines_of(title, fonts))


def test_no_line_begins_with_a_sign(fonts: FontSet) -> None:
    title = "江口镇探索建立“党建引领+网格治理+志愿服务”工作机制着力破解农村人居环境整治难题"
    assert not any(line[0] in "+”" for line in lines_of(title, fonts))
