"""Kind, tone and topic from the words of titles; dates from the ways they are written."""

from datetime import date

import pytest

from xinxi_desktop.domain.recognition.classify import (
    guess_form,
    guess_kind,
    guess_tone,
    guess_topic,
)
from xinxi_desktop.domain.recognition.dates import find_date, is_date_line
from xinxi_desktop.domain.recognition.topic_words import TOPIC_WORDS
from xinxi_desktop.domain.vocabulary import TOPICS, Form, Kind, Tone


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某县“共享仓库”破解菜农卖难问题", Kind.EXPERIENCE),
        ("某镇推行“积分+信用”激活治理", Kind.EXPERIENCE),
        ("老旧小区停车问题亟待解决", Kind.PROBLEM),
        ("乡村医生“留不住”值得关注", Kind.PROBLEM),
        ("关于加强校园周边管理的建议", Kind.SUGGESTION),
        ("某政策存在的问题及建议", Kind.PROBLEM),
        ("基层干部对减负举措的反映", Kind.REACTION),
        ("党员干部群众热议全会精神", Kind.REACTION),
        ("某企业拟关停两条生产线", Kind.WARNING),
        ("警惕冒充客服诈骗", Kind.WARNING),
        ("网民关注某路段积水", Kind.OPINION),
        ("山区养老服务的调查与思考", Kind.RESEARCH),
        ("前三季度新增就业2万人", Kind.DYNAMIC),
    ],
)
def test_kind_follows_the_title(title: str, kind: Kind) -> None:
    assert guess_kind((title,), "") == (kind, True)


def test_label_of_the_kind_wins() -> None:
    assert guess_kind(("存在的问题",), "", "经验类") == (Kind.EXPERIENCE, True)


def test_file_name_speaks_where_the_title_does_not() -> None:
    assert guess_kind(("某事", "关于某事的做法"), "")[0] is Kind.EXPERIENCE


def test_text_speaks_where_no_title_does() -> None:
    assert guess_kind(("某事",), "目前存在以下问题")[0] is Kind.PROBLEM


def test_nothing_said_is_told() -> None:
    assert guess_kind(("某事",), "如下") == (Kind.DYNAMIC, False)


@pytest.mark.parametrize(
    ("title", "kind", "tone"),
    [
        ("某镇一民房坍塌（首报）", Kind.DYNAMIC, Tone.PROBLEM),
        ("假日接待游客增长三成", Kind.DYNAMIC, Tone.GOOD),
        ("市里召开会议", Kind.DYNAMIC, Tone.NEUTRAL),
        ("某做法", Kind.EXPERIENCE, Tone.GOOD),
        ("某预警", Kind.WARNING, Tone.PROBLEM),
        ("某建议", Kind.SUGGESTION, Tone.NEUTRAL),
    ],
)
def test_tone_follows_kind_and_events(title: str, kind: Kind, tone: Tone) -> None:
    assert guess_tone(title, "", kind) is tone


def test_label_of_the_tone_wins() -> None:
    assert guess_tone("某做法", "", Kind.EXPERIENCE, "忧") is Tone.PROBLEM


@pytest.mark.parametrize(
    ("title", "topic"),
    [("果农种植蔬菜增收", "三农"), ("小区充电设施", "城建交通"), ("某事", "")],
)
def test_topic_follows_its_words(title: str, topic: str) -> None:
    assert guess_topic((title,), "") == topic


def test_topics_are_those_of_the_office() -> None:
    assert tuple(TOPIC_WORDS) == TOPICS


def test_form_is_single_unless_said() -> None:
    assert (guess_form("某事"), guess_form("某事简讯")) == (Form.SINGLE, Form.BRIEF)


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月23日",
        "2026 年 11 月 23 日",
        "2026-11-23",
        "2026.11.23",
        "2026/11/23",
        "20261123",
        "二〇二六年十一月二十三日",
        "二○二六年十一月二十三日",
        "（2026年11月23日 星期一）",
        "2026年11月23日23时40分",
    ],
)
def test_date_is_read(text: str) -> None:
    assert find_date(text) == date(2026, 11, 23)
    assert is_date_line(text)


@pytest.mark.parametrize("text", ["2026年13月1日", "2026-02-30", "11月23日", "13820261123", "无"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_date(text) is None


def test_sentence_with_a_date_is_no_date_line() -> None:
    assert not is_date_line("2026年11月23日发生停电")
