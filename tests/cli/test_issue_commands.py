"""``issue``, ``proof``, ``sign``, ``finalise``, ``print-out``, ``export``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_calls import Xinxi


def state(xinxi: Xinxi, office: Path) -> dict[str, Any]:
    rows: list[dict[str, Any]] = xinxi("list", office, "issues", "--json").rows
    return rows[0]


def test_an_issue_takes_articles_in_order(xinxi: Xinxi, office: Path, issue: str) -> None:
    row = state(xinxi, office)
    assert (row["id"], row["state"]) == (int(issue), "planned")
    assert [item["title"] for item in row["items"]] == ["甲地有关情况", "乙地有关情况"]


def test_proof_goes_from_planned_to_sent(xinxi: Xinxi, office: Path, issue: str) -> None:
    said = xinxi("proof", office, issue)
    assert (said.code, "校验码" in said.out) == (0, True)
    assert state(xinxi, office)["state"] == "sent"


def test_proof_goes_on_once_every_article_is_reviewed(xinxi: Xinxi, office: Path) -> None:
    article = xinxi("article", office, 1).out.strip()
    issue = xinxi("issue", office, "要情专报", article).out.strip()
    assert "没有核稿" in xinxi("proof", office, issue).err
    xinxi("review", office, article, "--person", "科长")
    assert xinxi("proof", office, issue).code == 0


def test_the_chain_signs_in_turn_and_only_once(xinxi: Xinxi, office: Path, issue: str) -> None:
    xinxi("proof", office, issue)
    early = xinxi("sign", office, issue, "--person", "分管副主任")
    assert (early.code, "轮到编辑" in early.err) == (1, True)
    assert xinxi("sign", office, issue, "--person", "编辑").code == 0
    assert xinxi("sign", office, issue, "--person", "编辑").code == 1


def test_finalise_is_not_for_the_editor(xinxi: Xinxi, office: Path, signed: str) -> None:
    assert xinxi("finalise", office, signed, "--person", "编辑").code == 1
    assert state(xinxi, office)["state"] == "signed"


def test_finalise_gives_number_and_the_day_of_signing(
    xinxi: Xinxi, office: Path, signed: str
) -> None:
    xinxi("finalise", office, signed, "--person", "校对")
    row = state(xinxi, office)
    assert (row["number"], row["year"], row["date"]) == (1, 2026, "2026-11-23")


def test_finalise_takes_another_date(xinxi: Xinxi, office: Path, signed: str) -> None:
    xinxi("finalise", office, signed, "--person", "校对", "--date", "2027-01-04")
    row = state(xinxi, office)
    assert (row["number"], row["year"], row["date"]) == (1, 2027, "2027-01-04")


def test_print_out_ends_the_way(xinxi: Xinxi, office: Path, printed: str) -> None:
    assert state(xinxi, office)["state"] == "printed"
    assert xinxi("print-out", office, printed).code == 1


@pytest.mark.parametrize("word", ["每日快报:2026:1", "快报：2026：1", "《每日快报》:2026:1"])
def test_an_issue_may_be_named(xinxi: Xinxi, office: Path, printed: str, word: str) -> None:
    assert xinxi("export", office, word, "--pdf", "a.pdf", "--docx", "a.docx").code == 0
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    assert Path("a.docx").read_bytes().startswith(b"PK")


def test_what_was_printed_is_exported_byte_for_byte(
    xinxi: Xinxi, office: Path, printed: str
) -> None:
    xinxi("export", office, printed, "--pdf", "a.pdf")
    xinxi("export", office, printed, "--pdf", "b.pdf")
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


def test_export_says_where_to(xinxi: Xinxi, office: Path, issue: str) -> None:
    assert xinxi("export", office, issue).code == 2
    assert xinxi("export", office, issue, "--pdf", "a.doc").code == 1


@pytest.mark.parametrize("command", ["sign", "finalise"])
def test_some_acts_need_a_person(xinxi: Xinxi, office: Path, issue: str, command: str) -> None:
    assert xinxi(command, office, issue).code == 2


def test_an_unknown_issue_or_publication_is_a_sentence(xinxi: Xinxi, office: Path) -> None:
    assert "没有“每日快报:2026:9”这一期" in xinxi("proof", office, "每日快报:2026:9").err
    assert "现有刊物" in xinxi("issue", office, "日报", 1).err


def test_check_lists_what_a_reader_would_stop_at(xinxi: Xinxi, office: Path, issue: str) -> None:
    rows = xinxi("check", office, issue, "--json").rows
    first = next(row for row in rows if row["rule"] == "no_column")

    assert (first["weight"], first["item"]) == ("note", 0)


def test_check_reads_in_words(xinxi: Xinxi, office: Path, issue: str) -> None:
    assert "本期各条都没有归入栏目，各栏都空着：" in xinxi("check", office, issue).out


def test_advice_says_when_the_pages_sit_well(xinxi: Xinxi, office: Path, issue: str) -> None:
    assert xinxi("advice", office, issue).out == "版面没有要改的。\n"


def test_advice_as_json_is_one_object_a_line(xinxi: Xinxi, office: Path, issue: str) -> None:
    assert xinxi("advice", office, issue, "--json").rows == []


def test_divert_makes_an_issue_of_one_item(xinxi: Xinxi, office: Path, issue: str) -> None:
    done = xinxi("divert", office, issue, 1, "要情专报")
    assert done.code == 0 and done.out.strip().isdigit()
    assert "没有第 99 条" in xinxi("divert", office, issue, 99, "要情专报").err
