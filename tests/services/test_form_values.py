"""What stands on the filled forms: real ones, opened again."""

from __future__ import annotations

from pathlib import Path

import form_maker as paper
import office_maker as make
import pytest
from python_calamine import CalamineWorkbook

from xinxi_desktop.domain.forms import REGISTERS, check_complete
from xinxi_desktop.domain.vocabulary import CopyOutcome, PaperForm
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.corrections import correct_issue, corrections, recall_issue
from xinxi_desktop.services.distribution import distribution, hand_over, take_back
from xinxi_desktop.services.form_lists import register_values, shares_called
from xinxi_desktop.services.form_values import values_of
from xinxi_desktop.services.forms import fill_form, fill_register, list_xlsx, register_xlsx
from xinxi_desktop.services.issues import create_issue, find_publication
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.registers import chains, delete_chain
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.signing import (
    make_proof,
    proofs,
    return_issue,
    send_for_signature,
    send_to_check,
    sign,
)

LEADERS = (("书记", "机要", 1), ("人大办", "交换", 3), ("市长", "机要", 2))
ABOUT_ISSUES = [form for form in PaperForm if form not in REGISTERS]


def everything(office: Office) -> int:
    """A printed issue that has something for every form."""
    key = make.printed_issue(office, LEADERS)
    correct_issue(office, key, "第2页“18座”应为“16座”。", reason="来稿有误")
    recall_issue(office, key, "内容失实", text="请派人送回。")
    return key


def with_titles(office: Office, *titles: str) -> int:
    """An issue with its signers, of articles so called."""
    chief = find_person(office, "科长")
    articles = []
    for title in titles:
        articles.append(create_article(office, [make.report(office, title, title + make.TEXT)]).id)
        review_article(office, articles[-1], person=chief)
    key = create_issue(office, find_publication(office, "每日快报"), articles).id
    send_to_check(office, key)
    make_proof(office, key)
    send_for_signature(office, key)
    return key


@pytest.mark.parametrize("form", ABOUT_ISSUES)
def test_a_form_has_exactly_its_declared_fields(office: Office, form: PaperForm) -> None:
    key = everything(office)
    check_complete(form, values_of(office, form, key))


@pytest.mark.parametrize("form", ABOUT_ISSUES)
def test_nothing_is_left_unfilled(office: Office, form: PaperForm) -> None:
    words = paper.words_of(fill_form(office, form, everything(office)))
    assert not any(mark in words for mark in ("{{", "}}", "{%", "%}"))
    assert "每日快报" in words


def test_the_sign_sheet_has_the_chain_and_the_code(office: Office) -> None:
    key = make.sent_issue(office)
    rows = paper.cells_of(fill_form(office, PaperForm.SIGN_SHEET, key))
    assert [row[0] for row in rows[:4]] == ["签　发", "会　签", "编辑", "科长"]
    assert rows[0][1].startswith("分管副主任")
    assert rows[-1][-1] == proofs(office, key)[0]["check_code"]


def test_who_has_signed_stands_on_the_sheet(office: Office) -> None:
    key = make.sent_issue(office)
    sign(office, key, person=find_person(office, "编辑"), on="2026-11-23")
    rows = paper.cells_of(fill_form(office, PaperForm.SIGN_SHEET, key))
    assert (rows[2][1], rows[2][3]) == ("编辑", "11月23日")
    assert rows[3][1] == ""


def test_a_signed_issue_has_its_signer_in_the_box(office: Office) -> None:
    key = make.signed_issue(office)
    box = paper.cells_of(fill_form(office, PaperForm.SIGN_SHEET, key))[0][1]
    assert "2026年11月23日" in box


@pytest.mark.parametrize(
    "title", ["甲&乙<丙>“{{ 校验码 }}”", "{% for %}", "{_{ 甲 }_}", "&lt;b&gt;", "𬭎䶮与a\x0bb"]
)
def test_signs_in_a_title_are_literal(office: Office, title: str) -> None:
    key = with_titles(office, title, "乙")
    cell = paper.cells_of(fill_form(office, PaperForm.PROOF_COVER, key), 1)[1][2]
    assert cell == title.replace("\x0b", "")


def test_a_protected_source_is_on_no_form(office: Office) -> None:
    unit = make.unit(office, "石泓县委办公室")
    report = make.report(office, "民声", "民声" + make.TEXT, units=(unit,), protected=1)
    article = create_article(office, [report]).id
    review_article(office, article, person=find_person(office, "科长"))
    key = create_issue(office, find_publication(office, "要情专报"), [article]).id
    send_to_check(office, key)
    make_proof(office, key)
    for form in (PaperForm.SIGN_SHEET, PaperForm.PROOF_COVER):
        assert "石泓县" not in str(values_of(office, form, key))


def test_without_a_clean_proof_there_is_no_sign_sheet(office: Office) -> None:
    with pytest.raises(UserError, match="出清样"):
        fill_form(office, PaperForm.SIGN_SHEET, make.issue(office))


def test_an_outdated_proof_makes_no_sign_sheet(office: Office) -> None:
    key = with_titles(office, "甲", "乙")
    return_issue(office, key, "重排")
    with pytest.raises(UserError, match="还没有现行的清样"):
        fill_form(office, PaperForm.SIGN_SHEET, key)


def test_the_notice_goes_to_exactly_the_recipients(office: Office) -> None:
    data = fill_form(office, PaperForm.CORRECTION_NOTICE, everything(office))
    assert [row[1] for row in paper.cells_of(data)[1:]] == ["书记", "人大办", "市长"]
    assert "书记、人大办、市长：" in paper.words_of(data)
    assert "第2页“18座”应为“16座”。" in paper.words_of(data)


def test_without_a_list_the_notice_goes_to_the_printed_range(office: Office) -> None:
    key = make.printed_issue(office)
    correct_issue(office, key, "某处有误。")
    assert "报：市委书记" in values_of(office, PaperForm.CORRECTION_NOTICE, key)["收件对象"]


def test_lines_of_a_correction_are_paragraphs(office: Office) -> None:
    import io

    import docx

    key = make.printed_issue(office)
    correct_issue(office, key, "一、甲处。\n二、乙处。")
    data = fill_form(office, PaperForm.CORRECTION_NOTICE, key)
    lines = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    assert {"一、甲处。", "二、乙处。"} <= set(lines)


def test_no_notice_before_it_is_recorded(office: Office) -> None:
    key = make.printed_issue(office)
    with pytest.raises(UserError, match="没有登记过收回"):
        fill_form(office, PaperForm.RECALL_NOTICE, key)


def test_the_exchange_list_is_grouped_by_way(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    hand_over(office, [distribution(office, key)[0]["id"]], on="2026-11-23", received_by="王某")
    rows = paper.cells_of(fill_form(office, PaperForm.EXCHANGE_LIST, key))
    assert [row[0] for row in rows] == ["序号", "机要　3 份", "1", "2", "交换　3 份", "3"]
    assert rows[2][-1] == "王某 11月23日"


def test_the_return_list_ticks_copies_off(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    shares = distribution(office, key)
    take_back(office, shares[1]["id"], CopyOutcome.RETURNED, copies=2, on="2026-11-30")
    rows = paper.cells_of(fill_form(office, PaperForm.RETURN_LIST, key))
    assert rows[2][1:] == ["人大办", "3", "", "2", "0", "1", "", "11月30日清退"]
    assert rows[-1][1:] == ["6", "", "2", "0", "4", "", ""]


def test_without_recipients_there_is_no_exchange_list(office: Office) -> None:
    with pytest.raises(UserError, match="还没有分发名单"):
        fill_form(office, PaperForm.EXCHANGE_LIST, make.printed_issue(office))


def test_the_register_lists_the_year_by_day(office: Office) -> None:
    second = make.printed_issue(office, LEADERS, on="2026-12-01")
    make.printed_issue(office, on="2026-11-30")
    make.printed_issue(office, on="2027-01-04")
    correct_issue(office, second, "某处有误。", on="2026-12-02")
    rows = paper.cells_of(fill_register(office, 2026))
    assert [row[1] for row in rows] == ["日期", "11月30日", "12月1日"]
    assert (rows[2][3], rows[2][-1]) == ("第1期", "12月2日更正")
    assert register_values(office, 2027)["期数"] == 1


def test_an_empty_year_is_an_empty_register(office: Office) -> None:
    assert len(paper.cells_of(fill_register(office, 2020))) == 1


def test_lists_go_out_as_excel_too(office: Office, tmp_path: Path) -> None:
    key = make.printed_issue(office, LEADERS)
    path = tmp_path / "清单.xlsx"
    path.write_bytes(list_xlsx(office, PaperForm.EXCHANGE_LIST, key))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[2][:4] == ["序号", "对象", "方式", "份数"]
    assert [row[1] for row in rows[3:]] == ["书记", "市长", "人大办"]


def test_the_register_goes_out_as_excel(office: Office, tmp_path: Path) -> None:
    make.printed_issue(office)
    path = tmp_path / "登记簿.xlsx"
    path.write_bytes(register_xlsx(office, 2026))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert (rows[0][0], rows[3][3]) == ("2026年发文登记簿", "第1期")


def test_a_notice_is_no_list(office: Office) -> None:
    with pytest.raises(UserError, match="不是清单"):
        list_xlsx(office, PaperForm.CORRECTION_NOTICE, everything(office))


def test_a_return_list_can_be_of_one_recipient(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    only = [distribution(office, key)[1]["id"]]
    values = values_of(office, PaperForm.RETURN_LIST, key, only)
    assert [line["对象"] for line in values["分送"]] == ["人大办"]
    assert values["未退合计"] == 3


def test_an_earlier_correction_has_its_notice_still(office: Office) -> None:
    key = make.printed_issue(office)
    for text in ("甲处有误。", "乙处有误。"):
        correct_issue(office, key, text)
    first = corrections(office, key)[0]["id"]
    form = PaperForm.CORRECTION_NOTICE
    found = [values_of(office, form, key, only)["内容"] for only in ((), (first,))]
    assert found == ["乙处有误。", "甲处有误。"]


def test_who_signed_stands_though_the_chain_has_changed(office: Office) -> None:
    key = make.signed_issue(office)
    for row in chains(office):
        delete_chain(office, row["id"])
    values = values_of(office, PaperForm.SIGN_SHEET, key)
    assert (values["签发岗位"], len(values["审核"])) == ("分管副主任", 2)


def test_shares_are_found_by_recipient_or_way(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    first, second, third = (share["id"] for share in distribution(office, key))
    assert shares_called(office, key, "人大办") == [second]
    assert shares_called(office, key, "机要") == [first, third]
