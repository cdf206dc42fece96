"""Marks are found where they stand and nowhere else."""

import pytest

from xinxi_desktop.domain.marks import (
    MarkSources,
    find_secrecy,
    find_urgency,
    is_mark_line,
    refusal_code,
    strip_marks,
)
from xinxi_desktop.domain.vocabulary import Machine, Secrecy, Urgency


def mark(*body: str, margins: tuple[str, ...] = (), name: str = "") -> tuple[str, str]:
    found = find_secrecy(MarkSources(body, margins, name))
    return found.word, found.term


@pytest.mark.parametrize(
    ("line", "word", "term"),
    [
        ("秘密★1年", "秘密", "1年"),
        ("秘 密 ★ １ 年", "秘密", "1年"),
        ("机密★", "机密", ""),
        ("绝密★长期", "绝密", "长期"),
        ("秘密☆6个月", "秘密", "6个月"),
        ("秘密＊１０年", "秘密", "10年"),
        ("秘密", "秘密", ""),
        ("机　密", "机密", ""),
        ("【机密】", "机密", ""),
        ("秘密 10年", "秘密", "10年"),
        ("机密级", "机密", ""),
        ("密级：秘密", "秘密", ""),
        ("密级:机密★五年  紧急程度:加急", "机密", "五年"),
        ("000012 机密★3年 特急", "机密", "3年"),
        ("特急 秘密", "秘密", ""),
        ("机密 2026年11月23日", "机密", ""),
        ("工作秘密", "工作秘密", ""),
        ("内部资料　注意保存", "内部", ""),
    ],
)
def test_mark_and_term_are_read(line: str, word: str, term: str) -> None:
    assert mark(line, "标题") == (word, term)


@pytest.mark.parametrize(
    "line",
    [
        "加强商业秘密保护",
        "商业秘密★保护行动",
        "国家秘密载体管理情况",
        "工作秘密★管理",
        "保守国家秘密",
        "秘密战线的故事",
        "涉及绝密级事项的另行规定",
        "密级:□秘密□机密",
        "泄露机密1起",
        "**商业秘密**",
    ],
)
def test_running_words_are_no_mark(line: str) -> None:
    assert not find_secrecy(MarkSources((line,), (line,))).is_state_secret


def test_bare_word_far_down_is_no_mark() -> None:
    assert mark(*["一行"] * 30, "秘密") == ("", "")


def test_starred_mark_far_down_is_one() -> None:
    assert mark(*["一行"] * 30, "秘密★2年") == ("秘密", "2年")


def test_bare_word_in_the_margin_is_a_mark() -> None:
    assert mark("正文", margins=("机密",)) == ("机密", "")


@pytest.mark.parametrize("name", ["【秘密】情况", "情况-机密", "秘密1年 情况", "机密★情况"])
def test_mark_in_a_file_name(name: str) -> None:
    assert mark("正文", name=name)[0] in ("秘密", "机密")


@pytest.mark.parametrize(
    "name", ["商业秘密保护情况", "保守国家秘密", "机密文件管理培训", "秘密花园"]
)
def test_file_name_about_secrets_is_no_mark(name: str) -> None:
    assert mark("正文", name=name) == ("", "")


def test_strongest_mark_wins() -> None:
    assert mark("秘密★1年", "机密★3年", "内部资料") == ("机密", "3年")


def test_of_equal_marks_the_one_with_a_term_wins() -> None:
    assert mark("秘密", "秘密★1年") == ("秘密", "1年")


def test_report_without_a_mark_is_internal() -> None:
    assert find_secrecy(MarkSources(("正文",))).secrecy is Secrecy.INTERNAL


@pytest.mark.parametrize(
    ("line", "machine", "code"),
    [
        ("秘密★1年", Machine.UNCLASSIFIED, "state_secret"),
        ("绝密", Machine.UNCLASSIFIED, "state_secret"),
        ("工作秘密", Machine.UNCLASSIFIED, ""),
        ("秘密★1年", Machine.SECRET, ""),
        ("机密★1年", Machine.SECRET, "above_machine"),
        ("机密★1年", Machine.CONFIDENTIAL, ""),
        ("绝密★", Machine.CONFIDENTIAL, "top_secret"),
    ],
)
def test_machine_holds_no_more_than_it_may(line: str, machine: Machine, code: str) -> None:
    assert refusal_code(find_secrecy(MarkSources((line,))), machine) == code


@pytest.mark.parametrize(
    ("line", "urgency"),
    [
        ("特急", Urgency.MOST_URGENT),
        ("特 急", Urgency.MOST_URGENT),
        ("特提", Urgency.MOST_URGENT),
        ("加急", Urgency.URGENT),
        ("紧急程度：加急", Urgency.URGENT),
        ("【特急】关于某事的报告", Urgency.MOST_URGENT),
        ("秘密★1年 特急", Urgency.MOST_URGENT),
        ("这项工作特急，请速办", Urgency.ORDINARY),
        ("应急处置情况", Urgency.ORDINARY),
        ("平件", Urgency.ORDINARY),
    ],
)
def test_urgency_comes_from_marks_only(line: str, urgency: Urgency) -> None:
    assert find_urgency(MarkSources((line,))) is urgency


@pytest.mark.parametrize("line", ["秘密★1年", "特急", "内部资料 注意保存", "机密★3年  特急"])
def test_line_of_marks_is_no_text(line: str) -> None:
    assert is_mark_line(line)


@pytest.mark.parametrize("line", ["机密文件管理情况", "特急件办理流程", "关于某事的报告"])
def test_line_with_more_than_marks_is_text(line: str) -> None:
    assert not is_mark_line(line)


def test_marks_are_taken_out_of_a_title() -> None:
    assert strip_marks("【特急】关于某事的报告（加急）") == "关于某事的报告"
