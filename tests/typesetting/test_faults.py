"""Bad line ends are mended by a spacing of the line's own (word-parity.md §5.3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xinxi_desktop.domain.flow import LineEnd
from xinxi_desktop.typesetting.breaker import Own, natural_end
from xinxi_desktop.typesetting.faults import break_lines, is_fault, lines_before_number
from xinxi_desktop.typesetting.measure import Measured
from xinxi_desktop.typesetting.rules import OFFICE

WIDTH = 8845
Measurer = Callable[[str], Measured]


def broken(measured: Measured) -> list[str]:
    lines = break_lines(measured, WIDTH, WIDTH)
    return [measured.text[line.start : line.end] for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "信" * 27 + "——信息报送工作", "信" * 27 + "……信息报送工作", "信" * 28 + "％以上的单位",
        "信" * 25 + "共18座冷库建成", "信" * 28 + "℃左右的温度", "信" * 24 + "COVID-19防控",
    ],
)  # fmt: skip
def test_fault_is_mended(body: Measurer, text: str) -> None:
    measured = body(text)
    first = break_lines(measured, WIDTH, WIDTH)[0]

    assert not is_fault(text, first.start, first.end, len(text))
    assert first.own is not None


def test_last_line_is_not_one_character(body: Measurer) -> None:
    assert broken(body("信" * 57 + "。")) == ["信" * 28, "信" * 27, "信信。"]


def test_good_line_keeps_the_style_s_spacing(body: Measurer) -> None:
    assert break_lines(body("信" * 30), WIDTH, WIDTH)[0] == LineEnd(0, 28)


def test_office_breaks_a_mended_line_where_we_do(body: Measurer) -> None:
    measured = body("信" * 27 + "——信息报送工作")
    line = break_lines(measured, WIDTH, WIDTH)[0]
    assert line.own is not None

    own = Own(0, line.end, line.own)
    assert natural_end(measured, 0, len(measured.text), WIDTH, [own]) == line.end


def test_a_line_is_narrowed_only_if_the_one_before_it_can_be_held(body: Measurer) -> None:
    line = "信信信信“APP”信信,100“5G+”信信信3‰信"
    measured = body(line + "“1+N”AGB/T 9704信信信“5G+”“5+2”工作法信信信信信;信")
    lines = break_lines(measured, WIDTH, WIDTH)
    owns = [Own(each.start, each.end, each.own) for each in lines if each.own is not None]

    assert natural_end(measured, 0, len(measured.text), WIDTH, owns) == lines[0].end


@pytest.mark.parametrize("after", ["", "\n信", "筹", "筹信息报送"])
def test_a_line_that_only_just_fits_is_held_against_rounding(body: Measurer, after: str) -> None:
    text = "东埠冷链物流投诉率降到6‰,满意度达62%：以“2G+”统" + after
    width = 8204.565
    line = break_lines(body(text), width, width)[0]

    assert line.own is not None
    assert text[: line.end].removesuffix("\n").endswith("统")


def test_own_spacing_stays_within_its_limits(body: Measurer) -> None:
    text = "".join(f"第{n}项——完成{n * 7}％，同比增长{n}个百分点……" for n in range(1, 200))
    spacings = [line.own for line in break_lines(body(text), WIDTH, WIDTH) if line.own is not None]

    assert spacings
    assert OFFICE.own_spacing_min <= min(spacings) <= max(spacings) <= OFFICE.own_spacing_max


def test_no_line_begins_with_a_mark(body: Measurer) -> None:
    text = "".join(f"{'信息' * (n % 17)}，“报送”；（{n}）》、！" for n in range(200))
    starts = {line[0] for line in broken(body(text))[1:]}

    assert not starts & (OFFICE.line_start - set("!),.:;?]}"))


def test_text_of_nothing_but_marks_is_broken_all_the_same(body: Measurer) -> None:
    assert "".join(broken(body("，" * 3000))) == "，" * 3000


def test_an_entry_of_the_contents_leaves_room_for_its_number(body: Measurer) -> None:
    measured = body("信" * 27)
    lines = lines_before_number(measured, WIDTH, 640)

    assert [line.end - line.start for line in lines] == [25, 2]
    assert natural_end(measured, 0, 27, WIDTH, (Own(0, 25, lines[0].own or 0),)) == 25


def test_a_short_entry_of_the_contents_is_one_line(body: Measurer) -> None:
    assert len(lines_before_number(body("信" * 20), WIDTH, 640)) == 1
