"""``forms``, ``form``, ``correct``, ``recall``, ``reprint``."""

from __future__ import annotations

from pathlib import Path

import form_maker as paper
import pytest
from cli_calls import Xinxi


def test_every_form_begins_as_shipped(xinxi: Xinxi, office: Path) -> None:
    rows = xinxi("forms", office, "--json").rows
    assert {row["form"]: row["own"] for row in rows} == {
        "sign_sheet": False, "proof_cover": False, "correction_notice": False,
        "recall_notice": False, "dispatch_register": False, "exchange_list": False,
        "return_list": False, "submission_register": False,
    }  # fmt: skip


def test_the_fields_of_a_form_are_listed(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("forms", office, "--fields", "审签单")
    assert "{{ 校验码 }}" in said.out
    first = xinxi("forms", office, "--fields", "sign_sheet", "--json").rows[0]
    assert first == {
        "tag": "{{ 本单位 }}", "meaning": "本单位名称", "sample": "云澜市委办公室信息科",
    }  # fmt: skip


def test_a_template_goes_out_is_changed_and_comes_back(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("forms", office, "--export", "审签单", "-o", "a.docx").code == 0
    assert xinxi("forms", office, "--take", "审签单", "--from", "a.docx").code == 0
    assert "本单位的" in xinxi("forms", office).out
    assert "已恢复自带的" in xinxi("forms", office, "--shipped", "审签单").out


def test_a_faulty_template_is_refused_in_a_sentence(xinxi: Xinxi, office: Path) -> None:
    paper.own_form(Path("b.docx"), "{{ 期刊名 }}")
    said = xinxi("forms", office, "--take", "审签单", "--from", "b.docx")
    assert (said.code, "没有叫“期刊名”的字段" in said.err) == (1, True)


@pytest.mark.parametrize("words", [("--export", "审签单"), ("--take", "审签单"), ("-o", "x.docx")])
def test_half_a_wish_is_wrong_usage(xinxi: Xinxi, office: Path, words: tuple[str, ...]) -> None:
    assert xinxi("forms", office, *words).code == 2


def test_a_form_is_filled(xinxi: Xinxi, office: Path, issue: str) -> None:
    xinxi("proof", office, issue)
    assert xinxi("form", office, "审签单", issue, "-o", "s.docx").code == 0
    assert "每日快报" in paper.words_of(Path("s.docx").read_bytes())


def test_the_register_is_of_a_year(xinxi: Xinxi, office: Path, printed: str) -> None:
    assert xinxi("form", office, "发文登记簿", "今年", "-o", "r.docx").code == 2
    assert xinxi("form", office, "发文登记簿", 2026, "-o", "r.docx").code == 0
    assert len(paper.cells_of(Path("r.docx").read_bytes())) == 2


def test_a_form_the_issue_is_not_ready_for_is_a_sentence(
    xinxi: Xinxi, office: Path, issue: str
) -> None:
    said = xinxi("form", office, "审签单", issue, "-o", "s.docx")
    assert (said.code, Path("s.docx").exists()) == (1, False)


def test_a_printed_issue_is_corrected_and_recalled(
    xinxi: Xinxi, office: Path, printed: str
) -> None:
    assert "已登记更正" in xinxi("correct", office, printed, "--text", "甲应为乙").out
    assert "已登记收回" in xinxi("recall", office, printed, "--reason", "失实").out
    assert xinxi("form", office, "收回通知", printed, "-o", "n.docx").code == 0


def test_a_reprint_is_the_stored_pdf(xinxi: Xinxi, office: Path, printed: str) -> None:
    xinxi("export", office, printed, "--pdf", "a.pdf")
    words = ("--copies", 5, "--reason", "补发", "--pdf", "b.pdf")
    assert xinxi("reprint", office, printed, *words).code == 0
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


def test_an_issue_in_work_is_not_corrected(xinxi: Xinxi, office: Path, issue: str) -> None:
    assert xinxi("correct", office, issue, "--text", "甲应为乙").code == 1


def test_a_list_may_be_an_excel_file(xinxi: Xinxi, office: Path, printed: str) -> None:
    assert xinxi("form", office, "发文登记簿", 2026, "-o", "r.xlsx").code == 0
    assert Path("r.xlsx").read_bytes().startswith(b"PK")
    assert "应以“.docx”结尾" in xinxi("form", office, "审签单", printed, "-o", "s.xlsx").err


def test_a_recipient_who_is_not_on_the_list_is_a_sentence(
    xinxi: Xinxi, office: Path, printed: str
) -> None:
    said = xinxi("form", office, "清退单", printed, "--to", "某某", "-o", "q.docx")
    assert (said.code, "名单里没有“某某”" in said.err) == (1, True)
