"""``typeset`` and ``fonts``: no office file is needed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from bulletin_maker import RULES, STORE
from cli_calls import BODY, Xinxi
from pdf_reader import image_boxes
from picture_maker import picture, shown, word_file
from word_parts import paragraph

TEXT = [
    "关于冷链运输的情况",
    "一、基本情况",
    BODY * 9,
    "（一）问题",
    BODY * 5,
    "1.运力不足",
    BODY * 7,
]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "t.txt"
    path.write_text("\n".join(TEXT) + "\n", encoding="utf-8")
    return path


def test_typeset_writes_pdf_and_word(xinxi: Xinxi, text: Path) -> None:
    assert xinxi("typeset", text, "--pdf", "t.pdf", "--docx", "t.docx").code == 0
    assert Path("t.pdf").read_bytes().startswith(b"%PDF-")
    assert Path("t.docx").read_bytes().startswith(b"PK")


def test_joined_lines_give_the_paragraphs_back(xinxi: Xinxi, text: Path) -> None:
    xinxi("typeset", text, "--lines", "t.lines")
    written = Path("t.lines").read_text(encoding="utf-8")
    assert written.count("\f") == 1
    assert written.replace("\n", "").replace("\f", "") == "".join(TEXT[1:])


def test_lines_as_json_point_into_their_paragraph(xinxi: Xinxi, text: Path) -> None:
    xinxi("typeset", text, "--lines-json", "t.jsonl")
    rows = [json.loads(line) for line in Path("t.jsonl").read_text("utf-8").splitlines()]
    assert list(rows[0]) == ["page", "line", "paragraph", "kind", "start", "end", "text"]
    paragraphs = {row["paragraph"] for row in rows}
    joined = ["".join(r["text"] for r in rows if r["paragraph"] == n) for n in sorted(paragraphs)]
    assert joined == TEXT


def test_rare_characters_are_set(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("生僻字\n𬭎䶮㛃三字。", encoding="utf-8")
    assert xinxi("typeset", "r.txt", "--pdf", "r.pdf", "--lines", "r.lines").code == 0
    assert "𬭎䶮㛃" in Path("r.lines").read_text("utf-8")


def test_a_character_no_font_has_writes_no_file(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("标题\n有😀字。", encoding="utf-8")
    said = xinxi("typeset", "r.txt", "--lines", "r.lines", "--pdf", "r.pdf")
    assert (said.code, "😀" in said.err) == (1, True)
    assert sorted(path.name for path in tmp_path.glob("r.*")) == ["r.txt"]


def test_typeset_says_where_to(xinxi: Xinxi, text: Path) -> None:
    assert xinxi("typeset", text).code == 2
    assert xinxi("typeset", text, "--pdf", "t.txt").code == 1


def test_an_empty_text_is_a_sentence(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text("\n \n", encoding="utf-8")
    said = xinxi("typeset", "e.txt", "--pdf", "e.pdf")
    assert (said.code, "没有文字" in said.err) == (1, True)


def test_a_place_that_cannot_be_written_is_the_worlds_fault(xinxi: Xinxi, text: Path) -> None:
    assert xinxi("typeset", text, "--pdf", "nowhere/t.pdf").code == 3


def test_fonts_tell_what_each_role_is_set_in(xinxi: Xinxi) -> None:
    rows = xinxi("fonts", "--json").rows
    assert {row["role"] for row in rows} == {"body", "kai", "hei", "title", "song", "latin"}
    assert all(row["characters"] > 1000 and row["note"] for row in rows)


def test_fonts_are_a_table_for_people(xinxi: Xinxi) -> None:
    assert "小标宋" in xinxi("fonts").out


def test_a_scheme_is_found_by_a_part_of_its_name(xinxi: Xinxi, text: Path) -> None:
    xinxi("typeset", text, "--lines", "a.lines")
    assert xinxi("typeset", text, "--lines", "b.lines", "--scheme", "大字版").code == 0
    rows = [len(Path(name).read_text("utf-8").split()) for name in ("a.lines", "b.lines")]
    assert rows[1] > rows[0] * 1.2


def test_an_unknown_scheme_names_those_there_are(xinxi: Xinxi, text: Path) -> None:
    said = xinxi("typeset", text, "--pdf", "t.pdf", "--scheme", "报纸")
    assert (said.code, "28磅行距" in said.err, Path("t.pdf").exists()) == (1, True, False)


@pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice")
def test_compare_tells_the_lines_and_the_fonts(xinxi: Xinxi, text: Path) -> None:
    rows = xinxi("typeset", text, "--compare", "--json").rows
    total = next(row for row in rows if row["kind"] == "total")
    assert (total["same"], total["word_pages"], total["lost"]) == (total["lines"], 2, "")
    assert {row["use"] for row in rows if row["kind"] == "font"} >= {"仿宋", "小标宋"}


def test_hardening_gives_lines_spacings_of_their_own(xinxi: Xinxi, tmp_path: Path) -> None:
    lines = ["标题", *(STORE[cut:] + RULES for cut in range(9))]
    (tmp_path / "t.txt").write_text("\n".join(lines), encoding="utf-8")
    for name, *more in (("plain.docx",), ("hard.docx", "--harden")):
        assert xinxi("typeset", "t.txt", "--docx", name, *more).code == 0
    assert own_spacings("plain.docx") < own_spacings("hard.docx")


def own_spacings(name: str) -> int:
    """How many runs of a Word file have a spacing of their own."""
    with ZipFile(name) as package:
        text = package.read("word/document.xml").decode()
    return sum("<w:spacing" in run for run in re.findall("<w:rPr>.*?</w:rPr>", text))


def test_word_files_can_name_the_official_fonts(xinxi: Xinxi, text: Path, tmp_path: Path) -> None:
    target = tmp_path / "w.docx"
    done = xinxi("typeset", text, "--docx", target, "--word-fonts", "official")

    assert "仿宋_GB2312" in ZipFile(target).read("word/styles.xml").decode()
    assert "个别行的断行可能与 PDF 不一致" in done.err


def test_a_compressing_scheme_says_that_word_departs(
    xinxi: Xinxi, text: Path, tmp_path: Path
) -> None:
    done = xinxi("typeset", text, "--docx", tmp_path / "w.docx", "--mode", "fine")

    assert "Word 文件按“与 Word 一致”断行" in done.err


def test_a_word_file_is_set_with_its_picture(xinxi: Xinxi, tmp_path: Path) -> None:
    caption = paragraph("图1 冷库分布")
    body = paragraph("共享冷库") + paragraph("建成冷库18座。") + shown(width=8000) + caption
    (tmp_path / "r.docx").write_bytes(word_file(body, p1=picture()))
    done = xinxi("typeset", "r.docx", "--pdf", "r.pdf", "--docx", "w.docx")

    assert len(image_boxes(Path("r.pdf").read_bytes())) == 1
    assert any(name.startswith("word/media/") for name in ZipFile("w.docx").namelist())
    assert "图片“图1 冷库分布”只有 108 点/英寸" in done.err


def test_a_word_file_without_text_is_a_sentence(xinxi: Xinxi, tmp_path: Path) -> None:
    (tmp_path / "e.docx").write_bytes(word_file(paragraph("")))
    said = xinxi("typeset", "e.docx", "--pdf", "e.pdf")
    assert (said.code, "没有文字" in said.err) == (1, True)


def test_hardening_tells_its_figures(xinxi: Xinxi, text: Path) -> None:
    called = xinxi("typeset", text, "--docx", "t.docx", "--harden")
    assert "断行加固：共" in called.err and "没有在 Word、WPS 上实测" in called.err


def test_line_ends_that_could_not_be_mended_are_counted(xinxi: Xinxi, tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text(f"标题\n{'信' * 13}“告知承诺”自2026年3月18日起试行工作\n", encoding="utf-8")
    assert "日期断开 1 处" in xinxi("typeset", path, "--pdf", "d.pdf").err
