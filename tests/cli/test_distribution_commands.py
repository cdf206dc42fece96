"""``recipients``, ``distribution``, ``returns``, ``print-runs``, and the PDF of one copy."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pypdfium2
import pytest
from cli_calls import Xinxi
from print_maker import numbered

from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.services.office import open_office
from xinxi_desktop.services.print_runs import Run, record_runs


@pytest.fixture
def listed(xinxi: Xinxi, office: Path, issue: str) -> str:
    """An issue with numbered copies for two recipients: 2 and 3."""
    opened = open_office(office)
    numbered(opened)
    opened.close()
    for name, copies in (("市委书记", 2), ("市政府办公室", 3)):
        said = xinxi(
            "recipients", office, "每日快报", "--add", name, "--copies", copies, "--way", "机要"
        )
        assert said.code == 0, said.err
    assert xinxi("distribution", office, issue, "--make").code == 0
    return issue


def on_press(path: Path, key: str) -> None:
    opened = open_office(path)
    make.on_press(opened, int(key))
    opened.close()


def test_recipients_are_listed_in_order(xinxi: Xinxi, office: Path, listed: str) -> None:
    rows = xinxi("recipients", office, "每日快报", "--json").rows
    assert rows[0] == {
        "name": "市委书记", "copies": 2, "way": "机要", "large_print": False, "active": True,
    }  # fmt: skip
    assert xinxi("recipients", office, "每日快报").out.splitlines()[-1] == (
        "在用 2 个对象，合计 5 份。"
    )


def test_a_recipient_changes_rests_and_goes(xinxi: Xinxi, office: Path, listed: str) -> None:
    xinxi("recipients", office, "每日快报", "--change", "市委书记", "--copies", 4, "--large")
    xinxi("recipients", office, "每日快报", "--rest", "市政府办公室")
    rows = xinxi("recipients", office, "每日快报", "--json").rows
    assert [(row["copies"], row["large_print"], row["active"]) for row in rows] == [
        (4, True, True), (3, False, False),
    ]  # fmt: skip
    xinxi("recipients", office, "每日快报", "--drop", "市政府办公室")
    assert len(xinxi("recipients", office, "每日快报", "--json").rows) == 1


def test_an_unknown_recipient_is_a_sentence(xinxi: Xinxi, office: Path, listed: str) -> None:
    said = xinxi("recipients", office, "每日快报", "--drop", "某局")
    assert (said.code, "没有叫“某局”的分发对象" in said.err) == (1, True)


def test_two_wishes_at_once_are_wrong_use(xinxi: Xinxi, office: Path, listed: str) -> None:
    said = xinxi("distribution", office, listed, "--make", "--drop", "市委书记")
    assert (said.code, "一次只能做一件" in said.err) == (2, True)


def test_the_list_of_an_issue_shows_numbers(xinxi: Xinxi, office: Path, listed: str) -> None:
    rows = xinxi("distribution", office, listed, "--json").rows
    assert [(row["first_number"], row["last_number"]) for row in rows] == [(1, 2), (3, 5)]
    assert "000003—000005" in xinxi("distribution", office, listed).out


def test_copies_are_added_and_handed_over(xinxi: Xinxi, office: Path, listed: str) -> None:
    xinxi("distribution", office, listed, "--add", "望川县委办公室")
    on_press(office, listed)
    said = xinxi(
        "distribution", office, listed, "--hand", "市委书记", "--received-by", "王某",
        "--date", "2026-11-23",
    )  # fmt: skip
    first, _second, third = xinxi("distribution", office, listed, "--json").rows
    assert (first["handed_on"], first["received_by"], third["first_number"]) == (
        "2026-11-23", "王某", 6,
    )  # fmt: skip
    assert "已登记签收：市委书记" in said.out


def test_numbers_that_come_back_find_their_recipients(
    xinxi: Xinxi, office: Path, listed: str
) -> None:
    on_press(office, listed)
    assert xinxi("returns", office, listed, "--numbers", "2-3").code == 0
    rows = xinxi("returns", office, listed, "--json").rows
    assert [(row["name"], row["numbers"]) for row in rows] == [
        ("市委书记", [1]), ("市政府办公室", [4, 5]),
    ]  # fmt: skip
    assert xinxi("returns", office, listed).out.splitlines()[-1] == "共 3 份没有退回。"


def test_a_number_that_nobody_got_ticks_nothing_off(
    xinxi: Xinxi, office: Path, listed: str
) -> None:
    said = xinxi("returns", office, listed, "--numbers", "1、9")
    assert (said.code, "没有发过 9 号" in said.err) == (1, True)
    assert sum(row["missing"] for row in xinxi("returns", office, listed, "--json").rows) == 5


def test_print_runs_are_listed(xinxi: Xinxi, office: Path, listed: str) -> None:
    opened = open_office(office)
    run = Run(PrintKind.FINAL, 5, "激光打印机", "a" * 64, numbers=range(1, 6))
    record_runs(opened, int(listed), [run])
    opened.close()
    (row,) = xinxi("print-runs", office, listed, "--json").rows
    assert (row["kind"], row["copies"], row["first_number"], row["last_number"]) == (
        "final", 5, 1, 5,
    )  # fmt: skip
    assert "000001—000005" in xinxi("print-runs", office, listed).out


def test_one_copy_is_exported_with_its_number_on_red_paper(
    xinxi: Xinxi, office: Path, listed: str
) -> None:
    options = ("--overprint", "--black", "--copy-number", 4)
    said = xinxi("export", office, listed, "--pdf", "copy.pdf", *options)
    assert (said.code, said.err) == (0, "")
    page = pypdfium2.PdfDocument("copy.pdf")[0]
    words = "".join(page.get_textpage().get_text_range().split())
    assert ("编号：000004" in words, "每日快报" in words) == (True, False)


def test_what_only_a_pdf_can_be_is_wrong_use_for_word(
    xinxi: Xinxi, office: Path, listed: str
) -> None:
    assert xinxi("export", office, listed, "--docx", "a.docx", "--black").code == 2


def test_a_number_that_nobody_has_is_not_exported(xinxi: Xinxi, office: Path, listed: str) -> None:
    said = xinxi("export", office, listed, "--pdf", "copy.pdf", "--copy-number", 999999)
    assert said.code == 1 and "没有份号 999999" in said.err
    assert not Path("copy.pdf").exists()


def test_an_exported_copy_with_its_number_is_recorded(
    xinxi: Xinxi, office: Path, listed: str
) -> None:
    xinxi("export", office, listed, "--pdf", "copy.pdf", "--copy-number", 4)
    (row,) = xinxi("print-runs", office, listed, "--json").rows
    assert (row["first_number"], row["last_number"], row["copies"]) == (4, 4, 1)
