"""Which reports a demonstration prints."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.vocabulary import Urgency
from xinxi_desktop.services.demo_choice import MOST, ROOM, Candidate, choose, merged_title


def report(
    key: int,
    characters: int = 800,
    title: str = "",
    urgency: Urgency = Urgency.ORDINARY,
    topic: str = "",
    missing: str = "",
) -> Candidate:
    shown = title or f"第{'甲乙丙丁戊己庚辛壬癸'[key % 10]}{key}件"
    return Candidate(key, shown, characters, urgency, topic, missing)


def test_urgent_reports_come_first() -> None:
    choice = choose([report(1), report(2, urgency=Urgency.URGENT),
                     report(3, urgency=Urgency.MOST_URGENT)])  # fmt: skip
    assert choice.groups == ((3,), (2,), (1,))


def test_those_of_usual_length_come_before_others() -> None:
    choice = choose([report(1, 2900), report(2, 5), report(3, 700), report(4, 6000)])
    assert choice.groups == ((3,), (1,), (2,), (4,))


def test_an_issue_has_so_many_items_and_so_much_room() -> None:
    assert len(choose([report(key) for key in range(12)]).groups) == MOST
    many = [report(key, 2500) for key in range(12)]
    assert sum(2500 for _group in choose(many).groups) <= ROOM


def test_a_single_long_report_is_better_than_no_bulletin() -> None:
    assert choose([report(1, 90_000), report(2, 250_000)]).groups == ((1,),)


def test_a_title_met_before_is_left_out() -> None:
    choice = choose([report(1, title="共享冷库"), report(2, title="“共享冷库”！"), report(3)])
    assert (choice.alike, choice.groups) == ((2,), ((1,), (3,)))


def test_what_no_font_can_set_is_left_out_with_the_reason() -> None:
    choice = choose([report(1, missing="😀"), report(2)])
    assert choice.groups == ((2,),)
    assert "😀" in choice.left_out[1]


def test_everything_left_out_has_a_reason() -> None:
    choice = choose([report(key, 900 + key) for key in range(12)] + [report(99, 50_000)])
    assert set(choice.left_out.values()) == {"本期已满", "篇幅偏长"}


def test_two_reports_about_one_thing_become_one() -> None:
    choice = choose([
        report(1, title="白湾区干部对“一表通”试点的反映", topic="减负作风"),
        report(2, title="“一表通”试点仍有重复填报", topic="减负作风"),
        report(3, title="“一表通”试点怎么看", topic="减负作风"),
    ])  # fmt: skip
    assert choice.groups == ((1, 2), (3,))


@pytest.mark.parametrize(
    "first, second, topic",
    [
        ("白湾区“一表通”试点", "临汐市“一表通”试点", ""),
        ("关于推进农村改厕工作的情况", "关于推进老年食堂工作的情况", "民生"),
    ],
)
def test_a_shared_word_of_course_or_no_topic_merges_nothing(
    first: str, second: str, topic: str
) -> None:
    choice = choose([report(1, title=first, topic=topic), report(2, title=second, topic=topic)])
    assert choice.groups == ((1,), (2,))


@pytest.mark.parametrize(
    "first, second, title",
    [
        ("某镇一民房坍塌（首报）", "某镇一民房坍塌（续报一）", "某镇一民房坍塌有关情况综合"),
        ("对“一表通”试点的反映", "“一表通”仍有重复", "“一表通”有关情况综合"),
        ("试行“一表通”的反映", "“一表通办”的情况", "一表通有关情况综合"),
    ],
)
def test_a_merged_article_is_titled_after_what_is_shared(
    first: str, second: str, title: str
) -> None:
    assert merged_title(first, second) == title
