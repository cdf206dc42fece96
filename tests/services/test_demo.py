"""The whole job on the sample and on folders never seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from cli_calls import BODY

from xinxi_desktop.domain.document import Heading, Paragraph, document_from_lines
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.demo import RESULTS, run_demo
from xinxi_desktop.services.demo_sources import merged_body
from xinxi_desktop.services.office import open_office


def hear(_sentence: str) -> None:
    """Take what the demonstration tells, where a test has no use for it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "来稿"
    made.mkdir()
    for name in ("甲县", "乙县", "丙县"):
        write(made / f"{name}.txt", f"{name}果品外运有关情况", f"{name}{BODY * 4}")
    return made


def write(path: Path, title: str, body: str) -> None:
    path.write_text(f"{title}\n{body}\n", encoding="utf-8")


def summary(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return found


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_folder_becomes_a_printed_bulletin(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "out"
    result = run_demo(out, folder, tell=hear)
    assert (result.failure, sorted(path.name for path in out.iterdir())) == ("", sorted(RESULTS))
    pages = text_of(out / "bulletin.pdf")
    assert [title for title in result.summary["issue"]["items"] if title not in pages] == []


def test_the_summary_counts_every_step(tmp_path: Path, folder: Path) -> None:
    write(folder / "乙县（重报）.txt", "乙县果品外运有关情况", f"乙县{BODY * 4}")
    (folder / "空.txt").touch()
    (folder / "~$锁.docx").touch()
    run_demo(tmp_path / "out", folder, tell=hear)
    found = summary(tmp_path / "out")
    assert found["files"] == {
        "found": 6, "registered": 3, "duplicates": 1, "refused": {"empty_file": 1}, "ignored": 1,
    }  # fmt: skip
    assert (found["disposed"], found["articles"]["reviewed"]) == ({"shortlist": 3}, 3)
    assert [each["post"] for each in found["issue"]["signatures"]] == [
        "editor", "section_chief", "deputy_director",
    ]  # fmt: skip
    assert (found["statistics"]["adopted_items"], found["verify"]["failed"]) == (3, [])
    assert {"import", "sign", "print", "total"} <= found["seconds"].keys()


def test_two_reports_about_one_thing_are_merged(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    write(source / "a.txt", "白湾区试行报表“一表通”减轻基层负担", f"一、做法\n{BODY * 3}")
    write(source / "b.txt", "“一表通”仍有重复报表，基层负担未减", f"二、问题\n{BODY * 3}")
    result = run_demo(tmp_path / "out", source, tell=hear)
    assert result.summary["articles"]["merged"] == 1
    assert result.summary["disposed"] == {"merge": 2}


@pytest.mark.parametrize("names", [(), ("空.txt",)])
def test_without_a_report_there_is_a_sentence_and_a_summary(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in names:
        (source / name).touch()
    result = run_demo(tmp_path / "out", source, tell=hear)
    assert "没有印出刊物" in result.failure
    assert summary(tmp_path / "out")["failure"] == result.failure
    assert not (tmp_path / "out" / "bulletin.pdf").exists()


def test_what_no_font_has_is_kept_and_the_rest_printed(tmp_path: Path, folder: Path) -> None:
    write(folder / "丁.txt", "丁县网评情况😀", BODY)
    result = run_demo(tmp_path / "out", folder, tell=hear)
    assert (result.failure, result.summary["disposed"]) == ("", {"keep": 1, "shortlist": 3})


def test_a_whole_collection_in_one_file_is_registered_and_left_out(
    tmp_path: Path, folder: Path
) -> None:
    write(folder / "汇编.txt", "信息工作文稿汇编", "\n".join([BODY] * 6000))
    result = run_demo(tmp_path / "out", folder, tell=hear)
    assert result.summary["disposed"] == {"keep": 1, "shortlist": 3}


def test_a_second_run_puts_the_first_aside(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "out"
    run_demo(out, folder, tell=hear)
    told: list[str] = []
    run_demo(out, folder, tell=told.append)
    assert "office-1.xinxi" in told[0]
    assert {"bulletin.pdf", "bulletin-1.pdf", "office-1.xinxi"} <= {p.name for p in out.iterdir()}


def test_a_file_that_is_held_is_not_moved(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "out"
    run_demo(out, folder, tell=hear)
    office = open_office(out / "office.xinxi")
    with pytest.raises(WorldError, match="正由"):
        run_demo(out, folder, tell=hear)
    office.close()


def test_units_come_from_the_table(tmp_path: Path, folder: Path) -> None:
    table = tmp_path / "u.csv"
    table.write_text("单位,简称\n甲县委办公室,甲县\n乙县委办公室,乙县\n", encoding="utf-8")
    result = run_demo(tmp_path / "out", folder, table, tell=hear)
    assert result.summary["units"] == {"total": 2, "to_confirm": 0}


def test_a_table_that_cannot_be_read_stops_nothing(tmp_path: Path, folder: Path) -> None:
    told: list[str] = []
    result = run_demo(tmp_path / "out", folder, tmp_path / "none.xlsx", tell=told.append)
    assert (result.failure, "none.xlsx" in told[0]) == ("", True)


def test_results_never_lie_among_the_reports(folder: Path) -> None:
    with pytest.raises(UserError) as refused:
        run_demo(folder / "out", folder, tell=hear)
    assert refused.value.code == "out_in_source"
    assert not (folder / "out").exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有“none”"):
        run_demo(tmp_path / "out", tmp_path / "none", tell=hear)


def test_the_sample_is_printed_with_its_special_issue(tmp_path: Path) -> None:
    result = run_demo(tmp_path / "out", tell=hear)
    assert (result.failure, result.summary["files"]["refused"]) == ("", {"state_secret": 1})
    first, second = result.summary["issues"]
    assert (first["publication"], len(first["items"])) == ("云澜信息·每日快报", 8)
    assert [each["post"] for each in second["signatures"]][-1] == "secretary_general"
    # A protected person stands nowhere; a problem bears the office's name, not the unit's.
    pages = text_of(tmp_path / "out" / "bulletin.pdf")
    assert ("欧阳筱" in pages, "安渡区委办公室" in pages) == (False, False)


def test_merged_reports_keep_their_headings_one_level_lower() -> None:
    first = document_from_lines(["一、做法", "（一）统一布点", "正文。", "二、成效", "1.增收"])
    rows = [{"title": "甲地做法", "document": first}, {"title": "乙地做法", "document": first}]
    body = merged_body(rows)
    texts = [block.text for block in body.blocks if isinstance(block, Heading | Paragraph)]
    assert texts[:6] == [
        "一、甲地做法", "（一）做法", "1．统一布点", "正文。", "（二）成效", "（1）增收",
    ]  # fmt: skip
    assert (texts[6], texts[7]) == ("二、乙地做法", "（一）做法")
